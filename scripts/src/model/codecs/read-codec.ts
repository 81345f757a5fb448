import type { Codec, CodecProperty } from '../codec-types.js'
import { defined } from '../source.js'
import type { Schema } from '../types.js'
import { alternativesCodec } from './alternatives-codec.js'
import { type CodecContext, together } from './codec-context.js'
import { isConverted } from './holding-schemas.js'

/** Where in the JSON of a schema something is to convert; undefined where nothing is. */
export function readCodec(schema: Schema, context: CodecContext): Codec | undefined {
  if (isConverted(schema)) return { value: schema.value as Codec['value'] & string }
  const { ref, allOf = [], anyOf, oneOf } = schema
  const read = (it: Schema) => readCodec(it, context)
  const parts = [
    ...(ref && context.holding.has(ref.pointer) ? [{ ref }] : []),
    ...allOf.map(read),
    objectCodec(schema, read),
    arrayCodec(schema, read),
    ...[oneOf, anyOf].map(
      (them) =>
        them &&
        alternativesCodec(
          schema,
          them.map((it) => ({ schema: it, codec: read(it) })),
          context,
        ),
    ),
  ].filter((it) => it !== undefined)
  return together(parts)
}

type Read = (schema: Schema) => Codec | undefined

function objectCodec(schema: Schema, read: Read): Codec | undefined {
  const { properties = [], patternProperties = [], additionalProperties } = schema
  const named = properties.map((it): CodecProperty => ({
    name: it.name,
    ...defined({ codec: read(it.schema) }),
  }))
  const patterned = patternProperties.map((it) => ({
    pattern: it.pattern,
    ...defined({ codec: read(it.schema) }),
  }))
  const others = additionalProperties && read(additionalProperties)
  // What is not additional has to be known by name, even if it stays as it is.
  const known = others ? named : named.filter(({ codec }) => codec !== undefined)
  const matching = others ? patterned : patterned.filter(({ codec }) => codec !== undefined)
  if (!others && known.length + matching.length === 0) return undefined
  return {
    ...(known.length > 0 && { properties: known }),
    ...(matching.length > 0 && { patternProperties: matching }),
    ...(others && { additionalProperties: others }),
  }
}

function arrayCodec({ prefixItems = [], items }: Schema, read: Read): Codec | undefined {
  const first = prefixItems.map(read)
  const rest = items && read(items)
  if (rest === undefined && first.every((it) => it === undefined)) return undefined
  return { ...(first.length > 0 && { prefixItems: first }), ...(rest && { items: rest }) }
}
