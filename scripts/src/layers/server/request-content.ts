import type { CodecCode } from '../../codec-code.js'
import { type Code, code, imported, join } from '../../emit/index.js'
import type { Content, ContentKind, Part } from '../../model/types.js'
import { partFormat } from './part-format.js'
import { runtimePath } from './paths.js'
import type { Shapes } from './shapes.js'

/** What the table of routes says of a content of requests: of JSON what checks it alone. */
export function requestContent(content: Content, shapes: Shapes): Code {
  const { validate, codec } = shapes(content.shape)
  if (codec !== undefined) return code`{ read: ${convertingReader(content, codec)}, validate: ${validate} }`
  return content.kind === 'json'
    ? validate
    : code`{ read: ${readers[content.kind](content.parts)}, validate: ${validate} }`
}

/** What reads a body, and converts its values. */
function convertingReader({ kind, parts }: Content, { codec, exactly }: CodecCode): Code {
  const list = join([codec, ...exactly], ', ')
  if (kind === 'json')
    return code`${imported('runtime/codecs/server/json-content.ts', 'jsonContent')}(${list})`
  if (kind === 'json-lines')
    return code`${imported('runtime/codecs/server/json-lines-content.ts', 'jsonLinesContent')}(${list})`
  const decoded = imported('runtime/codecs/server/decoded-content.ts', 'decodedContent')
  return code`${decoded}(${readers[kind](parts)}, ${codec})`
}

/** The type of the body that a handler gets. */
export function requestType({ kind, shape }: Content, shapes: Shapes): Code {
  const { type } = shapes(shape)
  return kind === 'json-lines' ? code`AsyncIterable<${type}>` : type
}

type Reader = (parts?: readonly Part[]) => Code

const readText: Reader = () => imported(runtimePath('read-text'), 'readTextBody')

const readers: { readonly [K in Exclude<ContentKind, 'json'>]: Reader } = {
  form: (parts = []) => code`${imported(runtimePath('read-form'), 'formReader')}(${formats(parts)})`,
  multipart: (parts = []) =>
    code`${imported(runtimePath('read-multipart'), 'multipartReader')}(${formats(parts)})`,
  text: readText,
  binary: () => imported(runtimePath('read-binary'), 'readBinaryBody'),
  'json-lines': () => imported(runtimePath('read-json-lines'), 'readJsonLinesBody'),
  // The model has no events in requests.
  events: readText,
  'text-events': readText,
}

function formats(parts: readonly Part[]): Code {
  if (parts.length === 0) return code`${[]}`
  return code`
    [
      ${parts.map((part) => code`${partFormat(part, parts)},`)}
    ]
  `
}
