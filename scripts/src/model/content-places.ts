import type { JsonObject } from '../json.js'
import type { Direction } from './directions/direction.js'
import { operationSources, webhookSources } from './operation-sources.js'
import { resolve } from './reference.js'
import { member, membersOf, object, type Source } from './source.js'

/** A Media Type Object of a body (OpenAPI 3.1, 4.8.14). */
export interface ContentPlace {
  readonly mediaType: string
  readonly media: Source<JsonObject>
}

/** The contents of the bodies of all operations in a direction; each once, however many refer to it. */
export function contentPlaces(root: Source<JsonObject>, direction: Direction): ContentPlace[] {
  const places = [...operationSources(root), ...webhookSources(root)].flatMap(({ source }) =>
    holders[direction](source),
  )
  const contents = places.flatMap((place) => {
    const holder = resolve(place)
    return holder === undefined ? [] : contentsOf(holder)
  })
  return [...new Map(contents.map((content) => [content.media.pointer, content])).values()]
}

/** The Request Body Objects or Response Objects of an operation, or references to them. */
const holders: { readonly [K in Direction]: (operation: Source<JsonObject>) => Source[] } = {
  request: (operation) => [member(operation, 'requestBody')].filter((it) => it !== undefined),
  response: (operation) =>
    membersOf(operation, 'responses')
      .filter(([status]) => !status.startsWith('x-'))
      .map(([, response]) => response),
}

function contentsOf(holder: Source<JsonObject>): ContentPlace[] {
  return membersOf(holder, 'content').flatMap(([mediaType, place]) => {
    const media = object(place)
    return media === undefined ? [] : [{ mediaType, media }]
  })
}
