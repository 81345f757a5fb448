import { isJsonObject } from '../json.js'
import { isOverlapping } from '../open-enum.js'
import { valueNameOf } from '../value-schema.js'
import { readDiscriminator } from './discriminator.js'
import { readKeyword, type SchemaReader } from './keywords.js'
import type { ReferenceTable } from './reference-table.js'
import { defined, fail, members, mismatch, type Source } from './source.js'
import { checkDialect, unsupportedKeywords } from './supported.js'
import type { Schema } from './types.js'

/**
 * Reads a schema of JSON Schema 2020-12. Whatever is wrong or not yet supported in it is reported; what could be read is in the
 * result.
 */
export function readSchema(source: Source, references: ReferenceTable): Schema {
  const { value, pointer } = source
  const base = { pointer, ...defined({ location: source.locate?.(pointer) }) }
  if (typeof value === 'boolean') return { ...base, boolean: value }
  if (!isJsonObject(value)) {
    mismatch(source, 'a schema: an object, or true or false')
    return base
  }
  const reader: SchemaReader = {
    schema: (inner) => readSchema(inner, references),
    reference: (place, text) => references.add(place, text),
  }
  const keywords = members({ ...source, value }).flatMap(([keyword, place]) => {
    if (keyword === '$schema') checkDialect(place)
    const instead = unsupportedKeywords.get(keyword)
    if (instead !== undefined) fail(place, `"${keyword}" is not yet supported`, instead)
    const read = readKeyword(keyword, place, reader)
    return read === undefined ? [] : [read]
  })
  const schema: Schema = {
    ...base,
    ...Object.fromEntries(keywords),
    ...defined({ value: valueNameOf(value), discriminator: readDiscriminator(value) }),
  }
  return isOverlapping(value) ? overlappingSchema(schema) : schema
}

/** The schema with the alternatives of `oneOf` as those of an `anyOf`. */
function overlappingSchema({ oneOf, discriminator, ...rest }: Schema): Schema {
  const { pointer, anyOf, allOf = [] } = rest
  const alternatives = defined({ anyOf: oneOf, discriminator })
  return anyOf === undefined
    ? { ...rest, ...alternatives }
    : { ...rest, allOf: [...allOf, { pointer, ...alternatives }] }
}
