import type { JsonObject } from '../json.js'
import type { Codecs } from './codecs/codecs.js'
import { readDescribed } from './described-value.js'
import { readStyle } from './parameter-style.js'
import { parameterReading } from './reading.js'
import { resolve } from './reference.js'
import type { ReferenceTable } from './reference-table.js'
import { defined, flagMember, member, membersOf, type Source, textMember, warn } from './source.js'
import type { ResponseHeader } from './types.js'
import type { Lookup } from './value-types.js'

/** A header of which it is not yet known what its text may stand for. */
export type ResponseHeaderDraft = Omit<ResponseHeader, 'reading' | 'codec'>

/** The `headers` of a response, in document order; `Content-Type` is described elsewhere (OpenAPI 3.1, 4.8.17.1). */
export function readResponseHeaders(
  response: Source<JsonObject>,
  references: ReferenceTable,
): ResponseHeaderDraft[] {
  return membersOf(response, 'headers').flatMap(([name, place]) => {
    const source = name.toLowerCase() === 'content-type' ? undefined : resolve(place)
    const header = source && readHeader(source, name, references)
    return header === undefined ? [] : [header]
  })
}

/** A name of a header field (RFC 9110, 5.1): a platform throws when it is asked for any other. */
const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** Reads a Header Object (4.8.21). Many documents do not say what its value is: then it is text. */
function readHeader(
  source: Source<JsonObject>,
  name: string,
  references: ReferenceTable,
): ResponseHeaderDraft | undefined {
  if (!FIELD_NAME.test(name)) {
    warn(source, `The header ${JSON.stringify(name)} is left out: no header field can have that name`)
    return undefined
  }
  const { explode } = readStyle(source, 'header')
  const isDescribed = ['schema', 'content'].some((key) => member(source, key) !== undefined)
  if (!isDescribed) warn(source, `The header "${name}" has neither "schema" nor "content", so it is text`)
  const described = isDescribed
    ? readDescribed(source, `header "${name}"`, references)
    : { schema: { pointer: source.pointer, boolean: true }, isJson: false }
  return (
    described && {
      name,
      required: flagMember(source, 'required'),
      deprecated: flagMember(source, 'deprecated'),
      ...defined({ description: textMember(source, 'description') }),
      explode,
      ...described,
      pointer: source.pointer,
    }
  )
}

/** The header with what its text may stand for. */
export function finishResponseHeader(
  draft: ResponseHeaderDraft,
  { lookup, codecs }: { readonly lookup: Lookup; readonly codecs: Codecs },
): ResponseHeader {
  const { codec } = codecs.of(draft.schema)
  return {
    ...draft,
    reading: parameterReading({ ...draft, style: 'simple' }, lookup),
    ...(codec && { codec }),
  }
}
