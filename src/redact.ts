/** Takes a secret out of text. */
export interface Redact {
  (text: string): string
  /** Whether text holds it: known sooner than the text without it. */
  readonly isIn: (text: string) => boolean
  /** Length of the shortest text that can hold it. */
  readonly shortest: number
  /** Takes what may be the beginning of the secret off the end of text that was cut off somewhere. */
  readonly trimmed: (text: string) => string
}

const REPLACEMENT = '[redacted]'
/** A shorter secret counts only as a word of its own, or every text in which its letters happen to occur would suffer. */
const SHORT = 8
/** A shorter beginning tells nothing: keys of a kind begin alike. */
const LEAST = 4

/** A function that takes `secret` out of text, in any case and also where it is percent-encoded or escaped for JSON. */
export function redactor(secret: string): Redact {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  const anyForm = [...new Set(forms)].map((form) => form.replaceAll(/[^A-Za-z\d]/g, '\\$&')).join('|')
  const source = secret.length < SHORT ? `(?<![A-Za-z\\d])(?:${anyForm})(?![A-Za-z\\d])` : anyForm
  const pattern = new RegExp(source, 'gi')
  const redact = (text: string) => text.replaceAll(pattern, REPLACEMENT)
  const shortest = Math.min(...forms.map(({ length }) => length))
  const once = new RegExp(source, 'i')
  return Object.assign(redact, {
    isIn: (text: string) => text.length >= shortest && once.test(text),
    shortest,
    trimmed: (text: string) => forms.reduce(withoutBeginning, text),
  })
}

/** The text without the longest beginning of the secret, in any case, that it ends with. */
function withoutBeginning(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= LEAST; length -= 1) {
    const end = text.slice(-length)
    if (end.toLowerCase() === secret.slice(0, length).toLowerCase()) return text.slice(0, -length)
  }
  return text
}

/** A function that takes out what each of the others does. */
export function redactAll(redacts: readonly Redact[]): Redact {
  const [first, ...others] = redacts
  if (first !== undefined && others.length === 0) return first
  // The longest first: taken out of it before, another secret that is a part of it would leave the rest.
  const inOrder = redacts.toSorted((a, b) => b.shortest - a.shortest)
  const redact = (text: string) => inOrder.reduce((rest, each) => each(rest), text)
  return Object.assign(redact, {
    isIn: (text: string) => redacts.some(({ isIn }) => isIn(text)),
    shortest: Math.min(...redacts.map(({ shortest }) => shortest)),
    trimmed: (text: string) => inOrder.reduce((rest, { trimmed }) => trimmed(rest), text),
  })
}

/** A JSON value with the secret taken out of every text and key: the value itself where it holds none. */
export function redactValue<T>(value: T, redact: Redact): T {
  // The copy has the same shape: only texts and keys that hold the secret differ.
  return isClean(value, redact) ? value : (redactedCopy(value, redact) as T)
}

/** Walks with a list of its own, as JSON of a server that nobody trusts can be nested deeper than the stack. */
function isClean(value: unknown, { isIn }: Redact): boolean {
  const rest: object[] = []
  const isDirty = (item: unknown): boolean => {
    if (typeof item === 'string') return isIn(item)
    if (typeof item === 'object' && item !== null) rest.push(item)
    return false
  }
  if (isDirty(value)) return false
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    // The names of millions of indices would take more memory than the items.
    if (
      Array.isArray(next) ? next.some(isDirty) : hasMember(next, (name, item) => isIn(name) || isDirty(item))
    ) {
      return false
    }
  }
  return true
}

function hasMember(value: object, test: (name: string, item: unknown) => boolean): boolean {
  // Its own properties, which JSON gave it.
  const members = value as Readonly<Record<string, unknown>>
  return Object.keys(members).some((name) => test(name, members[name]))
}

/** A value that is still to be copied, and where to. */
interface Task {
  readonly source: unknown
  readonly target: Record<string, unknown>
  readonly key: string
}

function redactedCopy(value: unknown, redact: Redact): unknown {
  const root = {}
  const tasks: Task[] = [taskOf(root, 'value', value)]
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { source, target, key } = task
    if (typeof source === 'string') target[key] = redact(source)
    else if (typeof source === 'object' && source !== null) {
      // An array has its items as properties, by index.
      const copy = (Array.isArray(source) ? [] : {}) as Record<string, unknown>
      target[key] = copy
      const rename = Array.isArray(source) ? (name: string) => name : redact
      for (const [name, item] of Object.entries(source)) tasks.push(taskOf(copy, rename(name), item))
    } else target[key] = source
  }
  return Object.values(root)[0]
}

/** Makes the property at once, in its order, and also if it is called `__proto__`. */
function taskOf(target: object, key: string, source: unknown): Task {
  Object.defineProperty(target, key, {
    writable: true,
    enumerable: true,
    configurable: true,
    value: undefined,
  })
  return { source, target: target as Record<string, unknown>, key }
}

/** Headers with the secret taken out of every name and value: the headers themselves where none holds it. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  const isSafe = [...headers].every(([name, value]) => !redact.isIn(name) && !redact.isIn(value))
  if (isSafe) return headers
  const safe = new Headers()
  for (const [name, value] of headers) safe.append(redact(name).replaceAll(/[[\]]/g, '-'), redact(value))
  return safe
}
