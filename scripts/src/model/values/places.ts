import type { JsonObject } from '../../json.js'
import { contentPlaces } from '../content-places.js'
import type { Direction } from '../directions/direction.js'
import { contentKind } from '../media/content-kind.js'
import { operationSources, webhookSources } from '../operation-sources.js'
import { resolve } from '../reference.js'
import { items, member, membersOf, object, type Source } from '../source.js'
import { type Located, located } from './located.js'

/** Where the document describes values with a schema. */
export interface SchemaPlaces {
  readonly schemas: readonly Located[]
  /** Of texts that are given as they are. */
  readonly texts: readonly Located[]
}

/** The schemas of components, and of the parameters, bodies and header fields of all operations. */
export function schemaPlaces(root: Source<JsonObject>): SchemaPlaces {
  const components = object(member(root, 'components'))
  const operations = [...operationSources(root), ...webhookSources(root)]
  const holders = operations.flatMap(({ item, source }) => [
    ...[item, source].flatMap((it) => items(member(it, 'parameters'))),
    ...membersOf(source, 'responses').flatMap(([, response]) => headersOf(response)),
  ])
  const contents = (['request', 'response'] as const).flatMap((direction) => contentSchemas(root, direction))
  return {
    schemas: [
      ...(components ? membersOf(components, 'schemas').map(([, it]) => it) : []),
      ...holders.flatMap(describedIn),
      ...contents.filter(({ isText }) => !isText).map(({ schema }) => schema),
    ].flatMap(locate),
    texts: contents.filter(({ isText }) => isText).flatMap(({ schema }) => locate(schema)),
  }
}

function headersOf(response: Source): Source[] {
  const resolved = resolve(response)
  return resolved === undefined ? [] : membersOf(resolved, 'headers').map(([, header]) => header)
}

/** The schema of a parameter or header, or of its content. */
function describedIn(place: Source): Source[] {
  const holder = resolve(place)
  if (holder === undefined) return []
  const contents = membersOf(holder, 'content').flatMap(([, media]) => object(media) ?? [])
  return [holder, ...contents].flatMap((it) => member(it, 'schema') ?? [])
}

function contentSchemas(root: Source<JsonObject>, direction: Direction) {
  return contentPlaces(root, direction).flatMap(({ mediaType, media }) => {
    const schema = member(media, 'schema')
    if (schema === undefined) return []
    const kind = contentKind(mediaType, schema.value, { document: root.value, direction })
    return [{ schema, isText: kind === 'text-events' }]
  })
}

function locate({ value, pointer }: Source): Located[] {
  const found = located(value, pointer)
  return found === undefined ? [] : [found]
}
