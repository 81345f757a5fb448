import type { Codec, CodecTag } from '../codec-types.js'
import type { Schema } from '../types.js'
import type { Lookup } from '../value-types.js'
import type { Alternative } from './alternatives-codec.js'

/** The codec of alternatives that the value of a property tells apart, by their discriminator or by what they say of it. */
export function tagCodec(holder: Schema, group: readonly Alternative[], lookup: Lookup): Codec | undefined {
  const tag = discriminated(holder, group) ?? fixed(group, lookup)
  return tag && { tag }
}

function discriminated({ discriminator }: Schema, group: readonly Alternative[]): CodecTag | undefined {
  if (discriminator === undefined) return undefined
  const { property, values } = discriminator
  if (!group.every(({ index }) => values.some((it) => it.alternative === index))) return undefined
  return {
    property,
    values: values.flatMap(({ value, alternative }) => {
      const codec = group.find(({ index }) => index === alternative)?.codec
      return codec === undefined ? [] : [{ value, codec }]
    }),
  }
}

/** A property that each alternative requires and lets have other values than all others do. */
function fixed(group: readonly Alternative[], lookup: Lookup): CodecTag | undefined {
  const all = group.map(({ schema }) => fixedTexts(schema, lookup))
  const property = [...all[0]!.keys()].find((name) => {
    const texts = all.map((it) => it.get(name))
    const known = texts.flatMap((it) => it ?? [])
    return texts.every((it) => it !== undefined) && new Set(known).size === known.length
  })
  if (property === undefined) return undefined
  return {
    property,
    values: group.flatMap(({ codec }, index) =>
      codec === undefined ? [] : all[index]!.get(property)!.map((value) => ({ value, codec })),
    ),
  }
}

/** The texts that the properties can have of which a schema requires one of a few. */
function fixedTexts(schema: Schema, lookup: Lookup): ReadonlyMap<string, readonly string[]> {
  const parts = conjuncts(schema, lookup)
  const required = new Set(parts.flatMap((it) => it.required ?? []))
  const texts = parts.flatMap((it) =>
    (it.properties ?? []).flatMap(({ name, schema: property }) => {
      const values = conjuncts(property, lookup).flatMap((inner) => valuesOf(inner))
      const isFixed = values.length > 0 && values.every((value) => typeof value === 'string')
      return isFixed && required.has(name) ? [[name, values] as const] : []
    }),
  )
  return new Map(texts)
}

function valuesOf({ const: only, enum: list }: Schema) {
  return only === undefined ? (list ?? []) : [only]
}

function conjuncts(start: Schema, lookup: Lookup): Schema[] {
  const found = new Set([start])
  // A set gives what is added while it is walked through, too.
  for (const schema of found) {
    const target = schema.ref && lookup(schema.ref.pointer)
    for (const part of [...(target ? [target] : []), ...(schema.allOf ?? [])]) found.add(part)
  }
  return [...found]
}
