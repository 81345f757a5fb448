import { type JsonObject, type JsonValue, own } from '../../json.js'
import type { ValueName } from '../../value-schema.js'
import type { ModelOptions } from '../options.js'
import { isArray } from '../source.js'

/** What a schema's values become in memory: a type, or what keeps them from becoming one. */
export type Conversion = { readonly value: ValueName } | { readonly obstacle: string }

/** Keywords that say more of a value than its format. */
const COMMON = ['enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else']
const OF_TEXT = [...COMMON, 'pattern', 'minLength', 'maxLength']

/** What the values of a schema become, going by what it says itself; undefined where it is not about such values. */
export function conversionOf(schema: JsonObject, options: ModelOptions): Conversion | undefined {
  const value = wanted(schema, options)
  if (value === undefined) return undefined
  const isInteger = value === 'bigint'
  const beside = (isInteger ? COMMON : OF_TEXT).find((keyword) => own(schema, keyword) !== undefined)
  if (beside !== undefined) return { obstacle: `there is also "${beside}", which is about the JSON` }
  const divisor = own(schema, 'multipleOf')
  if (isInteger && divisor !== undefined && !Number.isSafeInteger(divisor))
    return { obstacle: 'its "multipleOf" is no integer' }
  return { value }
}

function wanted(
  schema: JsonObject,
  { dateTime = 'string', int64 = 'number' }: ModelOptions,
): ValueName | undefined {
  const format = own(schema, 'format')
  if (isOf(schema, 'integer')) return format === 'int64' && int64 === 'bigint' ? 'bigint' : undefined
  if (!isOf(schema, 'string')) return undefined
  if (format === 'date-time' && dateTime !== 'string')
    return dateTime === 'Date' ? 'Date' : 'Temporal.Instant'
  return format === 'date' && dateTime === 'Temporal' ? 'Temporal.PlainDate' : undefined
}

/** Whether values are of a type, or null. */
function isOf(schema: JsonObject, wantedType: string): boolean {
  const type = own(schema, 'type') ?? null
  const types: readonly JsonValue[] = isArray(type) ? type : [type]
  return types.includes(wantedType) && types.every((it) => it === wantedType || it === 'null')
}
