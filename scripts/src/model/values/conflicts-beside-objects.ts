import { type JsonObject, own } from '../../json.js'
import { isArray } from '../source.js'
import type { Conflict } from './conflicts.js'
import { conjuncts, inner, inPlace, listed, type Located, named } from './located.js'
import { namesIn, othersIn, propertyIn } from './parts.js'
import type { Survey } from './survey.js'

/** Pairs that are looked at before the rest is left alone. */
const MOST_PAIRS = 100_000

/**
 * The dates that alternatives of `oneOf` must not have: to a schema that only asks for an object a date in memory is one, so that a value
 * would be valid by two alternatives, where only one takes its JSON.
 */
export function conflictsBesideObjects(
  schemas: readonly Located[],
  conversions: Survey['conversions'],
  document: JsonObject,
): Conflict[] {
  const found: Conflict[] = []
  const seen = new Set<string>()
  const check = (dates: readonly Located[], objects: readonly Located[]): void => {
    const key = [dates, objects].map((them) => them.map(({ pointer }) => pointer).join('\n')).join('\n\n')
    if (dates.length === 0 || objects.length === 0 || seen.has(key) || seen.size >= MOST_PAIRS) return
    seen.add(key)
    const [left, right] = [inPlace(dates, document), inPlace(objects, document)]
    const taking = objects.find((it) => takesAnyObject(it, document, []))
    if (taking !== undefined) {
      const reason = `in an alternative of "oneOf", #${taking.pointer} takes any object in its place`
      for (const { pointer } of left) if (isDate(pointer, conversions)) found.push({ pointer, reason })
    }
    const names = new Set(left.flatMap(namesIn))
    for (const name of names)
      check(
        left.flatMap((it) => propertyIn(it, name)),
        right.flatMap((it) => propertyIn(it, name)),
      )
    check(
      left.flatMap(othersIn),
      right.flatMap((it) => [...named(it, 'properties').map(([, each]) => each), ...othersIn(it)]),
    )
    check(left.flatMap(itemsIn), right.flatMap(itemsIn))
  }
  for (const it of schemas) {
    const alternatives = listed(it, 'oneOf')
    for (const one of alternatives) for (const other of alternatives) if (one !== other) check([one], [other])
  }
  return found
}

function isDate(pointer: string, conversions: Survey['conversions']): boolean {
  const conversion = conversions.get(pointer)
  return conversion !== undefined && 'value' in conversion && conversion.value !== 'bigint'
}

function itemsIn(it: Located): Located[] {
  return [...inner(it, 'items'), ...listed(it, 'prefixItems')]
}

/** Whether a schema lets objects through whatever is in them, and no text. */
function takesAnyObject(start: Located, document: JsonObject, outer: readonly string[]): boolean {
  if (outer.includes(start.pointer)) return false
  const around = [...outer, start.pointer]
  const parts = conjuncts([start], document)
  const alternatives = parts.flatMap((it) => ['anyOf', 'oneOf'].map((keyword) => listed(it, keyword)))
  const taken = alternatives.filter(({ length }) => length > 0)
  const isTyped = parts.some(({ schema }) => typesOf(schema) !== undefined)
  return (
    parts.every(({ schema }) => asksNothing(schema)) &&
    taken.every((options) => options.some((it) => takesAnyObject(it, document, around))) &&
    (isTyped || taken.length > 0)
  )
}

/** Whether a schema, going by what it says itself, lets an object without properties through, if it lets objects through and no text. */
function asksNothing(schema: JsonObject): boolean {
  const types = typesOf(schema)
  const required = own(schema, 'required')
  if (types !== undefined && (!types.includes('object') || types.includes('string'))) return false
  if (required !== undefined && isArray(required) && required.length > 0) return false
  return own(schema, 'enum') === undefined && own(schema, 'const') === undefined
}

function typesOf(schema: JsonObject) {
  const type = own(schema, 'type')
  return type === undefined || isArray(type) ? type : [type]
}
