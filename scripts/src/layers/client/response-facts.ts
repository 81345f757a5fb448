import type { CodecCode, CodecsOf } from '../../codec-code.js'
import { type Code, code, imported, join, literal } from '../../emit/index.js'
import type { Content, ContentKind, Operation, Response } from '../../model/types.js'
import { objectCode } from './object-code.js'
import { finalResponses, preferred, preferredFirst, responseKind } from './response-kind.js'

type Entry = readonly [key: string, value: Code]

/** What `send` needs to know of the responses: how they are read, and what to ask for where they are not JSON alone. */
export function responseFacts(operation: Operation, codecs: CodecsOf): Entry[] {
  const responses = finalResponses(operation)
  const readers = responses.map((response): Entry => [response.status, reader(operation, response, codecs)])
  const accepted = accept(operation)
  return [
    ...(accepted === undefined ? [] : [['accept', literal(accepted)] as const]),
    ['responses', objectCode(readers)],
  ]
}

function reader(operation: Operation, response: Response, codecs: CodecsOf): Code {
  const kind = responseKind(operation, response)
  if (kind !== 'content') return literal(kind)
  const contents = preferredFirst(response.contents)
  const readerOf = (content: Content) => contentReader(content, codecs)
  const [first, ...others] = contents.map(readerOf)
  if (others.every(({ text }) => text === first!.text)) return first!
  const entries = contents.map((content): Entry => [content.mediaType, readerOf(content)])
  return code`${imported('runtime/client/by-content-type.ts', 'byContentType')}(${objectCode(entries)})`
}

function contentReader({ kind, shape }: Content, codecs: CodecsOf): Code {
  const codec = codecs(shape)
  return codec === undefined ? readers[kind] : (converting[kind]?.(codec) ?? readers[kind])
}

const text = imported('runtime/client/read-text.ts', 'readText')
const binary = imported('runtime/client/read-binary.ts', 'readBinary')

const readers: { readonly [K in ContentKind]: Code } = {
  json: literal('json'),
  form: text,
  multipart: binary,
  text,
  binary,
  'json-lines': imported('runtime/client/read-json-lines.ts', 'readJsonLines'),
  events: imported('runtime/client/read-events.ts', 'readEvents'),
  'text-events': imported('runtime/client/read-events.ts', 'readTextEvents'),
}

const convertingReader = (file: string, name: string) => {
  const make = imported(`runtime/codecs/client/${file}.ts`, name)
  return ({ codec, exactly }: CodecCode) => code`${make}(${join([codec, ...exactly], ', ')})`
}

const textReader = imported('runtime/codecs/client/read-text.ts', 'textReader')

/** What reads values that JSON does not have, by kind. */
const converting: { readonly [K in ContentKind]?: (codec: CodecCode) => Code } = {
  json: convertingReader('read-json', 'jsonReader'),
  text: ({ codec }) => code`${textReader}(${codec})`,
  'json-lines': convertingReader('read-json-lines', 'jsonLinesReader'),
  events: convertingReader('read-events', 'eventsReader'),
}

/** The media types of what a caller gets, those of successes first; nothing where all there is is JSON. */
function accept(operation: Operation): string | undefined {
  const responses = finalResponses(operation).filter((it) => responseKind(operation, it) === 'content')
  if (responses.every(({ contents }) => contents.every(({ kind }) => kind === 'json'))) return undefined
  const [errors, successes] = [true, false].map((isError) =>
    responses.filter(({ outcome }) => (outcome === 'error') === isError),
  )
  const contents = [...successes!, ...errors!].flatMap((it) => preferred(it.contents))
  return [...new Set(contents.map(({ mediaType }) => mediaType))].join(', ')
}
