/** Alternatives between objects that are told apart by which of some properties an object has. */
import type { Schema } from '../../model/types.js'
import { acceptsAll, assertionsOf, isOnlyReference, isScalar } from './analysis.js'
import type { Facts } from './facts.js'
import { inlineParts } from './inline.js'
import { inPlaceConjuncts } from './subschemas.js'

/** The properties that tell alternatives apart. */
export interface Presence {
  readonly options: readonly Option[]
  /** Whether an object may have more than one of the properties. */
  readonly isAny: boolean
}

/** One of the alternatives. */
export interface Option {
  /** The property that is its own. */
  readonly property: string
  readonly isRequired: boolean
  /** Whether it asks for more, beyond what is asked of the object anyway. */
  readonly asksMore: boolean
}

/** Of so many properties each is compared with each other, which is read at sight; of more it would not be. */
const MAX_OPTIONS = 4

/** What tells alternatives of an object apart, if each has a property of its own that is required in it or forbidden in all others. */
export function presenceOf(owner: Schema, keyword: 'anyOf' | 'oneOf', facts: Facts): Presence | undefined {
  const alternatives = owner[keyword] ?? []
  if (alternatives.length < 2 || alternatives.length > MAX_OPTIONS) return undefined
  if (!alternatives.every((it) => facts.types(it).includes('object'))) return undefined
  const rules = alternatives.map((it) => rulesOf(it, facts))
  const all = new Set(rules.flatMap(({ forbidden }) => forbidden))
  const isForbidding = all.size > 0
  const own = rules.map(({ required, forbidden }) =>
    isForbidding ? [...all].filter((name) => !forbidden.includes(name)) : required,
  )
  const properties = own.flat()
  const isSingle = own.every(({ length }) => length === 1) && new Set(properties).size === own.length
  if (!isSingle || !properties.every((name) => isRead(name, owner))) return undefined
  const options = properties.map((property, index) => ({
    property,
    isRequired: rules[index]!.required.includes(property),
    asksMore: !isImplied(alternatives[index]!, owner, [...all, property], facts),
  }))
  if (options.filter(({ isRequired }) => !isRequired).length > 1) return undefined
  // Where nothing is forbidden, an object that has two of them may match both, so that their own issues would tell nothing.
  if (!isForbidding && options.some(({ asksMore }) => asksMore)) return undefined
  return { options, isAny: !isForbidding && keyword === 'anyOf' }
}

interface Rules {
  readonly required: readonly string[]
  /** Properties that an object must not have. */
  readonly forbidden: readonly string[]
}

function rulesOf(schema: Schema, facts: Facts): Rules {
  const parts = inPlaceConjuncts(schema, facts.resolve)
  const properties = parts.flatMap((part) => part.properties ?? [])
  return {
    required: [...new Set(parts.flatMap((part) => part.required ?? []))],
    forbidden: properties.filter((it) => it.schema.boolean === false).map(({ name }) => name),
  }
}

/** Whether a function for the owner has the property in a variable. */
function isRead(name: string, owner: Schema): boolean {
  return [owner, ...inlineParts(owner)].some(
    ({ properties = [], required = [] }) =>
      required.includes(name) || properties.some((it) => it.name === name && !acceptsAll(it.schema)),
  )
}

/** Whether an object of the owner is valid by a schema once it is known to have, or not to have, some properties. */
function isImplied(schema: Schema, owner: Schema, settled: readonly string[], facts: Facts): boolean {
  const isKnown = (name: string) => settled.includes(name) || owner.required?.includes(name) === true
  return inPlaceConjuncts(schema, facts.resolve).every(({ required = [], properties = [], ...others }) => {
    const rest = assertionsOf(others).filter((it) => it !== 'type' && it !== 'ref' && it !== 'allOf')
    return (
      rest.length === 0 &&
      required.every(isKnown) &&
      properties.every(({ name, schema: property }) => {
        const known = owner.properties?.find((it) => it.name === name)?.schema
        if (property.boolean === false) return settled.includes(name)
        return acceptsAll(property) || (known !== undefined && isSaidBy(known, property))
      })
    )
  })
}

/** Whether one schema says all that another does. */
function isSaidBy(known: Schema, schema: Schema): boolean {
  if (isOnlyReference(schema)) return known.ref?.name === schema.ref.name
  return (
    isScalar(schema) &&
    assertionsOf(schema).every((keyword) =>
      keyword === 'type'
        ? known.type?.every((it) => schema.type!.includes(it)) === true
        : JSON.stringify(known[keyword]) === JSON.stringify(schema[keyword]),
    )
  )
}
