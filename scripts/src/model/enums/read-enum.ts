import { isJsonObject, type JsonValue } from '../../json.js'
import { defined, type Source } from '../source.js'
import type { Enum, EnumMember, Schema } from '../types.js'
import { enumDescriptions, enumNames } from './enum-extensions.js'
import { enumKeys } from './enum-keys.js'

/** Fields of a schema beside which `enum` alone does not say what type its values have. */
const TYPES = ['ref', 'const', 'allOf', 'anyOf', 'oneOf'] as const satisfies readonly (keyof Schema)[]

/**
 * What a schema lists (JSON Schema 2020-12, Validation 6.1.2), if that is strings and numbers, or null beside them; undefined for
 * any other schema. Extensions of the document name and describe the values.
 */
export function readEnum(source: Source, schema: Schema): Enum | undefined {
  const { value: object } = source
  const values = [...new Set(schema.enum)].filter((value) => value !== null)
  const isMore = TYPES.some((field) => schema[field] !== undefined)
  if (!isJsonObject(object) || isMore || values.length === 0 || !values.every(isNamed)) return undefined
  const place = { ...source, value: object }
  const list = { values: schema.enum ?? [], named: values }
  const keys = enumNames(place, list) ?? enumKeys(values)
  const descriptions = enumDescriptions(place, list)
  return {
    members: values.map((value, index) => ({
      key: keys[index]!,
      value,
      ...defined({ description: descriptions[index] }),
    })),
    // Of a type that null is one of, openapi-typescript prints null beside the values.
    isNullable: schema.enum?.includes(null) === true || schema.type?.includes('null') === true,
  }
}

function isNamed(value: JsonValue): value is EnumMember['value'] {
  return typeof value === 'string' || typeof value === 'number'
}
