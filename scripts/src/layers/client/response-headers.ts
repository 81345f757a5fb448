import { codecCode, type CodecNames } from '../../codec-code.js'
import { type Code, code, imported, importedType, join, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Operation, Response, ResponseHeader } from '../../model/types.js'
import { readingFacts } from '../../reading-facts.js'
import { styleFacts } from '../../style-facts.js'
import { objectCode } from './object-code.js'
import { finalResponses } from './response-kind.js'

/** The type of a response's header fields, from where openapi-typescript has it; undefined where none is described. */
export function headersType({ operationId }: Operation, { status, headers }: Response): Code | undefined {
  if (headers.length === 0) return undefined
  const operations = importedType('types/openapi.ts', 'operations')
  const key = literal(/^\d+$/.test(status) ? Number(status) : status)
  const names = headers.map(({ name }) => literal(name))
  return code`Pick<${operations}[${literal(operationId)}]['responses'][${key}]['headers'], ${join(names, ' | ')}>`
}

/** What `send` needs to know of the responses' header fields: how they are read. */
export function headersFact(
  operation: Operation,
  names: CodecNames,
): (readonly [key: string, value: Code])[] {
  const described = finalResponses(operation).filter(({ headers }) => headers.length > 0)
  if (described.length === 0) return []
  const readers = described.map(({ status, headers }) => [status, reader(headers, names)] as const)
  return [['headers', objectCode(readers)]]
}

function reader(headers: readonly ResponseHeader[], names: CodecNames): Code {
  const formats = Object.fromEntries(headers.map((header) => [header.name, format(header)]))
  const read = code`${imported('runtime/client/read-headers.ts', 'headersReader')}(${literal(formats)})`
  const properties = headers.flatMap(({ name, codec }) => (codec ? [{ name, codec }] : []))
  if (properties.length === 0) return read
  const decoded = imported('runtime/codecs/client/read-headers.ts', 'decodedHeaders')
  return code`${decoded}(${read}, ${codecCode({ properties }, names)})`
}

function format(header: ResponseHeader): JsonObject {
  return { ...styleFacts({ ...header, in: 'header', style: 'simple' }), ...readingFacts(header.reading) }
}
