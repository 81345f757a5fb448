import type { ValueFormat } from './parameter.js'
import { memberReading, readTexts, type Reading } from '../reading/reading.js'
import { refuseValue } from './refuse-value.js'
import type { ParameterTexts } from './text-sources.js'

/** Deepest nesting of a value. It protects the stacks of this function, validators and handlers. */
const DEEPEST = 32

/** The texts at a place of the value, and the places inside it. */
interface Place {
  readonly texts: string[]
  readonly inside: Map<string, Place>
}

/**
 * The value of entries `name[key]=text` (style `deepObject`); `undefined` if there are none. OpenAPI leaves open what is inside a
 * member; here brackets go as deep as they will, and an array is `name[]=text` again and again or `name[0]=text`, `name[1]=text`, …
 * without a gap; any other names are an object's.
 * @throws RefusedError if names have no balanced brackets, go too deep, or make the same place text and an object.
 */
export function readDeepObject(format: ValueFormat, { entries, text }: ParameterTexts): unknown {
  const { name } = format
  const root = newPlace()
  for (const [key, raw] of entries) {
    if (key !== name && !key.startsWith(`${name}[`)) continue
    const tokens = tokensOf(key.slice(name.length)) ?? refuseValue(format, 'has brackets that do not match')
    if (tokens.length > DEEPEST) refuseValue(format, `is nested deeper than ${DEEPEST} levels`)
    tokens.reduce(placeInside, root).texts.push(text(raw))
  }
  return isEmpty(root) ? undefined : readPlace(root, format, format)
}

/** What is in the brackets; `undefined` if there is something else. */
function tokensOf(brackets: string): string[] | undefined {
  if (!/^(?:\[[^[\]]*\])*$/.test(brackets)) return undefined
  return brackets.split(/[[\]]/).filter((_, index) => index % 2 === 1)
}

function newPlace(): Place {
  return { texts: [], inside: new Map() }
}

function placeInside({ inside }: Place, token: string): Place {
  const place = inside.get(token) ?? newPlace()
  inside.set(token, place)
  return place
}

function isEmpty({ texts, inside }: Place): boolean {
  return texts.length === 0 && inside.size === 0
}

function readPlace({ texts, inside }: Place, reading: Reading, format: ValueFormat): unknown {
  if (inside.size === 0) return readTexts(texts, reading)
  if (texts.length > 0) return refuseValue(format, 'is both a text and something with members')
  const appended = inside.get('')
  if (appended !== undefined) {
    if (inside.size > 1) return refuseValue(format, 'has items with and without an index')
    if (appended.inside.size > 0) return refuseValue(format, 'has items without an index that are no texts')
    return readTexts(appended.texts, { array: reading.array ?? {} })
  }
  const items = mayBeArray(reading) ? inOrder(inside) : undefined
  if (items) return items.map((it) => readPlace(it, reading.array ?? {}, format))
  const members = [...inside].map(
    ([token, it]) => [token, readPlace(it, memberReading(reading, token), format)] as const,
  )
  return Object.fromEntries(members)
}

/** Whether the schema has an array there, or says nothing. */
function mayBeArray({ array, object, types }: Reading): boolean {
  return array !== undefined || (object === undefined && types === undefined)
}

/** The places by their indices, if those are all from 0 on. */
function inOrder(inside: ReadonlyMap<string, Place>): Place[] | undefined {
  const places = Array.from({ length: inside.size }, (_, index) => inside.get(String(index)))
  return places.every((it) => it !== undefined) ? places : undefined
}
