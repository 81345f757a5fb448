import type { JsonObject, JsonValue } from '../../json.js'
import type { Direction } from '../directions/direction.js'
import type { ContentKind } from '../types.js'
import { describedBy } from './described.js'
import { isJsonMediaType } from './json-media-type.js'

/** Media types by how their content is written. The first that fits counts. */
const KINDS: readonly (readonly [RegExp, ContentKind])[] = [
  [/^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|stream\+json|x-json-stream)$/, 'json-lines'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^multipart\/(?:form-data|\*)$/, 'multipart'],
  [/^multipart\//, 'binary'],
  [/(?:[/+](?:x-)?(?:xml|yaml))$/, 'text'],
  [/^(?:image|audio|video|font|model)\/|[+](?:zip|gzip|cbor)$/, 'binary'],
  [
    /^application\/(?:octet-stream|pdf|zip|x-zip-compressed|(?:x-)?gzip|x-tar|x-bzip2?|x-7z-compressed|(?:x-)?protobuf|cbor|(?:x-)?msgpack|wasm|msword|vnd\.(?:ms-|openxmlformats|oasis|android).*)$/,
    'binary',
  ],
]

/** Media types that are text. `text/plain` may hold what is written as JSON; a CSV or a page never does. */
const TEXT = /^text\/(?!plain$|\*$)|^application\/(?:javascript|ecmascript|graphql|sql|toml|jwt)$/

/**
 * How the content of a media type is written. A range, `text/plain` and a type that is not known leave it to the schema, which shows it
 * by what it describes.
 */
export function contentKind(
  mediaType: string,
  schema: JsonValue | undefined,
  { document, direction }: { readonly document: JsonObject; readonly direction: Direction },
): ContentKind {
  const essence = mediaType.split(';', 1)[0]!.trim().toLowerCase()
  const known = KINDS.find(([pattern]) => pattern.test(essence))?.[1]
  if (known !== undefined) return direction === 'response' ? (readable[known] ?? known) : known
  if (isJsonMediaType(essence)) return 'json'
  const described = describedBy(schema, document)
  // A client sends no events: they are what a server answers with.
  if (essence === 'text/event-stream' && direction === 'response')
    return described.has('data') ? 'events' : 'text-events'
  if (TEXT.test(essence)) return described.has('bytes') ? 'binary' : 'text'
  if (described.has('data')) return 'json'
  if (described.has('bytes')) return 'binary'
  if (described.has('text') || essence.startsWith('text/')) return 'text'
  return essence.endsWith('*') ? 'json' : 'binary'
}

/** What a response is read as that is of a kind made for requests. */
const readable: { readonly [K in ContentKind]?: ContentKind } = { form: 'text', multipart: 'binary' }
