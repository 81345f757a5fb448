import { childPointer, isJsonObject, type JsonValue, own, pointerTokens } from './json.js'

/**
 * The JSON Pointer that the fragment of a reference into the document itself holds (RFC 6901, 6): `#/a%20b` means `/a b`.
 * @returns undefined for any other reference.
 */
export function referencePointer(reference: string): string | undefined {
  if (reference !== '#' && !reference.startsWith('#/')) return undefined
  return reference
    .slice(1)
    .split('/')
    .slice(1)
    .map((token) => decode(token).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(childPointer, '')
}

/** The value at a pointer, if there is one. */
export function valueAt(document: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const token of pointerTokens(pointer)) value = value === undefined ? undefined : step(value, token)
  return value
}

/** The document with another value at a pointer that leads to one; what is not on the way there stays the same object. */
export function replaceAt<T extends JsonValue>(document: T, pointer: string, value: JsonValue): T {
  const replace = (place: JsonValue | undefined, [token, ...rest]: readonly string[]): JsonValue => {
    if (token === undefined) return value
    if (place !== undefined && isArray(place)) {
      return place.map((it, index) => (String(index) === token ? replace(it, rest) : it))
    }
    const object = isJsonObject(place) ? place : {}
    // `fromEntries` defines its properties, so that `__proto__` is one like any other.
    return Object.fromEntries(
      Object.entries(object).map(([key, it]) => [key, key === token ? replace(it, rest) : it]),
    )
  }
  // An object stays one, and an array one.
  return replace(document, pointerTokens(pointer)) as T
}

function step(value: JsonValue, token: string): JsonValue | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  return isJsonObject(value) ? own(value, token) : undefined
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** A token whose percent-encoding is broken is taken as it stands. */
function decode(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}
