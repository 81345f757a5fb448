import { isJsonObject, type JsonValue } from '../json.js'

/** Whether a value is of a type of JSON Schema (2020-12 Validation, 6.1.1); never of one that is unknown. */
export function isOfType(value: JsonValue, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isJsonObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
