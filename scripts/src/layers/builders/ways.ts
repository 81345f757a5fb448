import type { Schema } from '../../model/types.js'
import type { Follow } from './follow.js'

/** A way in which an object can be complete: the properties that it needs, and those that it must not have. */
export interface Way {
  readonly needs: ReadonlySet<string>
  readonly excludes: ReadonlySet<string>
}

/**
 * Beyond this many ways only what they have in common is kept: the compiler goes through all of them at each call of a
 * setter, and nested alternatives multiply.
 */
const MOST_WAYS = 32

const anyWay: Way = { needs: new Set(), excludes: new Set() }

/**
 * The ways in which an object can satisfy `schema`, as far as the presence of properties decides it: `required`, properties
 * that are `false`, `not` of a list of required names, and combinations of these by `allOf`, `anyOf`, `oneOf` and `$ref`.
 *
 * An object that is complete in none of the ways is not valid; one that is complete in one of them may still not be, for other
 * keywords (`dependentRequired`, `patternProperties`, `minProperties`, types of values, …) are left to the validator.
 */
export function waysOf(schema: Schema, follow: Follow): readonly Way[] {
  const memo = new Map<string, readonly Way[]>()
  const visit = (it: Schema): readonly Way[] => {
    if (!acceptsObjects(it)) return []
    const factors: (readonly Way[])[] = [[ownWay(it)], ...(it.allOf ?? []).map(visit)]
    if (it.ref) factors.push(target(it.ref.name))
    if (it.anyOf) factors.push(reduced(it.anyOf.flatMap(visit)))
    if (it.oneOf) factors.push(exactlyOne(it.oneOf, visit))
    if (it.not) factors.push(negation(it.not))
    return factors.reduce(product, [anyWay])
  }
  const target = (name: string): readonly Way[] => {
    const known = memo.get(name)
    if (known) return known
    const ways = visit(follow(name))
    memo.set(name, ways)
    return ways
  }
  return visit(schema)
}

/** Whether `schema` accepts objects, as far as its own `type` says. */
export function acceptsObjects({ boolean, type }: Schema): boolean {
  return boolean !== false && (type === undefined || type.includes('object'))
}

/** Whether `schema` accepts nothing: `false`, or what stands for it in OpenAPI 3.0, `{ not: {} }`. */
export function isFalse({ boolean, not }: Schema): boolean {
  return boolean === false || (not !== undefined && (not.boolean ?? Object.keys(not).length === 1))
}

function ownWay({ required = [], properties = [] }: Schema): Way {
  const excluded = properties.filter(({ schema }) => isFalse(schema))
  return { needs: new Set(required), excludes: new Set(excluded.map(({ name }) => name)) }
}

/** A branch must hold and each other must not, which is decided for branches of nothing but `required`. */
function exactlyOne(branches: readonly Schema[], visit: (schema: Schema) => readonly Way[]): readonly Way[] {
  const required = branches.map(requiredOnly)
  const ways = branches.flatMap((branch, index) => {
    const others = required.filter((names, other) => other !== index && names !== undefined)
    return visit(branch).flatMap((way) => {
      const left = others.map((names = []) => names.filter((name) => !way.needs.has(name)))
      if (left.some((names) => names.length === 0)) return []
      // Of several names any may be the one that is absent.
      const excluded = left.flatMap((names) => (names.length === 1 ? names : []))
      return [{ needs: way.needs, excludes: new Set([...way.excludes, ...excluded]) }]
    })
  })
  return reduced(ways)
}

/** `not` of a list of required names: one of them is absent. */
function negation(schema: Schema): readonly Way[] {
  const names = requiredOnly(schema)
  if (names === undefined) return [anyWay]
  return reduced(names.map((name) => ({ needs: new Set(), excludes: new Set([name]) })))
}

const SAYS_NOTHING_OF_OBJECTS: ReadonlySet<string> = new Set([
  'pointer',
  'location',
  'title',
  'description',
  'required',
])

/** The `required` of a schema that says nothing else of an object. */
function requiredOnly(schema: Schema): readonly string[] | undefined {
  const isPlain = Object.keys(schema).every(
    (keyword) => SAYS_NOTHING_OF_OBJECTS.has(keyword) || (keyword === 'type' && acceptsObjects(schema)),
  )
  return isPlain ? schema.required : undefined
}

/** The ways that satisfy both. */
function product(a: readonly Way[], b: readonly Way[]): readonly Way[] {
  if (a.length * b.length > MOST_WAYS)
    return a.length > b.length ? product(common(a), b) : product(a, common(b))
  return reduced(
    a.flatMap((one) =>
      b.map((other) => ({
        needs: new Set([...one.needs, ...other.needs]),
        excludes: new Set([...one.excludes, ...other.excludes]),
      })),
    ),
  )
}

/** Without ways that are impossible, or that demand all that another demands; and not too many. */
function reduced(ways: readonly Way[]): readonly Way[] {
  const possible = ways.filter(({ needs, excludes }) => !intersects(needs, excludes))
  if (possible.length > MOST_WAYS) return common(possible)
  return possible.filter(
    (way, index) =>
      !possible.some(
        (other, at) => at !== index && implies(way, other) && (at < index || !implies(other, way)),
      ),
  )
}

function implies(way: Way, other: Way): boolean {
  return isSubset(other.needs, way.needs) && isSubset(other.excludes, way.excludes)
}

/** What all of the ways demand, as one way. */
function common(ways: readonly Way[]): readonly Way[] {
  const [first, ...others] = ways
  if (first === undefined) return []
  const shared = (key: keyof Way) =>
    new Set([...first[key]].filter((name) => others.every((way) => way[key].has(name))))
  return [{ needs: shared('needs'), excludes: shared('excludes') }]
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((name) => whole.has(name))
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name))
}
