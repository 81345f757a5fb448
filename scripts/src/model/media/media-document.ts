import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { replaceAt } from '../../pointer.js'
import { blobSchema, valueNameOf } from '../../value-schema.js'
import { type ContentPlace, contentPlaces } from '../content-places.js'
import type { Direction } from '../directions/direction.js'
import { referredSchema } from '../referred-schema.js'
import { excerpt, type Source, warn } from '../source.js'
import type { ContentKind } from '../types.js'
import { contentKind } from './content-kind.js'
import { describedBy } from './described.js'
import { multipartSchema } from './multipart-schema.js'

/**
 * The document with bodies described as what a caller gives and gets: bytes as such, text that is in no syntax we read as a string,
 * and a stream by one of its items. It is the same object if all bodies are of JSON, or forms without files.
 */
export function mediaDocument(root: Source<JsonObject>): JsonObject {
  const directions: readonly Direction[] = ['request', 'response']
  return directions
    .flatMap((direction) => contentPlaces(root, direction).map((place) => ({ place, direction })))
    .reduce((document, { place, direction }) => withContent(document, place, direction), root.value)
}

function withContent(
  document: JsonObject,
  { mediaType, media }: ContentPlace,
  direction: Direction,
): JsonObject {
  const schema = own(media.value, 'schema')
  const kind = contentKind(mediaType, schema, { document: media.document, direction })
  const next = lowered[kind](media, mediaType)
  return next === schema || next === undefined
    ? document
    : replaceAt(document, media.pointer, { ...media.value, schema: withDefinitions(next, schema) })
}

/** A schema with what another only defines, as there may be references to that. */
function withDefinitions(schema: JsonValue, replaced: JsonValue | undefined): JsonValue {
  const definitions = isJsonObject(replaced) ? own(replaced, '$defs') : undefined
  if (definitions === undefined || schema === false) return schema
  return { ...(isJsonObject(schema) && schema), $defs: definitions }
}

/** The schema of what a caller gives or gets; undefined where nothing is said. */
type Lower = (media: Source<JsonObject>, mediaType: string) => JsonValue | undefined

const asItIs: Lower = ({ value }) => own(value, 'schema')

const lowered: { readonly [K in ContentKind]: Lower } = {
  json: asItIs,
  form: asItIs,
  multipart: ({ value, document }) => {
    const schema = own(value, 'schema')
    return schema === undefined
      ? undefined
      : multipartSchema(schema, { document, isBytes: (property) => isBytes(value, property) })
  },
  text: (media, mediaType) => {
    const schema = own(media.value, 'schema')
    const described = describedBy(schema, media.document)
    if (described.size === 1 && described.has('text')) return schema
    if (described.has('data')) remark(media, mediaType, 'a string')
    return { type: 'string', ...describing(schema) }
  },
  binary: (media, mediaType) => {
    const schema = own(media.value, 'schema')
    if (valueNameOf(schema) === 'Blob') return schema
    if (describedBy(schema, media.document).has('data')) remark(media, mediaType, 'a Blob')
    return blobSchema(schema)
  },
  'json-lines': itemSchema,
  events: itemSchema,
  'text-events': itemSchema,
}

/** What a stream consists of. OpenAPI 3.1 does not say whether a schema is one of all or of each: an array is all. */
function itemSchema({ value, document }: Source<JsonObject>): JsonValue | undefined {
  const schema = own(value, 'schema')
  const referred = isJsonObject(schema) ? (referredSchema(schema, document) ?? schema) : schema
  const isList = isJsonObject(referred) && own(referred, 'type') === 'array'
  return isList ? (own(referred, 'items') ?? true) : schema
}

function remark(media: Source<JsonObject>, mediaType: string, given: string): void {
  const schema = `The schema of ${excerpt(mediaType)} is not used`
  warn(media, `${schema}: content of that type is not parsed or written, but given as ${given}`)
}

function describing(schema: JsonValue | undefined): JsonObject {
  const description = isJsonObject(schema) ? own(schema, 'description') : undefined
  return typeof description === 'string' ? { description } : {}
}

/** Whether the Encoding Object of a property (OpenAPI 3.1, 4.8.15) names nothing but types of bytes. */
function isBytes(media: JsonObject, property: string): boolean {
  const encodings = own(media, 'encoding')
  const encoding = isJsonObject(encodings) ? own(encodings, property) : undefined
  const contentType = isJsonObject(encoding) ? own(encoding, 'contentType') : undefined
  if (typeof contentType !== 'string') return false
  return contentType
    .split(',')
    .every((type) => /^ *(?:(?:image|audio|video|font)\/|application\/(?:octet-stream|pdf|zip))/i.test(type))
}
