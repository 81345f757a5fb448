import { type JsonObject, type JsonValue, own } from '../../json.js'
import { isKnownValue, KNOWN_VALUES, type KnownValue } from '../../open-enum.js'
import { isArray } from '../source.js'

/**
 * The schema with its `enum` as one that takes any string or number that its `type` does. It is the same object where there is
 * nothing to open: an `enum` of one value says what a `const` does (JSON Schema 2020-12, Validation 6.1.3), and of other values
 * than strings, numbers and null it is not known what could come beside them.
 */
export function openedEnum(schema: JsonObject): JsonObject {
  const listed = own(schema, 'enum')
  if (listed === undefined || !isArray(listed) || !listed.every(isKnownValue)) return schema
  const type = own(schema, 'type') ?? TYPES
  const types = isArray(type) ? type : [type]
  const values = [...new Set(listed)].filter((value) => types.some((it) => accepts(it, value)))
  if (values.filter((value) => value !== null).length < 2) return schema
  const taken = types.filter((it) => values.some((value) => accepts(it, value)))
  const others = Object.entries(schema).filter(([key]) => !REPLACED.has(key))
  return Object.fromEntries([
    ['type', taken.length === 1 ? taken[0]! : taken],
    ...others,
    [KNOWN_VALUES, values],
  ])
}

/** A `format` is that of the values that are listed. */
const REPLACED: ReadonlySet<string> = new Set(['enum', 'type', 'format'])

/** What values may be where `type` says nothing. */
const TYPES: readonly JsonValue[] = ['string', 'number', 'null']

function accepts(type: JsonValue, value: KnownValue): boolean {
  if (value === null) return type === 'null'
  return type === typeof value || (type === 'integer' && Number.isInteger(value))
}
