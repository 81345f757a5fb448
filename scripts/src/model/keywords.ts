import {
  anyValue,
  compile,
  count,
  dependentRequired,
  finite,
  flag,
  format,
  pattern,
  positive,
  text,
  texts,
  typeNames,
  values,
} from './readers.js'
import { isArray, items, members, mismatch, object, type Source } from './source.js'
import type { PatternProperty, Property, Reference, Schema } from './types.js'

/** What reading a keyword needs for the schemas inside its value. */
export interface SchemaReader {
  /** Reads a schema inside the value. */
  schema(source: Source): Schema
  /** Reads the value of a `$ref`. */
  reference(source: Source, text: string): Reference | undefined
}

/** Gives what the model keeps of a keyword's value, or reports why it cannot and gives undefined. */
type Reader<T> = (source: Source, reader: SchemaReader) => T | undefined

/** What the model calls a keyword, if not by its own name. */
const FIELDS = { $ref: 'ref' } as const

type Keywords = Omit<Schema, 'pointer' | 'location' | 'boolean' | 'ref' | 'value' | 'discriminator'> & {
  readonly $ref?: Reference
}

/** How each keyword is read. Keywords that are not here, and not in `supported.ts`, do not change what is valid. */
const readers: { readonly [K in keyof Keywords]-?: Reader<NonNullable<Keywords[K]> | null> } = {
  $ref: (source, reader) =>
    typeof source.value === 'string' ? reader.reference(source, source.value) : mismatch(source, 'a string'),

  type: typeNames,
  enum: values,
  const: anyValue,

  minimum: finite,
  maximum: finite,
  exclusiveMinimum: finite,
  exclusiveMaximum: finite,
  multipleOf: positive,

  minLength: count,
  maxLength: count,
  pattern,
  format,

  prefixItems: schemas,
  items: schema,
  contains: schema,
  minContains: count,
  maxContains: count,
  minItems: count,
  maxItems: count,
  uniqueItems: flag,

  properties: propertySchemas,
  required: texts,
  patternProperties,
  additionalProperties: schema,
  propertyNames: schema,
  minProperties: count,
  maxProperties: count,
  dependentRequired,
  dependentSchemas: propertySchemas,

  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: schema,
  if: schema,
  then: schema,
  else: schema,

  unevaluatedItems: schema,
  unevaluatedProperties: schema,

  contentEncoding: text,
  contentMediaType: text,
  contentSchema: schema,

  title: text,
  description: text,
  default: anyValue,
  examples: values,
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
}

/** Reads one keyword: the field of the model and its value, or undefined if the keyword is not kept or cannot be read. */
export function readKeyword(
  keyword: string,
  source: Source,
  reader: SchemaReader,
): readonly [field: string, value: unknown] | undefined {
  if (!Object.hasOwn(readers, keyword)) return undefined
  // Just checked; `hasOwn` narrows nothing.
  const read = readers[keyword as keyof typeof readers]
  const value = read(source, reader)
  return value === undefined ? undefined : [keyword === '$ref' ? FIELDS.$ref : keyword, value]
}

function schema(source: Source, reader: SchemaReader): Schema {
  return reader.schema(source)
}

function schemas(source: Source, reader: SchemaReader): readonly Schema[] | undefined {
  if (!isArray(source.value) || source.value.length === 0)
    return mismatch(source, 'an array of schemas, not empty')
  return items(source).map((item) => reader.schema(item))
}

function propertySchemas(source: Source, reader: SchemaReader): readonly Property[] | undefined {
  const map = object(source)
  return map && members(map).map(([name, it]) => ({ name, schema: reader.schema(it) }))
}

function patternProperties(source: Source, reader: SchemaReader): readonly PatternProperty[] | undefined {
  const map = object(source)
  if (map === undefined) return undefined
  return members(map).flatMap(([expression, it]) => {
    const compiled = compile(it, expression)
    return compiled === undefined ? [] : [{ pattern: compiled, schema: reader.schema(it) }]
  })
}
