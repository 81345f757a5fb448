import type { CodecsOf } from '../../codec-code.js'
import { type Code, code, imported, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Content, ContentKind, Operation, Part } from '../../model/types.js'
import { styleFacts } from '../../style-facts.js'
import { objectCode } from './object-code.js'
import { sendable } from './sendable.js'

type Entry = readonly [key: string, value: Code]

const JSON_TYPE = 'application/json'

/** What `send` needs to know of the body of a request: nothing where it is `application/json`. */
export function requestFacts({ body }: Operation, codecs: CodecsOf): Entry[] {
  if (body === undefined) return []
  const contents = sendable(body)
  const [only] = contents
  if (contents.length > 1) {
    const entries = contents.map((content): Entry => [content.mediaType, writer(content, codecs)])
    return [['body', code`${imported('runtime/client/one-of.ts', 'oneOf')}(${objectCode(entries)})`]]
  }
  const mediaType = named(only!)
  const fact = mediaType === undefined ? [] : [['mediaType', literal(mediaType)] as const]
  const isDefault = only!.kind === 'json' && codecs(only!.shape) === undefined
  return isDefault ? fact : [...fact, ['body', writer(only!, codecs)]]
}

/** The media type to write, where that does not go without saying. */
function named({ kind, mediaType }: Content): string | undefined {
  if (kind === 'form' || kind === 'multipart') return undefined
  return kind === 'json' && (mediaType === JSON_TYPE || mediaType.includes('*')) ? undefined : mediaType
}

function writer(content: Content, codecs: CodecsOf): Code {
  const write = writers[content.kind](content)
  return codecs(content.shape) === undefined ? write : (converting[content.kind] ?? encoded)(write)
}

/** What writes values that JSON does not have, by kind, where that is not what writes texts of texts in their place. */
const converting: { readonly [K in ContentKind]?: (write: Code) => Code } = {
  json: () => imported('runtime/codecs/client/write-json.ts', 'writeJsonValues'),
  binary: (write) => write,
  'json-lines': () => imported('runtime/codecs/client/write-json-lines.ts', 'writeJsonLinesOfValues'),
}

function encoded(write: Code): Code {
  return code`${imported('runtime/codecs/client/encoded.ts', 'encoded')}(${write})`
}

const plain = (file: string, name: string) => {
  const write = imported(`runtime/client/${file}.ts`, name)
  return () => write
}

const text = plain('write-text', 'writeText')

const writers: { readonly [K in ContentKind]: (content: Content) => Code } = {
  json: plain('write-json', 'writeJson'),
  form: ({ parts = [] }) =>
    code`${imported('runtime/client/form-body.ts', 'form')}(${formats(parts, formFacts)})`,
  multipart: ({ parts = [] }) =>
    code`${imported('runtime/client/multipart-body.ts', 'multipart')}(${formats(parts, multipartFacts)})`,
  text,
  binary: plain('write-binary', 'writeBinary'),
  'json-lines': plain('write-json-lines', 'writeJsonLines'),
  // The model has no events in requests.
  events: text,
  'text-events': text,
}

/** How members are written, by name; by default nothing has to be said. */
function formats(parts: readonly Part[], facts: (part: Part) => JsonObject): Code {
  const entries = parts
    .map((part) => [part.name, facts(part)] as const)
    .filter(([, it]) => Object.keys(it).length > 0)
  return entries.length === 0 ? code`${[]}` : literal(Object.fromEntries(entries))
}

function formFacts({ style, isJson, reading }: Part): JsonObject {
  if (isJson) return { isJson }
  if (style === undefined) return {}
  const { allowReserved } = style
  const facts = { ...styleFact(style), ...(allowReserved && { allowReserved }) }
  // The names of an object's members are written as those of the form only where that is said.
  return style.style === 'form' && style.explode && reading.object ? { ...facts, explode: true } : facts
}

function multipartFacts(part: Part): JsonObject {
  const { contentType, isJson, style } = part
  if (style !== undefined) return formFacts({ ...part, style: { ...style, allowReserved: false } })
  const isDefault = contentType === (isJson ? JSON_TYPE : 'text/plain')
  return { ...(isJson && { isJson }), ...(contentType !== undefined && !isDefault && { contentType }) }
}

/** The style is said even where it is that of queries: without one, members are written another way. */
function styleFact(style: NonNullable<Part['style']>): JsonObject {
  return { style: style.style, ...styleFacts({ ...style, in: 'query', isJson: false }) }
}
