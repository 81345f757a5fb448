import type { CodecNames } from '../../codec-code.js'
import {
  type Code,
  code,
  type Declaration,
  type FunctionParameter,
  identifier,
  imported,
  importedType,
  join,
  literal,
} from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Operation } from '../../model/types.js'
import { isBaseUrl } from './base-url.js'
import { bodyMembers } from './body-type.js'
import { objectCode } from './object-code.js'
import { requestFacts } from './request-facts.js'
import { responseFacts } from './response-facts.js'
import { headersFact } from './response-headers.js'
import { resultName } from './result-type.js'
import { stylesFact } from './styles-fact.js'

const CLIENT = 'runtime/client/client.ts'

/** What of an operation concerns others, too. */
export interface OperationFacts {
  readonly security: JsonObject
  readonly codecs: CodecNames
}

/** The function that calls an operation. It only names what `send` needs to know; all else happens there. */
export function operationFunction(
  operation: Operation,
  own: ReadonlySet<string>,
  { security, codecs }: OperationFacts,
): Declaration {
  return {
    kind: 'function',
    name: operation.id,
    visibility: 'public',
    doc: { text: functionDoc(operation), deprecated: operation.deprecated },
    parameters: [
      { name: 'client', type: importedType(CLIENT, 'Client') },
      ...inputParameters(operation, own),
    ],
    returns: code`Promise<${identifier(resultName(operation))}>`,
    body: code`return ${imported('runtime/client/send.ts', 'send')}(client, ${facts(operation, security, codecs)}, ${given(operation, codecs)}, init)`,
  }
}

/** What the caller gives, its parameters as texts where they are of values that JSON does not have. */
function given({ params }: Operation, codecs: CodecNames): Code {
  if (codecs.of(params.target) === undefined) return code`params`
  return code`${imported('runtime/codecs/client/encoded.ts', 'encodedParameters')}(params)`
}

function inputParameters(operation: Operation, own: ReadonlySet<string>): FunctionParameter[] {
  const params = { name: 'params', type: paramsType(operation, own) }
  const options = importedType(CLIENT, 'RequestOptions')
  const { server } = operation
  return server === undefined || isBaseUrl(server)
    ? [
        { ...params, optional: !needsParams(operation) },
        { name: 'init', type: options, optional: true },
      ]
    : [params, { name: 'init', type: code`${options} & { readonly baseUrl: string }` }]
}

function functionDoc(operation: Operation): string {
  const { summary = '', description = '', method, path, prefix } = operation
  const request = `\`${method.toUpperCase()} ${path}\`${prefix === '' ? '' : ` below \`${prefix}\``}`
  const parts = [summary.trim(), description.trim(), request, serverDoc(operation)]
  return parts.filter((part) => part !== '').join('\n\n')
}

function serverDoc({ server }: Operation): string {
  if (server === undefined) return ''
  return isBaseUrl(server)
    ? `Its server is \`${server}\`, whatever the client's \`baseUrl\`; that of \`init\` is used in its place.`
    : `Its server is \`${server}\`, which is no absolute URL, so \`baseUrl\` must be given in \`init\`.`
}

/** What `send` needs to know of an operation. */
function facts(operation: Operation, security: JsonObject, codecs: CodecNames): Code {
  const { method, requestPath, requestQuery, prefix, server, parameters } = operation
  const request: JsonObject = {
    method,
    path: prefix + requestPath,
    ...(requestQuery !== undefined && { query: requestQuery }),
    ...(server !== undefined && { baseUrl: server }),
    ...security,
    ...stylesFact(parameters),
  }
  return objectCode([
    ...Object.entries(request).map(([name, value]) => [name, literal(value)] as const),
    ...requestFacts(operation, codecs.of),
    ...responseFacts(operation, codecs.of),
    ...headersFact(operation, codecs),
  ])
}

/** The type of the parameters and the body in one object. */
function paramsType(operation: Operation, own: ReadonlySet<string>): Code {
  const { parameters, params, body } = operation
  const ofParameters = importedType('types/operations.ts', params.name)
  if (body === undefined) return ofParameters
  const members = bodyMembers(body, operation, own)
  if (parameters.length === 0) return join(members, ' | ')
  return members.length === 1
    ? code`${ofParameters} & ${members[0]!}`
    : code`${ofParameters} & (${join(members, ' | ')})`
}

function needsParams({ parameters, body }: Operation): boolean {
  return body?.required === true || parameters.some(({ required }) => required)
}
