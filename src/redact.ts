/** Takes a secret out of text. */
export type Redact = (text: string) => string

const REPLACEMENT = '[redacted]'
/** A shorter secret counts only as a word of its own, or every text in which its letters happen to occur would suffer. */
const SHORT = 8

/** A function that takes `secret` out of text, in any case and also where it is percent-encoded or escaped for JSON. */
export function redactor(secret: string): Redact {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  const anyForm = [...new Set(forms)].map((form) => form.replaceAll(/[^A-Za-z\d]/g, '\\$&')).join('|')
  const source = secret.length < SHORT ? `(?<![A-Za-z\\d])(?:${anyForm})(?![A-Za-z\\d])` : anyForm
  const pattern = new RegExp(source, 'gi')
  return (text) => text.replaceAll(pattern, REPLACEMENT)
}

/** A JSON value with the secret taken out of every text and key. */
export function redactValue<T>(value: T, redact: Redact): T {
  // The copy has the same shape: only texts and keys that hold the secret differ.
  return redacted(value, redact) as T
}

function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redacted(item, redact)]))
}

/** Headers with the secret taken out of every name and value. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  const safe = new Headers()
  for (const [name, value] of headers) safe.append(redact(name).replaceAll(/[[\]]/g, '-'), redact(value))
  return safe
}
