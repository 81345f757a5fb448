import type { JsonValue } from '../../json.js'
import type { Schema, TypeName } from '../../model/types.js'
import { allowedValues, isPrimitive } from './analysis.js'
import { isExclusive } from './alternatives.js'
import { branches } from './branching.js'
import { cyclesOf } from './cycles.js'
import { inPlaceConjuncts } from './subschemas.js'

/** The types of JSON values that can be told apart: an integer is a number. */
export type ValueType = Exclude<TypeName, 'integer'>

/** Every type of JSON values. */
export const ALL_TYPES: readonly ValueType[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

/** A string, number, boolean or null of JSON. */
export type Primitive = string | number | boolean | null

/** What is known of the named schemas of a model before anything is printed; each fact is found once. */
export class Facts {
  readonly #schemas: ReadonlyMap<string, Schema>
  readonly #cycles: ReadonlyMap<string, number>
  readonly #branching = new Map<number, boolean>()
  readonly #types = new Map<Schema, readonly ValueType[]>()

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.#schemas = schemas
    this.#cycles = cyclesOf(schemas)
  }

  /** What a named schema says. */
  readonly resolve = (name: string): Schema => {
    const found = this.#schemas.get(name)
    if (found === undefined) throw new Error(`There is no schema ${name}`)
    return found
  }

  /** The cycle of references that a named schema is part of, so that checking a value by it recurs; undefined if in none. */
  cycleOf(name: string): number | undefined {
    return this.#cycles.get(name)
  }

  /** Whether a value may be checked by way of the cycle that a schema is in more than once, see `branches`. */
  isBranching(name: string): boolean {
    const cycle = this.cycleOf(name)
    if (cycle === undefined) return false
    const known = this.#branching.get(cycle)
    if (known !== undefined) return known
    const members = [...this.#cycles].flatMap(([member, of]) => (of === cycle ? [member] : []))
    const found = members.some((member) =>
      branches(this.resolve(member), {
        has: (it) => this.cycleOf(it) === cycle,
        isExclusive: (alternatives) => isExclusive(alternatives, this),
      }),
    )
    this.#branching.set(cycle, found)
    return found
  }

  /** The types that a valid value may have; none if there is no valid value. */
  types(schema: Schema): readonly ValueType[] {
    const known = this.#types.get(schema)
    if (known !== undefined) return known
    const types = this.#findTypes(schema)
    this.#types.set(schema, types)
    return types
  }

  /**
   * The properties that every valid value has, as an object, with one of a few primitive values: what tells it from others. The
   * value is known to be an object only if `types` says so.
   */
  fixedProperties(schema: Schema): ReadonlyMap<string, readonly Primitive[]> {
    const fixed = new Map<string, readonly Primitive[]>()
    for (const part of inPlaceConjuncts(schema, this.resolve)) {
      for (const { name, schema: property } of part.properties ?? []) {
        const values = this.#fixedValues(property)
        if (values !== undefined && !fixed.has(name)) fixed.set(name, values)
      }
    }
    const required = new Set(inPlaceConjuncts(schema, this.resolve).flatMap((part) => part.required ?? []))
    return new Map([...fixed].filter(([name]) => required.has(name)))
  }

  #fixedValues(schema: Schema): readonly Primitive[] | undefined {
    for (const part of inPlaceConjuncts(schema, this.resolve)) {
      const values = allowedValues(part)
      if (values?.every(isPrimitive) === true) return values
    }
    return undefined
  }

  #findTypes(schema: Schema): readonly ValueType[] {
    if (schema.boolean !== undefined) return schema.boolean ? ALL_TYPES : []
    const own = ownTypes(schema)
    const conjuncts = [
      ...(schema.allOf ?? []),
      ...(schema.ref === undefined ? [] : [this.resolve(schema.ref.name)]),
    ]
    const choices = [schema.anyOf, schema.oneOf].filter((it) => it !== undefined)
    return own.filter(
      (type) =>
        conjuncts.every((part) => this.types(part).includes(type)) &&
        choices.every((parts) => parts.some((part) => this.types(part).includes(type))),
    )
  }
}

function ownTypes(schema: Schema): readonly ValueType[] {
  const values = allowedValues(schema)
  if (schema.value !== undefined) return valueTypes(schema)
  if (values !== undefined) return ALL_TYPES.filter((type) => values.some((value) => typeOf(value) === type))
  if (schema.type === undefined) return ALL_TYPES
  const types = new Set(schema.type.map((type) => (type === 'integer' ? 'number' : type)))
  return ALL_TYPES.filter((type) => types.has(type))
}

/** Values that JSON does not have are objects to who looks at them as JSON; but no type of JSON is that of a bigint, so it can be any. */
function valueTypes({ value, type = [] }: Schema): readonly ValueType[] {
  if (value === 'bigint') return ALL_TYPES
  return type.includes('null') ? ['null', 'object'] : ['object']
}

function typeOf(value: JsonValue): ValueType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  // JSON has no other types.
  return typeof value as ValueType
}
