/** The schemas of what is inside a value, wherever in the value's own schema they are described. */
import type { Schema } from './types.js'
import type { Lookup } from './value-types.js'

/** Whether a schema says what items are. */
export function describesItems(schema: Schema, lookup: Lookup): boolean {
  return step(schema, lookup, itemsIn) !== undefined
}

/** What the items of an array are. */
export function itemsOf(schema: Schema, lookup: Lookup): Schema {
  return step(schema, lookup, itemsIn) ?? anything(schema)
}

/** What the member of a name is. */
export function memberOf(schema: Schema, name: string, lookup: Lookup): Schema {
  const found = step(schema, lookup, ({ properties }) => properties?.find((it) => it.name === name)?.schema)
  return found ?? anything(schema)
}

/** What members without a name in the schema are, where it expects some: it says so, or names none. */
export function othersOf(schema: Schema, lookup: Lookup, names: readonly string[]): Schema | undefined {
  const isClosed = step(schema, lookup, ({ additionalProperties }) =>
    additionalProperties?.boolean === false ? additionalProperties : undefined,
  )
  return step(schema, lookup, othersIn) ?? (names.length > 0 || isClosed ? undefined : anything(schema))
}

function itemsIn({ pointer, items, prefixItems = [] }: Schema): Schema | undefined {
  return anyOf(pointer, items ? [...prefixItems, items] : prefixItems)
}

function othersIn({ pointer, additionalProperties, patternProperties = [] }: Schema): Schema | undefined {
  const open = additionalProperties?.boolean === false ? undefined : additionalProperties
  const patterned = patternProperties.map(({ schema }) => schema)
  return anyOf(pointer, open ? [open, ...patterned] : patterned)
}

/** The names of the members that a schema describes. */
export function namesOf(schema: Schema, lookup: Lookup): string[] {
  const names = sameValue(schema, lookup).flatMap(({ properties = [] }) => properties.map(({ name }) => name))
  return [...new Set(names)]
}

/** The names of the members that a value must have, whatever alternative of a schema it fits. */
export function requiredOf(schema: Schema, lookup: Lookup): ReadonlySet<string> {
  const target = schema.ref && lookup(schema.ref.pointer)
  const conjuncts = [...(target ? [target] : []), ...(schema.allOf ?? [])]
  return new Set([...(schema.required ?? []), ...conjuncts.flatMap((it) => [...requiredOf(it, lookup)])])
}

/** Whether a value may be bytes. */
export function isBlobIn(schema: Schema, lookup: Lookup): boolean {
  return sameValue(schema, lookup).some(({ value }) => value === 'Blob')
}

/** Pointers of the schemas that are referred to for the same value. */
export function referencesOf(schema: Schema, lookup: Lookup): string[] {
  return sameValue(schema, lookup).flatMap(({ ref }) => (ref ? [ref.pointer] : []))
}

/** The schemas that apply to the same value. */
function sameValue(schema: Schema, lookup: Lookup): Schema[] {
  const target = schema.ref && lookup(schema.ref.pointer)
  const { allOf = [], anyOf: any = [], oneOf = [] } = schema
  const inner = [...(target ? [target] : []), ...allOf, ...any, ...oneOf]
  return [schema, ...inner.flatMap((it) => sameValue(it, lookup))]
}

/** What `pick` finds in the schemas that apply to the same value, as one schema; undefined if it finds nothing. */
function step(
  schema: Schema,
  lookup: Lookup,
  pick: (schema: Schema) => Schema | undefined,
): Schema | undefined {
  const target = schema.ref && lookup(schema.ref.pointer)
  const inside = (them: readonly Schema[] = []) =>
    them.map((it) => step(it, lookup, pick)).filter((it) => it !== undefined)
  const all = [
    pick(schema),
    target && step(target, lookup, pick),
    ...inside(schema.allOf),
    anyOf(schema.pointer, inside(schema.anyOf)),
    anyOf(schema.pointer, inside(schema.oneOf)),
  ].filter((it) => it !== undefined)
  return all.length > 1 ? { pointer: schema.pointer, allOf: all } : all[0]
}

function anyOf(pointer: string, schemas: readonly Schema[]): Schema | undefined {
  return schemas.length > 1 ? { pointer, anyOf: schemas } : schemas[0]
}

function anything({ pointer }: Schema): Schema {
  return { pointer, boolean: true }
}
