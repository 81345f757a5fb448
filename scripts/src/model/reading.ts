import {
  describesItems,
  isBlobIn,
  itemsOf,
  memberOf,
  namesOf,
  othersOf,
  referencesOf,
} from './inner-schemas.js'
import type { Parameter, Reading, Schema, TypeName } from './types.js'
import { type Lookup, typesOf } from './value-types.js'

/** The parts of a parameter that settle how its texts are read. */
export type Written = Pick<Parameter, 'schema' | 'style' | 'explode' | 'isJson'>

/** What the texts of a parameter may stand for. JSON text says itself what it is. */
export function parameterReading({ schema, style, explode, isJson }: Written, lookup: Lookup): Reading {
  if (isJson) return {}
  if (style === 'deepObject') return deepReading(schema, lookup)
  return compositeReading(schema, lookup, style === 'form' && explode ? parts : jsonInside)
}

/** What the texts of a member of a form may stand for that is written in no style: the items of an array are each a text. */
export function partReading(schema: Schema, lookup: Lookup): Reading {
  const { hasArray, scalars } = kindsOf(schema, lookup)
  return {
    ...scalarTypes(scalars, hasArray),
    ...(hasArray && { array: partItemReading(itemsOf(schema, lookup), lookup) }),
    ...wholeReading(schema, lookup),
  }
}

function partItemReading(schema: Schema, lookup: Lookup): Reading {
  const { hasArray, scalars } = kindsOf(schema, lookup)
  return {
    ...scalarTypes(scalars, false),
    ...(hasArray && { json: true }),
    ...wholeReading(schema, lookup),
  }
}

/** Of a part that is bytes, or an object: an object of which members are known may be beside bytes. */
function wholeReading(schema: Schema, lookup: Lookup): Pick<Reading, 'blob' | 'json'> {
  const isBlob = isBlobIn(schema, lookup)
  const { hasObject } = kindsOf(schema, lookup)
  const isObject = hasObject && (!isBlob || namesOf(schema, lookup).length > 0)
  return { ...(isBlob && { blob: true }), ...(isObject && { json: true }) }
}

/** A reading and all those inside it. */
export function readingsIn(reading: Reading): Reading[] {
  const { array, object = {}, others } = reading
  const inside = [array, others, ...Object.values(object)].filter((it) => it !== undefined)
  return [reading, ...inside.flatMap(readingsIn)]
}

/** How the items and members of a value are read. */
interface Insides {
  readonly item: (schema: Schema, lookup: Lookup) => Reading
  readonly member: (schema: Schema, lookup: Lookup) => Reading
}

/** A style of lists and pairs has no text for what is an array or object inside them: it is written as JSON there. */
const jsonInside: Insides = { item: innermost, member: innermost }

/** Exploded, each member is like a parameter of its own, and may be an array. */
const parts: Insides = {
  item: innermost,
  member: (schema, lookup) => {
    const { hasArray, hasObject, scalars } = kindsOf(schema, lookup)
    if (!hasArray || hasObject) return innermost(schema, lookup)
    return { ...scalarTypes(scalars, true), array: innermost(itemsOf(schema, lookup), lookup) }
  },
}

/** Levels of brackets that are read, and parts of a value that are described; few servers go as deep. */
const DEEPEST = 8
const MOST = 1000

/**
 * Names in brackets go as deep as the value does. But a schema inside itself never ends, and schemas in one another are soon too many:
 * then only what is less deep is read.
 */
function deepReading(schema: Schema, lookup: Lookup): Reading {
  const toDepth = (depth: number) => {
    const outer = compositesOf(schema, lookup)
    return compositeReading(schema, lookup, deep(outer, depth))
  }
  let reading = toDepth(1)
  for (let depth = 2; depth <= DEEPEST; depth += 1) {
    const deeper = toDepth(depth)
    if (readingsIn(deeper).length > MOST) return reading
    reading = deeper
  }
  return reading
}

function deep(outer: readonly string[], depth: number): Insides {
  const inside = (schema: Schema, lookup: Lookup): Reading => {
    const references = compositesOf(schema, lookup)
    if (depth === 0 || references.some((it) => outer.includes(it))) return leftAsText(schema, lookup)
    return compositeReading(schema, lookup, deep([...outer, ...references], depth - 1))
  }
  return { item: inside, member: inside }
}

/** The schemas that are referred to for a value, and may be arrays or objects. */
function compositesOf(schema: Schema, lookup: Lookup): string[] {
  return referencesOf(schema, lookup).filter((it) => leadsToComposite(it, lookup))
}

function leadsToComposite(pointer: string, lookup: Lookup): boolean {
  const target = lookup(pointer)
  const { hasArray = false, hasObject = false } = target ? kindsOf(target, lookup) : {}
  return hasArray || hasObject
}

function leftAsText(schema: Schema, lookup: Lookup): Reading {
  const { hasArray, hasObject, scalars } = kindsOf(schema, lookup)
  return { ...scalarTypes(scalars, false), ...((hasArray || hasObject) && { isTooDeep: true }) }
}

function innermost(schema: Schema, lookup: Lookup): Reading {
  const { hasArray, hasObject, scalars } = kindsOf(schema, lookup)
  return { ...scalarTypes(scalars, false), ...((hasArray || hasObject) && { json: true }) }
}

function compositeReading(schema: Schema, lookup: Lookup, { item, member }: Insides): Reading {
  const { hasArray, hasObject, scalars } = kindsOf(schema, lookup)
  const names = hasObject ? namesOf(schema, lookup) : []
  const members = names.map((name) => [name, member(memberOf(schema, name, lookup), lookup)] as const)
  const others = hasObject ? othersOf(schema, lookup, names) : undefined
  return {
    ...scalarTypes(scalars, hasArray || hasObject),
    ...(hasArray && { array: item(itemsOf(schema, lookup), lookup) }),
    ...(hasObject && { object: Object.fromEntries(members) }),
    ...(others && { others: member(others, lookup) }),
  }
}

interface Kinds {
  readonly hasArray: boolean
  readonly hasObject: boolean
  readonly scalars: readonly TypeName[]
}

/** What a value may be; a schema that does not say it shows it by describing items or members. */
function kindsOf(schema: Schema, lookup: Lookup): Kinds {
  const types = typesOf(schema, lookup)
  return {
    hasArray: types ? types.has('array') : describesItems(schema, lookup),
    hasObject: types ? types.has('object') : namesOf(schema, lookup).length > 0,
    scalars: [...(types ?? [])],
  }
}

/** A text that may be a string is one, and need not be read where nothing else comes into question. */
function scalarTypes(types: readonly TypeName[], isComposite: boolean): Pick<Reading, 'types'> {
  if (types.includes('string')) return isComposite ? { types: ['string'] } : {}
  const scalars = types.filter((it) => it !== 'array' && it !== 'object')
  return scalars.length === 0 ? {} : { types: scalars }
}
