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
import type { Content, Operation } from '../../model/types.js'
import { isBaseUrl } from './base-url.js'
import { finalResponses, responseKind } from './response-kind.js'
import { resultName } from './result-type.js'
import { shapeType } from './shape-type.js'
import { stylesFact } from './styles-fact.js'

const CLIENT = 'runtime/client/client.ts'
const JSON_TYPE = 'application/json'

/** The function that calls an operation. It only names what `send` needs to know; all else happens there. */
export function operationFunction(operation: Operation, own: ReadonlySet<string>): Declaration {
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
    body: code`return ${imported('runtime/client/send.ts', 'send')}(client, ${literal(facts(operation))}, params, init)`,
  }
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
function facts(operation: Operation): JsonObject {
  const { method, requestPath, requestQuery, prefix, server, parameters, body } = operation
  const mediaType = body && sent(body.contents).mediaType
  const responses = finalResponses(operation).map((it) => [it.status, responseKind(operation, it)] as const)
  return {
    method,
    path: prefix + requestPath,
    ...(requestQuery !== undefined && { query: requestQuery }),
    ...(server !== undefined && { baseUrl: server }),
    ...stylesFact(parameters),
    ...(mediaType !== undefined && mediaType !== JSON_TYPE && { mediaType }),
    responses: Object.fromEntries(responses),
  }
}

/** The content that is sent where the document offers several: plain JSON if it can be, else the first. */
function sent(contents: readonly Content[]): Content {
  return contents.find(({ mediaType }) => mediaType === JSON_TYPE) ?? contents[0]!
}

/** The type of the parameters and the body in one object. */
function paramsType({ parameters, params, body, bodyAlias }: Operation, own: ReadonlySet<string>): Code {
  const types: Code[] = []
  if (parameters.length > 0 || body === undefined)
    types.push(importedType('types/operations.ts', params.name))
  if (body !== undefined) {
    const only = body.contents.length === 1 ? bodyAlias : undefined
    const type = only ? importedType('types/operations.ts', only.name) : shapeType([sent(body.contents)], own)
    types.push(body.required ? code`{ body: ${type} }` : code`{ body?: ${type} }`)
  }
  return join(types, ' & ')
}

function needsParams({ parameters, body }: Operation): boolean {
  return body?.required === true || parameters.some(({ required }) => required)
}
