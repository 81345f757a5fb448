import { isIgnoredHeader } from '../../ignored-headers.js'
import type { JsonObject } from '../../json.js'
import { memberOf, namesOf, requiredOf } from '../inner-schemas.js'
import { readStyle } from '../parameter-style.js'
import { parameterReading, partReading } from '../reading.js'
import { defined, member, membersOf, object, type Source, textMember, warn } from '../source.js'
import type { Part, Schema } from '../types.js'
import type { Lookup } from '../value-types.js'
import { isJsonMediaType } from './json-media-type.js'

/** What an Encoding Object says of a member (OpenAPI 3.1, 4.8.15). */
export type PartDraft = Pick<Part, 'name' | 'style' | 'contentType' | 'isJson' | 'pointer'>

/** The Encoding Objects of a Media Type Object. */
export function readParts(media: Source<JsonObject>): PartDraft[] {
  return membersOf(media, 'encoding').flatMap(([name, place]) => {
    const encoding = object(place)
    return encoding === undefined ? [] : [readPart(name, encoding)]
  })
}

function readPart(name: string, encoding: Source<JsonObject>): PartDraft {
  const headers = membersOf(encoding, 'headers').filter(([header]) => !isIgnoredHeader(header))
  if (headers.length > 0) warn(encoding, `The headers of the part ${JSON.stringify(name)} are not sent`)
  const { pointer } = encoding
  // Where the style is said, the type of the content is not (3.1.1, "Encoding Object").
  if (['style', 'explode', 'allowReserved'].some((key) => member(encoding, key) !== undefined)) {
    const { allowEmptyValue: _, ...style } = readStyle(encoding, 'query')
    return { name, style, isJson: false, pointer }
  }
  const contentType = concrete(textMember(encoding, 'contentType'))
  const isJson = contentType !== undefined && isJsonMediaType(contentType)
  return { name, ...defined({ contentType }), isJson, pointer }
}

/** A single media type: of several, or of a range, none is the one to send. */
function concrete(contentType: string | undefined): string | undefined {
  return contentType !== undefined && /[,*]/.test(contentType) ? undefined : contentType
}

/** The members of a body that its schema or its encoding knows by name. */
export function finishParts(schema: Schema, drafts: readonly PartDraft[], lookup: Lookup): Part[] {
  const required = requiredOf(schema, lookup)
  const names = new Set([...namesOf(schema, lookup), ...drafts.map(({ name }) => name)])
  return [...names].map((name) => {
    const draft = drafts.find((it) => it.name === name)
    const part = {
      ...(draft ?? { name, isJson: false, pointer: schema.pointer }),
      schema: memberOf(schema, name, lookup),
    }
    return { ...part, required: required.has(name), reading: readingOf(part, lookup) }
  })
}

function readingOf({ schema, style, isJson }: PartDraft & Pick<Part, 'schema'>, lookup: Lookup) {
  if (isJson) return {}
  return style === undefined
    ? partReading(schema, lookup)
    : parameterReading({ schema, ...style, isJson }, lookup)
}
