import type { JsonObject } from '../../json.js'
import { contentPlaces } from '../content-places.js'
import { member, type Source } from '../source.js'
import type { Direction } from './direction.js'

/** The schemas of the bodies of all operations in a direction, by where they stand; each once. */
export function bodySchemas(root: Source<JsonObject>, direction: Direction): ReadonlyMap<string, Source> {
  const schemas = contentPlaces(root, direction).flatMap(({ media }) => member(media, 'schema') ?? [])
  return new Map(schemas.map((schema) => [schema.pointer, schema]))
}
