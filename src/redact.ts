/** Takes a secret out of text. */
export interface Redact {
  (text: string): string
  /** Length of the shortest text that can hold it. */
  readonly shortest: number
}

const REPLACEMENT = '[redacted]'
/** A shorter secret counts only as a word of its own, or every text in which its letters happen to occur would suffer. */
const SHORT = 8

/** A function that takes `secret` out of text, in any case and also where it is percent-encoded or escaped for JSON. */
export function redactor(secret: string): Redact {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  const anyForm = [...new Set(forms)].map((form) => form.replaceAll(/[^A-Za-z\d]/g, '\\$&')).join('|')
  const source = secret.length < SHORT ? `(?<![A-Za-z\\d])(?:${anyForm})(?![A-Za-z\\d])` : anyForm
  const pattern = new RegExp(source, 'gi')
  const redact = (text: string) => text.replaceAll(pattern, REPLACEMENT)
  return Object.assign(redact, { shortest: Math.min(...forms.map(({ length }) => length)) })
}

/** A function that takes out what each of the others does. */
export function redactAll(redacts: readonly Redact[]): Redact {
  const [first, ...others] = redacts
  if (first !== undefined && others.length === 0) return first
  // The longest first: taken out of it before, another secret that is a part of it would leave the rest.
  const inOrder = redacts.toSorted((a, b) => b.shortest - a.shortest)
  const redact = (text: string) => inOrder.reduce((rest, each) => each(rest), text)
  return Object.assign(redact, { shortest: Math.min(...redacts.map(({ shortest }) => shortest)) })
}

/** A JSON value with the secret taken out of every text and key: the value itself where it holds none. */
export function redactValue<T>(value: T, redact: Redact): T {
  // The copy has the same shape: only texts and keys that hold the secret differ.
  return isClean(value, redact) ? value : (redactedCopy(value, redact) as T)
}

/** Walks with a list of its own, as JSON of a server that nobody trusts can be nested deeper than the stack. */
function isClean(value: unknown, redact: Redact): boolean {
  const rest = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next === 'string') {
      if (holdsSecret(next, redact)) return false
    } else if (Array.isArray(next)) {
      // The names of millions of indices would take more memory than the items.
      for (const item of next) rest.push(item)
    } else if (typeof next === 'object' && next !== null) {
      // Its own properties, which JSON gave it.
      const members = next as Readonly<Record<string, unknown>>
      for (const key of Object.keys(members)) {
        if (holdsSecret(key, redact)) return false
        rest.push(members[key])
      }
    }
  }
  return true
}

function holdsSecret(text: string, redact: Redact): boolean {
  return text.length >= redact.shortest && redact(text) !== text
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
  const isSafe = [...headers].every(
    ([name, value]) => !holdsSecret(name, redact) && !holdsSecret(value, redact),
  )
  if (isSafe) return headers
  const safe = new Headers()
  for (const [name, value] of headers) safe.append(redact(name).replaceAll(/[[\]]/g, '-'), redact(value))
  return safe
}
