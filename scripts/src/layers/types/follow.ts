import { isJsonObject, type JsonObject, type JsonValue, own, pointerTokens } from '../../json.js'
import { referencePointer, valueAt } from '../../pointer.js'

/** The object at the end of a chain of `$ref`; undefined if there is none, which the model reports where it matters. */
export function followReference(value: JsonValue, document: JsonObject): JsonObject | undefined {
  const seen = new Set<string>()
  let current: JsonValue | undefined = value
  for (let pointer = target(value); pointer !== undefined; pointer = target(current)) {
    current = seen.has(pointer) ? undefined : valueAt(document, pointer)
    seen.add(pointer)
  }
  return isJsonObject(current) ? current : undefined
}

/** The key of the component of a section that a Reference Object points at, if it points at one. */
export function componentReferred(value: JsonValue, section: string): string | undefined {
  const [top, middle, key, ...rest] = pointerTokens(target(value) ?? '')
  return top === 'components' && middle === section && rest.length === 0 ? key : undefined
}

function target(value: JsonValue | undefined): string | undefined {
  const reference = isJsonObject(value) ? own(value, '$ref') : undefined
  return typeof reference === 'string' ? referencePointer(reference) : undefined
}
