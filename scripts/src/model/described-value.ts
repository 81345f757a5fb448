import { childPointer, type JsonObject } from '../json.js'
import { describedBy } from './media/described.js'
import { isJsonMediaType } from './media/json-media-type.js'
import type { ReferenceTable } from './reference-table.js'
import { readSchema } from './schema.js'
import { fail, member, membersOf, object, type Source } from './source.js'
import type { Parameter, Schema } from './types.js'

/** What a value in a URL or header field is, from `schema` or `content`, of which its holder, `what`, has one. */
export function readDescribed(
  source: Source<JsonObject>,
  what: string,
  references: ReferenceTable,
): Pick<Parameter, 'schema' | 'isJson'> | undefined {
  const schema = member(source, 'schema')
  if (schema !== undefined) return { schema: readSchema(schema, references), isJson: false }
  const [entry] = membersOf(source, 'content')
  if (entry === undefined) return fail(source, `The ${what} must have a "schema" or "content"`)
  return readContent(entry, references)
}

/** Media types, with or without parameters, of which a value is written as the text that it is. */
const PLAIN = /^(?:text\/(?:plain|\*)|\*\/\*) *(?:;|$)/i

function readContent(
  [mediaType, place]: readonly [string, Source],
  references: ReferenceTable,
): Pick<Parameter, 'schema' | 'isJson'> | undefined {
  const media = object(place)
  if (media === undefined) return undefined
  const schema = member(media, 'schema')
  const isJson = isJsonMediaType(mediaType)
  if (!isJson && !PLAIN.test(mediaType) && describedBy(schema?.value, media.document).has('data')) {
    const found = JSON.stringify(mediaType)
    return fail(
      place,
      `The media type ${found} is not supported for the data of a parameter: only JSON is, and text of any type`,
    )
  }
  const anything: Schema = { pointer: childPointer(media.pointer, 'schema'), boolean: true }
  return { schema: schema === undefined ? anything : readSchema(schema, references), isJson }
}
