import type { JsonValue } from '../json.js'
import { isArray } from './source.js'
import type { Schema, TypeName } from './types.js'

/** Gives the schema at a pointer that a reference leads to. */
export type Lookup = (pointer: string) => Schema | undefined

/** The types that a schema lets through, all references followed; undefined if it does not say. */
export function typesOf(schema: Schema, lookup: Lookup): ReadonlySet<TypeName> | undefined {
  const target = schema.ref && lookup(schema.ref.pointer)
  const alternatives = [schema.anyOf, schema.oneOf].filter((it) => it !== undefined)
  return intersection([
    schema.type && new Set(schema.type),
    schema.const !== undefined ? new Set([typeOf(schema.const)]) : undefined,
    schema.enum && new Set(schema.enum.map(typeOf)),
    target && typesOf(target, lookup),
    ...(schema.allOf ?? []).map((it) => typesOf(it, lookup)),
    ...alternatives.map((them) => union(them.map((it) => typesOf(it, lookup)))),
  ])
}

type Types = ReadonlySet<TypeName> | undefined

function union(all: readonly Types[]): Types {
  const known = all.filter((it) => it !== undefined)
  return known.length < all.length ? undefined : new Set(known.flatMap((it) => Array.from(it)))
}

function intersection(all: readonly Types[]): Types {
  const known = all.filter((it) => it !== undefined)
  const candidates = known.flatMap((it) => Array.from(it))
  return known.length === 0
    ? undefined
    : new Set(candidates.filter((type) => known.every((it) => accepts(it, type))))
}

function accepts(types: ReadonlySet<TypeName>, type: TypeName): boolean {
  return types.has(type) || (type === 'integer' && types.has('number'))
}

function typeOf(value: JsonValue): TypeName {
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return isArray(value) ? 'array' : 'object'
}
