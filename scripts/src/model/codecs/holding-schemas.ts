import type { Schema } from '../types.js'
import type { Lookup } from '../value-types.js'

/** The pointers of the schemas, of those given by theirs, in which there are values to convert, also by what they refer to. */
export function holdingSchemas(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const referrers = new Map<string, string[]>()
  const holding = new Set<string>()
  for (const [pointer, schema] of schemas) {
    for (const part of partsOf(schema)) {
      if (isConverted(part)) holding.add(pointer)
      if (part.ref) referrers.set(part.ref.pointer, [...(referrers.get(part.ref.pointer) ?? []), pointer])
    }
  }
  // A set gives what is added while it is walked through, too.
  for (const pointer of holding) for (const it of referrers.get(pointer) ?? []) holding.add(it)
  return holding
}

/** Whether a schema's values are converted themselves. */
export function isConverted({ value }: Schema): boolean {
  return value !== undefined && value !== 'Blob'
}

/** Whether there are integers of 64 bits to convert in what a schema describes. */
export function holdsIntegers(start: Schema, lookup: Lookup): boolean {
  const seen = new Set<string>()
  const open = [start]
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    for (const part of partsOf(schema)) {
      if (part.value === 'bigint') return true
      if (part.ref === undefined || seen.has(part.ref.pointer)) continue
      seen.add(part.ref.pointer)
      const target = lookup(part.ref.pointer)
      if (target) open.push(target)
    }
  }
  return false
}

/** A schema and those inside it that describe values. */
function partsOf(schema: Schema): Schema[] {
  const { allOf = [], anyOf = [], oneOf = [], prefixItems = [], items, additionalProperties } = schema
  const named = [...(schema.properties ?? []), ...(schema.patternProperties ?? [])].map((it) => it.schema)
  const single = [items, additionalProperties].filter((it) => it !== undefined)
  const inside = [...allOf, ...anyOf, ...oneOf, ...prefixItems, ...named, ...single]
  return [schema, ...inside.flatMap(partsOf)]
}
