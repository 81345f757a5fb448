import { childPointer, type JsonObject } from '../json.js'
import { isJsonMediaType } from './json-media-type.js'
import type { ReferenceTable } from './reference-table.js'
import { readSchema } from './schema.js'
import { fail, member, membersOf, object, type Source } from './source.js'
import type { Content, Schema } from './types.js'

/** The content of a body of which it is not yet known what its schema is called. */
export interface ContentDraft extends Omit<Content, 'shape'> {
  readonly schema: Schema
}

/** The `content` of a request body or response, by media type, in document order. */
export function readContents(holder: Source<JsonObject>, references: ReferenceTable): ContentDraft[] {
  return membersOf(holder, 'content').flatMap(([mediaType, place]) => {
    if (!isJsonMediaType(mediaType))
      fail(place, `The media type ${JSON.stringify(mediaType)} is not yet supported: only JSON is`)
    const media = object(place)
    if (media === undefined) return []
    const schema = member(media, 'schema')
    return [
      {
        mediaType,
        schema: schema === undefined ? anything(media) : readSchema(schema, references),
        pointer: media.pointer,
      },
    ]
  })
}

/** What a content without a schema is: anything. */
function anything(media: Source): Schema {
  return { pointer: childPointer(media.pointer, 'schema'), boolean: true }
}
