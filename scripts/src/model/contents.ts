import { childPointer, type JsonObject } from '../json.js'
import type { Direction } from './directions/direction.js'
import { contentKind } from './media/content-kind.js'
import { type PartDraft, readParts } from './media/parts.js'
import type { ReferenceTable } from './reference-table.js'
import { readSchema } from './schema.js'
import { member, membersOf, object, type Source } from './source.js'
import type { Content, ContentKind, Schema } from './types.js'

/** The content of a body of which it is not yet known what its schema is called. */
export interface ContentDraft extends Omit<Content, 'shape' | 'parts'> {
  readonly schema: Schema
  /** What the document says of how its members are written. */
  readonly parts: readonly PartDraft[]
}

/** The `content` of a request body or response, by media type, in document order. */
export function readContents(
  holder: Source<JsonObject>,
  direction: Direction,
  references: ReferenceTable,
): ContentDraft[] {
  const contents = membersOf(holder, 'content').flatMap(([mediaType, place]) => {
    const media = object(place)
    if (media === undefined) return []
    const schema = member(media, 'schema')
    const kind = contentKind(mediaType, schema?.value, { document: media.document, direction })
    return [
      {
        mediaType,
        kind,
        schema: schema === undefined ? anything(media) : readSchema(schema, references),
        parts: kind === 'form' || kind === 'multipart' ? readParts(media) : [],
        pointer: media.pointer,
      },
    ]
  })
  const rank = Math.min(...contents.map(({ kind }) => rankOf(kind)))
  return contents.map((content) => ({ ...content, isPreferred: rankOf(content.kind) === rank }))
}

/** Kinds before which no other is preferred, and those that come next. */
const PREFERRED: readonly (readonly ContentKind[])[] = [['json'], ['form', 'multipart']]

function rankOf(kind: ContentKind): number {
  const rank = PREFERRED.findIndex((kinds) => kinds.includes(kind))
  return rank === -1 ? PREFERRED.length : rank
}

/** What a content without a schema is: anything. */
function anything(media: Source): Schema {
  return { pointer: childPointer(media.pointer, 'schema'), boolean: true }
}
