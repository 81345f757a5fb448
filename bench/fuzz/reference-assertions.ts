import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { hasFormat } from './formats.js'

/** Whether a value satisfies a keyword. */
type Assertion = (keyword: JsonValue, value: JsonValue) => boolean

/** The assertions of JSON Schema Validation 6, and `format`. */
export const assertions: Readonly<Record<string, Assertion>> = {
  type: (types, value) => [types].flat().some((type) => isOfType(type, value)),
  enum: (values, value) => list(values).some((it) => textOf(it) === textOf(value)),
  const: (it, value) => textOf(it) === textOf(value),

  multipleOf: (unit, value) => typeof value !== 'number' || digitsOf(value) % digitsOf(Number(unit)) === 0n,
  maximum: (limit, value) => typeof value !== 'number' || value <= Number(limit),
  exclusiveMaximum: (limit, value) => typeof value !== 'number' || value < Number(limit),
  minimum: (limit, value) => typeof value !== 'number' || value >= Number(limit),
  exclusiveMinimum: (limit, value) => typeof value !== 'number' || value > Number(limit),

  maxLength: (limit, value) => typeof value !== 'string' || [...value].length <= Number(limit),
  minLength: (limit, value) => typeof value !== 'string' || [...value].length >= Number(limit),
  pattern: (pattern, value) => typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  format: (format, value) => typeof value !== 'string' || hasFormat(value, String(format)),

  maxItems: (limit, value) => !Array.isArray(value) || value.length <= Number(limit),
  minItems: (limit, value) => !Array.isArray(value) || value.length >= Number(limit),
  uniqueItems: (isAsked, value) =>
    isAsked === false || !Array.isArray(value) || new Set(value.map(textOf)).size === value.length,

  maxProperties: (limit, value) => !isJsonObject(value) || Object.keys(value).length <= Number(limit),
  minProperties: (limit, value) => !isJsonObject(value) || Object.keys(value).length >= Number(limit),
  required: (names, value) => !isJsonObject(value) || list(names).every((name) => has(value, name)),
  dependentRequired: (needs, value) =>
    !isJsonObject(value) ||
    Object.entries(needs as JsonObject).every(
      // so the meta-schema has it
      ([name, needed]) => !has(value, name) || list(needed).every((other) => has(value, other)),
    ),
}

function isOfType(type: JsonValue, value: JsonValue): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isJsonObject(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

/** A text that is the same for equal values. `JSON.stringify` writes -0 as 0. */
function textOf(value: JsonValue): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isJsonObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )
}

/** A number as a multiple of 10 ** -400, as exactly as it is written in decimal. */
function digitsOf(number: number): bigint {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)\.?(\d*)e?(.*)$/.exec(String(number))!
  return BigInt(whole + fraction) * 10n ** BigInt(400 + Number(exponent) - fraction.length)
}

function has(object: JsonObject, name: JsonValue): boolean {
  return typeof name === 'string' && Object.hasOwn(object, name)
}

function list(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}
