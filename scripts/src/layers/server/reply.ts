import { type Code, code, type Declaration, importedType, join, literal } from '../../emit/index.js'
import type { Operation, Response } from '../../model/types.js'
import { finalResponses, sendableContents } from './contents.js'
import { namesOf } from './names.js'
import { runtimePath } from './paths.js'
import type { Shapes } from './shapes.js'

/** Names of the types of the statuses of each range, and of `default`. */
const RANGES: ReadonlyMap<string, string> = new Map([
  ['2XX', 'SuccessStatus'],
  ['3XX', 'RedirectionStatus'],
  ['4XX', 'ClientErrorStatus'],
  ['5XX', 'ServerErrorStatus'],
  ['default', 'FinalStatus'],
])

/** The union of the documented replies of an operation. */
export function replyDeclaration(operation: Operation, shapes: Shapes): Declaration {
  const responses = finalResponses(operation)
  const bodies = new Map(responses.map((response) => [response, bodyNames(operation, response)]))
  const kinds = [...new Set([...bodies.values()].map(String))]
  const replies = kinds.map((kind) => {
    const alike = responses.filter((response) => String(bodies.get(response)) === kind)
    const names = bodies.get(alike[0]!)!
    return replyType(
      alike.map((response) => statusType(response, responses)),
      names.map((name) => shapes(name).type),
    )
  })
  return {
    kind: 'type',
    name: namesOf(operation).reply,
    visibility: 'public',
    doc: { text: replyDoc(operation, responses) },
    type: replies.length === 0 ? code`never` : join(replies, ' | '),
  }
}

function replyType(statuses: readonly Code[], bodies: readonly Code[]): Code {
  const status = join(statuses, ' | ')
  return bodies.length === 0
    ? code`${importedType(runtimePath('reply'), 'EmptyReply')}<${status}>`
    : code`${importedType(runtimePath('reply'), 'JsonReply')}<${status}, ${join(bodies, ' | ')}>`
}

function bodyNames(operation: Operation, response: Response): string[] {
  return [...new Set(sendableContents(operation, response).map(({ shape }) => shape))]
}

/** One status, or those of a range that no other response is about. */
function statusType({ status }: Response, responses: readonly Response[]): Code {
  const range = RANGES.get(status)
  if (range === undefined) return literal(Number(status))
  const others = responses.filter((it) => isNarrower(it.status, status))
  const type = importedType(runtimePath('status'), range)
  if (others.length === 0) return type
  const excluded = others.map((it) => {
    const inner = RANGES.get(it.status)
    return inner === undefined ? literal(Number(it.status)) : importedType(runtimePath('status'), inner)
  })
  return code`Exclude<${type}, ${join(excluded, ' | ')}>`
}

function isNarrower(status: string, range: string): boolean {
  if (range === 'default') return status !== 'default'
  return !RANGES.has(status) && status.startsWith(range.charAt(0))
}

function replyDoc({ id }: Operation, responses: readonly Response[]): string {
  const lines = responses.map(({ status, description }) =>
    description.trim() === '' ? `- ${status}` : `- ${status}: ${description.trim()}`,
  )
  return [`What the handler of \`${id}\` returns.`, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n')
}
