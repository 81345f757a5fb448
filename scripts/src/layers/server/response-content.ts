import type { CodecCode } from '../../codec-code.js'
import { type Code, code, imported, importedType, join, literal } from '../../emit/index.js'
import type { Content, ContentKind } from '../../model/types.js'
import { runtimePath } from './paths.js'
import type { Shapes } from './shapes.js'

/** What the table of routes says of a content of responses: of JSON what checks it alone. */
export function responseContent({ kind, shape }: Content, shapes: Shapes): Code {
  const { validate, codec } = shapes(shape)
  const convert = codec && converting[kind]
  if (convert) return code`{ format: ${convert(codec)}, validate: ${validate} }`
  return kind === 'json' ? validate : code`{ format: ${formats[kind]}, validate: ${validate} }`
}

/** The type of the body that a handler answers with. */
export function responseType({ kind, shape }: Content, shapes: Shapes): Code {
  const { type } = shapes(shape)
  return (types[kind] ?? asItIs)(type)
}

/** The type of the media types that a content may be sent as: one, or those of a range. */
export function mediaTypeType(mediaType: string): Code {
  const [type = '', subtype = ''] = mediaType.split(';', 1)[0]!.trim().split('/')
  if (!subtype.startsWith('*')) return literal(mediaType)
  return type === '*'
    ? code`string`
    : code`${importedType(runtimePath('reply'), 'InRange')}<${literal(type)}>`
}

/** Whether the document leaves open which media type a content has. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes('*')
}

const format = (file: string, name: string): Code => imported(runtimePath(file), name)

const textFormat = format('text-format', 'textFormat')
const binaryFormat = format('binary-format', 'binaryFormat')

const formats: { readonly [K in Exclude<ContentKind, 'json'>]: Code } = {
  text: textFormat,
  binary: binaryFormat,
  'json-lines': format('json-lines-format', 'jsonLinesFormat'),
  events: format('events-format', 'eventsFormat'),
  'text-events': format('events-format', 'textEventsFormat'),
  // The model has no forms in responses.
  form: textFormat,
  multipart: binaryFormat,
}

const convertingFormat =
  (name: string) =>
  ({ codec, exactly }: CodecCode): Code =>
    code`${imported('runtime/codecs/server/formats.ts', name)}(${join([codec, ...exactly], ', ')})`

const valueText = convertingFormat('valueTextFormat')

/** The formats of values that JSON does not have. */
const converting: { readonly [K in ContentKind]?: (codec: CodecCode) => Code } = {
  json: convertingFormat('jsonValuesFormat'),
  text: ({ codec }) => valueText({ codec, exactly: [] }),
  'json-lines': convertingFormat('jsonLinesOfValuesFormat'),
  events: convertingFormat('eventsOfValuesFormat'),
}

const asItIs = (type: Code): Code => type

const items = (type: Code): Code => code`${importedType(runtimePath('item-stream'), 'Items')}<${type}>`

const events = (type: Code): Code =>
  items(code`${importedType(runtimePath('server-sent-event'), 'ServerSentEvent')}<${type}>`)

/** What a handler answers with, by kind, where that is not the value itself. */
const types: { readonly [K in ContentKind]?: (type: Code) => Code } = {
  binary: () => importedType(runtimePath('binary-format'), 'Bytes'),
  'json-lines': items,
  events,
  'text-events': events,
}
