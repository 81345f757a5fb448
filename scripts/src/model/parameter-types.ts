import type { JsonValue } from '../json.js'
import type { ParameterDraft } from './parameters.js'
import { fail, isArray, type Source } from './source.js'
import type { Parameter, Schema, TypeName } from './types.js'

/** Gives the schema at a pointer that a reference leads to. */
export type Lookup = (pointer: string) => Schema | undefined

/**
 * The types that the value of a parameter may have, all references followed. Supported so far are those that a text can stand
 * for and, in the query, arrays of them.
 */
export function parameterTypes(
  parameter: ParameterDraft,
  lookup: Lookup,
  source: Source,
): Pick<Parameter, 'types' | 'itemTypes'> {
  const place = { ...source, pointer: parameter.schema.pointer }
  const types = typesOf(parameter.schema, lookup)
  if (types === undefined) {
    fail(place, `The schema of the parameter "${parameter.name}" must say which type it is`)
    return { types: [] }
  }
  const refused = [...types].filter((it) => it === 'object' || (it === 'array' && parameter.in !== 'query'))
  for (const type of refused) {
    fail(place, `The type ${type} is not yet supported for a parameter in ${parameter.in}`)
  }
  if (!types.has('array')) return { types: [...types] }
  if (types.size > 1) fail(place, 'A parameter that may be an array or something else is not yet supported')
  return { types: [...types], itemTypes: [...itemTypes(parameter, lookup, place)] }
}

function itemTypes(parameter: ParameterDraft, lookup: Lookup, place: Source): ReadonlySet<TypeName> {
  const types = itemsOf(parameter.schema, lookup)
  if (types === undefined) {
    fail(place, `The schema of the parameter "${parameter.name}" must say which type its items are`)
    return new Set()
  }
  for (const type of ['array', 'object'] as const) {
    if (types.has(type)) fail(place, `Items of type ${type} are not yet supported in a parameter`)
  }
  return types
}

/** Types of the items of an array schema, wherever in it they are described. */
function itemsOf(schema: Schema, lookup: Lookup): ReadonlySet<TypeName> | undefined {
  const inner = [schema.ref && lookup(schema.ref.pointer), ...(schema.allOf ?? [])].filter(
    (it) => it !== undefined,
  )
  const own = schema.items && typesOf(schema.items, lookup)
  return intersection([own, ...inner.map((it) => itemsOf(it, lookup))])
}

/** The types that a schema lets through; undefined if it does not say. */
function typesOf(schema: Schema, lookup: Lookup): ReadonlySet<TypeName> | undefined {
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
