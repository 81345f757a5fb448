import type { JsonObject } from '../json.js'
import type { Asked, Direction } from './directions/direction.js'
import { type OperationSource, operationSources, webhookSources } from './operation-sources.js'
import { resolve } from './reference.js'
import { member, membersOf, object, type Source } from './source.js'

/** A Media Type Object of a body (OpenAPI 3.1, 4.8.14). */
export interface ContentPlace {
  readonly mediaType: string
  readonly media: Source<JsonObject>
}

const everyone: readonly Asked[] = ['operations', 'webhooks']

/** The contents of the bodies of operations in a direction; each once, however many refer to it. */
export function contentPlaces(
  root: Source<JsonObject>,
  direction: Direction,
  of: readonly Asked[] = everyone,
): ContentPlace[] {
  const contents = bodyHolders(root, direction, of).flatMap(contentsOf)
  return [...new Map(contents.map((content) => [content.media.pointer, content])).values()]
}

/** The Request Body Objects or Response Objects of operations, which may be the same ones. */
export function bodyHolders(
  root: Source<JsonObject>,
  direction: Direction,
  of: readonly Asked[],
): Source<JsonObject>[] {
  return of
    .flatMap((asked) => operations[asked](root))
    .flatMap(({ source }) => holders[direction](source))
    .flatMap((place) => resolve(place) ?? [])
}

const operations: { readonly [K in Asked]: (root: Source<JsonObject>) => readonly OperationSource[] } = {
  operations: operationSources,
  webhooks: webhookSources,
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
