import { type Code, code, type Declaration, importedType, join, literal } from '../../emit/index.js'
import type { Content, Operation, Response } from '../../model/types.js'
import { finalResponses, sendableContents } from './contents.js'
import { namesOf } from './names.js'
import { runtimePath } from './paths.js'
import { isRange, mediaTypeType, responseType } from './response-content.js'
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
  const replies = responses.flatMap((response) =>
    bodiesOf(sendableContents(operation, response), shapes).map((body) => ({ body, response })),
  )
  const bodies = [...new Map(replies.map(({ body }) => [keyOf(body), body])).values()]
  const types = bodies.map((body) => {
    const alike = replies.filter((it) => keyOf(it.body) === keyOf(body))
    const statuses = alike.map(({ response }) => statusType(response, responses))
    const type = importedType(runtimePath('reply'), body.reply)
    return code`${type}<${join([join(statuses, ' | '), ...body.types], ', ')}>`
  })
  return {
    kind: 'type',
    name: namesOf(operation).reply,
    visibility: 'public',
    doc: { text: replyDoc(operation, responses) },
    type: types.length === 0 ? code`never` : join(types, ' | '),
  }
}

/** A kind of reply, and its types beside that of the status. */
interface ReplyBody {
  readonly reply: 'EmptyReply' | 'JsonReply' | 'BodyReply' | 'TypedReply'
  readonly types: readonly Code[]
}

function keyOf({ reply, types }: ReplyBody): string {
  return [reply, ...types.map(({ text }) => text)].join()
}

/** What a handler may answer with: what is sent by default, and whatever else it names. */
function bodiesOf(contents: readonly Content[], shapes: Shapes): ReplyBody[] {
  const [first] = contents
  if (first === undefined) return [{ reply: 'EmptyReply', types: [] }]
  const isDefault = (it: Content) =>
    it.kind === first.kind && it.isPreferred && (it.kind === 'json' || !isRange(it.mediaType))
  const byDefault = contents.filter(isDefault)
  const named = contents.filter((it) => !isDefault(it))
  return [
    ...(byDefault.length === 0 ? [] : [defaultBody(byDefault, contents.length > 1, shapes)]),
    ...named.map((content): ReplyBody => {
      return { reply: 'TypedReply', types: [responseType(content, shapes), mediaTypeType(content.mediaType)] }
    }),
  ]
}

/** What is sent where no media type is named. It may be named as well where there are several. */
function defaultBody(contents: readonly Content[], isChoice: boolean, shapes: Shapes): ReplyBody {
  const types = distinct(contents.map((content) => responseType(content, shapes)))
  const mediaTypes = distinct(contents.map(({ mediaType }) => mediaTypeType(mediaType)))
  return {
    reply: contents[0]!.kind === 'json' ? 'JsonReply' : 'BodyReply',
    types: [join(types, ' | '), ...(isChoice ? [join(mediaTypes, ' | ')] : [])],
  }
}

function distinct(types: readonly Code[]): Code[] {
  return [...new Map(types.map((type) => [type.text, type])).values()]
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
