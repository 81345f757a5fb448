import type { JsonObject } from '../../json.js'
import { bodyHolders, contentPlaces } from '../content-places.js'
import { resolve } from '../reference.js'
import { member, membersOf, object, type Source } from '../source.js'
import type { DirectionRule } from './direction.js'

/**
 * The schemas that a rule is for, by where they stand, each once: of the bodies, and where enums are concerned, of the header fields
 * beside them.
 */
export function bodySchemas(
  root: Source<JsonObject>,
  { direction, of, opensEnums }: DirectionRule,
): ReadonlyMap<string, Source> {
  const bodies = contentPlaces(root, direction, of).map(({ media }) => media)
  const headers = opensEnums ? bodyHolders(root, direction, of).flatMap(headersOf) : []
  const schemas = [...bodies, ...headers].flatMap((holder) => member(holder, 'schema') ?? [])
  return new Map(schemas.map((schema) => [schema.pointer, schema]))
}

/** What holds the schemas of the header fields of a response (OpenAPI 3.1, 4.8.21): a Header Object, or its Media Type Object. */
function headersOf(response: Source<JsonObject>): Source<JsonObject>[] {
  return membersOf(response, 'headers').flatMap(([, place]) => {
    const header = resolve(place)
    if (header === undefined) return []
    return [header, ...membersOf(header, 'content').flatMap(([, media]) => object(media) ?? [])]
  })
}
