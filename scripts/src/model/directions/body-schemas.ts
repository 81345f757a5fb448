import { operationSources } from '../operation-sources.js'
import { resolve } from '../reference.js'
import { member, membersOf, object, type Source } from '../source.js'
import type { JsonObject } from '../../json.js'
import type { Direction } from './direction.js'

/** The schemas of the bodies of all operations in a direction, by where they stand; each once. */
export function bodySchemas(root: Source<JsonObject>, direction: Direction): ReadonlyMap<string, Source> {
  const places = operationSources(root).flatMap(({ source }) => holders[direction](source))
  const schemas = places.flatMap((place) => {
    const holder = resolve(place)
    return holder === undefined ? [] : contentSchemas(holder)
  })
  return new Map(schemas.map((schema) => [schema.pointer, schema]))
}

/** The Request Body Objects or Response Objects of an operation, or references to them. */
const holders: { readonly [K in Direction]: (operation: Source<JsonObject>) => Source[] } = {
  request: (operation) => [member(operation, 'requestBody')].filter((it) => it !== undefined),
  response: (operation) =>
    membersOf(operation, 'responses')
      .filter(([status]) => !status.startsWith('x-'))
      .map(([, response]) => response),
}

function contentSchemas(holder: Source<JsonObject>): Source[] {
  return membersOf(holder, 'content').flatMap(([, place]) => {
    const media = object(place)
    const schema = media && member(media, 'schema')
    return schema === undefined ? [] : [schema]
  })
}
