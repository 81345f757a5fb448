import { KNOWN_VALUES } from '../../open-enum.js'
import { bare, isObject, type Mutable, type MutableObject } from './mutable.js'

/** What openapi-typescript prints wrong, said in a way that it prints right. */
export const rewrites: readonly ((schema: MutableObject) => void)[] = [
  constNull,
  nullAlone,
  objectEnum,
  knownValuesBeside,
  unlistedRequired,
  requiredInBranches,
  otherProperties,
  unionBeside,
  booleansInAllOf,
  typesBesideAllOf,
]

/** It takes `const: null` for no `const`. */
function constNull(schema: MutableObject): void {
  if (schema['const'] !== null) return
  delete schema['const']
  schema['type'] = 'null'
}

/** What is null at most is null, whatever else is said: an alternative could refer to the schema itself, as no type of TypeScript can. */
function nullAlone(schema: MutableObject): void {
  if (schema['type'] === 'null') for (const keyword of BRANCHES) delete schema[keyword]
}

/** It takes the values of an `enum` of objects for schemas. */
function objectEnum(schema: MutableObject): void {
  if (schema['enum'] === undefined) return
  for (const keyword of ['properties', 'additionalProperties', 'patternProperties']) delete schema[keyword]
  const { type } = schema
  if (type === 'object' || (Array.isArray(type) && type.includes('object'))) delete schema['type']
}

/** The type of an open enum is ours, and says nothing of what stands beside it. */
function knownValuesBeside(schema: MutableObject): void {
  const known = [KNOWN_VALUES, 'type'].flatMap((key) => {
    const value = schema[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  if (schema[KNOWN_VALUES] === undefined || !BRANCHES.some((keyword) => schema[keyword] !== undefined)) return
  for (const [key] of known) delete schema[key]
  addToAllOf(schema, bare(known))
}

/** It prints no property that is required and not listed anywhere. */
function unlistedRequired(schema: MutableObject): void {
  const { type, properties, additionalProperties, patternProperties } = schema
  if (type !== 'object' || BRANCHES.some((keyword) => schema[keyword] !== undefined)) return
  const isOther = isObject(additionalProperties) && patternProperties === undefined
  const unlisted = unlistedNames(schema).map(
    (name) => [name, isOther ? additionalProperties : bare([])] as const,
  )
  if (unlisted.length > 0) schema['properties'] = bare([...entries(properties), ...unlisted])
}

/** It prints nothing for a branch that only requires what stands beside it. */
function requiredInBranches(schema: MutableObject): void {
  for (const branch of BRANCHES.flatMap((keyword) => schema[keyword] ?? [])) {
    if (!isObject(branch) || !isObject(schema['properties'])) continue
    const { properties } = schema
    const listed = unlistedNames(branch).flatMap((name) => {
      const property = properties[name]
      return property === undefined ? [] : [[name, withoutComment(property)] as const]
    })
    if (listed.length > 0) branch['properties'] = bare([...entries(branch['properties']), ...listed])
  }
}

const BRANCHES = ['allOf', 'anyOf', 'oneOf']

/** The required names that are not in `properties`. */
function unlistedNames({ required, properties }: MutableObject): string[] {
  const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
  return names.filter((name) => !isObject(properties) || properties[name] === undefined)
}

const COMMENTS = new Set(['title', 'format', 'default', 'example', 'examples', 'deprecated'])

function withoutComment(property: Mutable): Mutable {
  return isObject(property) ? bare(entries(property).filter(([key]) => !COMMENTS.has(key))) : property
}

/**
 * It prints one type for the names that `properties` does not list, which TypeScript asks of those that it lists, too, and makes
 * a pattern stand for all names.
 */
function otherProperties(schema: MutableObject): void {
  const { properties, patternProperties, additionalProperties } = schema
  const listed = values(properties)
  const others = [
    ...values(patternProperties),
    ...(isObject(additionalProperties) ? [additionalProperties] : []),
  ]
  const isOpen = additionalProperties === undefined || additionalProperties === true
  delete schema['patternProperties']
  if (others.length === 0) return
  schema['additionalProperties'] = isOpen || anyOf([...others, ...listed])
}

/** It prints `anyOf` as an alternative to what stands beside it. */
function unionBeside(schema: MutableObject): void {
  const alternatives = schema['anyOf']
  if (alternatives === undefined || !hasType(schema, 'anyOf')) return
  delete schema['anyOf']
  addToAllOf(schema, bare([['anyOf', alternatives]]))
}

/** It fails at a boolean in `allOf`. */
function booleansInAllOf(schema: MutableObject): void {
  const { allOf } = schema
  if (Array.isArray(allOf)) schema['allOf'] = allOf.map((it) => (typeof it === 'boolean' ? bare([]) : it))
}

/** It prints `allOf` with each of several types and then again, which can be more than TypeScript is able to multiply. */
function typesBesideAllOf(schema: MutableObject): void {
  const { type, allOf } = schema
  if (!Array.isArray(type) || !Array.isArray(allOf)) return
  const own = entries(schema).filter(([key]) => key !== 'allOf' && !COMMENTS.has(key))
  for (const [key] of own) delete schema[key]
  schema['allOf'] = [bare(own), ...allOf]
}

const TYPE_KEYWORDS = [
  'type',
  'enum',
  'const',
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'allOf',
  'anyOf',
  'oneOf',
]

/** Whether a keyword other than `except` says something that a type can. */
export function hasType(schema: MutableObject, except: string): boolean {
  return TYPE_KEYWORDS.some((keyword) => keyword !== except && schema[keyword] !== undefined)
}

function anyOf(alternatives: readonly Mutable[]): Mutable {
  const [first] = alternatives
  return alternatives.length === 1 && first !== undefined ? first : bare([['anyOf', [...alternatives]]])
}

function values(map: Mutable | undefined): readonly Mutable[] {
  return entries(map).map(([, value]) => value)
}

function entries(map: Mutable | undefined): readonly (readonly [string, Mutable])[] {
  return isObject(map) ? Object.entries(map) : []
}

/** Adds a schema that has to accept the value, too. */
export function addToAllOf(schema: MutableObject, member: MutableObject): void {
  const { allOf } = schema
  schema['allOf'] = [...(Array.isArray(allOf) ? allOf : []), member]
}
