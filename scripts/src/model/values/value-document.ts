import { type JsonObject, type JsonValue, pointerTokens } from '../../json.js'
import { VALUE, type ValueName, valueNames } from '../../value-schema.js'
import type { ModelOptions } from '../options.js'
import { type Source, warn } from '../source.js'
import { conflicts } from './conflicts.js'
import { schemaPlaces } from './places.js'
import { allInside, type Closed, survey, type Survey } from './survey.js'

/** A document whose schemas are marked by what their values become in memory. */
export interface ValueDocument {
  readonly document: JsonObject
  /** The types that there are marks for. */
  readonly values: readonly ValueName[]
}

/**
 * Marks the schemas whose values become others in memory: those that only say so much of a text as that it is a `date-time`. Where a
 * value cannot be converted it stays what it is in JSON, with a warning. Without options for it the document stays the same object.
 */
export function valueDocument(root: Source<JsonObject>, options: ModelOptions): ValueDocument {
  const { dateTime = 'string', int64 = 'number' } = options
  if (dateTime === 'string' && int64 === 'number') return { document: root.value, values: [] }
  const { schemas, texts } = schemaPlaces(root)
  const found = survey([...schemas, ...texts], root.value, options)
  const reason = 'the data of an event is text'
  const obstacles = obstaclesIn(
    found,
    [...found.closed, ...texts.map((schema) => ({ schema, reason }))],
    root.value,
  )
  const marks = new Map<string, ValueName>()
  for (const [pointer, conversion] of found.conversions) {
    const obstacle = obstacles.get(pointer) ?? ('obstacle' in conversion ? conversion.obstacle : undefined)
    if (obstacle !== undefined) warn({ ...root, pointer }, `Values are not converted here: ${obstacle}`)
    else if ('value' in conversion) marks.set(pointer, conversion.value)
  }
  const used = new Set(marks.values())
  return { document: withMarks(root.value, marks), values: valueNames.filter((name) => used.has(name)) }
}

/** Why the values of schemas cannot be converted, by the place of each; the first reason that there is. */
function obstaclesIn(
  found: Survey,
  closed: readonly Closed[],
  document: JsonObject,
): ReadonlyMap<string, string> {
  const obstacles = new Map<string, string>()
  const seen = new Set<string>()
  for (const { schema, reason, only } of closed) {
    const key = `${schema.pointer} ${only?.join() ?? ''}`
    if (seen.has(key)) continue
    for (const { pointer } of allInside([schema], document)) {
      seen.add(`${pointer} ${only?.join() ?? ''}`)
      const conversion = found.conversions.get(pointer)
      const isMeant = conversion && 'value' in conversion && (only?.includes(conversion.value) ?? true)
      if (isMeant && !obstacles.has(pointer)) obstacles.set(pointer, reason)
    }
  }
  for (const { pointer, reason } of conflicts(found, document)) {
    if (!obstacles.has(pointer)) obstacles.set(pointer, reason)
  }
  return obstacles
}

/** A place on the way to marks, and the mark in it. */
interface Way {
  mark?: ValueName
  readonly next: Map<string, Way>
}

function withMarks(document: JsonObject, marks: ReadonlyMap<string, ValueName>): JsonObject {
  const start: Way = { next: new Map() }
  for (const [pointer, mark] of marks) {
    let way = start
    for (const token of pointerTokens(pointer)) {
      const next: Way = way.next.get(token) ?? { next: new Map() }
      way.next.set(token, next)
      way = next
    }
    way.mark = mark
  }
  // An object stays one.
  return marked(document, start) as JsonObject
}

function marked(value: JsonValue, { mark, next }: Way): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  const change = (it: JsonValue, token: string): JsonValue => {
    const way = next.get(token)
    return way === undefined ? it : marked(it, way)
  }
  if (Array.isArray(value)) return value.map((it: JsonValue, index) => change(it, String(index)))
  const entries = Object.entries(value).map(([key, it]) => [key, change(it, key)])
  // `fromEntries` defines its properties, so that `__proto__` is one like any other.
  return Object.fromEntries(mark === undefined ? entries : [...entries, [VALUE, mark]])
}
