import {
  type Code,
  code,
  type Declaration,
  imported,
  importedType,
  join,
  literal,
  propertyKey,
} from '../../emit/index.js'
import type { Content, Operation } from '../../model/types.js'
import { basePath } from './base-path.js'
import { finalResponses, sendableContents } from './contents.js'
import { namesOf } from './names.js'
import { parameterFormat } from './parameter-format.js'
import { runtimePath } from './paths.js'
import { requestContent } from './request-content.js'
import { requestText } from './request-text.js'
import { responseContent } from './response-content.js'
import type { Shapes } from './shapes.js'

/** The operation in the table of routes: how to find, read and check its requests, and what it may answer. */
export function routeDeclaration(operation: Operation, shapes: Shapes): Declaration {
  const { id, method, requestPath, prefix, server, security, parameters, body } = operation
  return {
    kind: 'constant',
    name: namesOf(operation).route,
    visibility: 'internal',
    doc: { text: requestText(operation) },
    type: code`${importedType(runtimePath('route'), 'Route')}<${literal(id)}>`,
    value: code`
      {
        id: ${literal(id)},
        method: ${literal(method.toUpperCase())},
        path: ${literal(requestPath)},
        ${prefix === '' ? [] : code`prefix: ${literal(prefix)},`}
        ${server === undefined ? [] : code`basePath: ${literal(basePath([server]))},`}
        ${security.length === 0 ? [] : code`security: ${literal(security)},`}
        ${parameters.length === 0 ? [] : parametersMember(operation, shapes)}
        ${body ? bodyMember(body, shapes) : []}
        responses: ${responses(operation, shapes)},
      }
    `,
  }
}

function responses(operation: Operation, shapes: Shapes): Code {
  const entries = finalResponses(operation).map((response) => {
    const sendable = contents(sendableContents(operation, response), (it) => responseContent(it, shapes))
    return code`${propertyKey(response.status)}: ${sendable},`
  })
  if (entries.length === 0) return code`{}`
  return code`
    {
      ${entries}
    }
  `
}

function parametersMember({ parameters, params }: Operation, shapes: Shapes): Code {
  const { validate, codec } = shapes(params.target)
  const decoded = imported('runtime/codecs/server/decoded-parameters.ts', 'decodedParameters')
  const check = codec === undefined ? validate : code`${decoded}(${validate}, ${codec.codec})`
  return code`
    parameters: {
      formats: [
        ${parameters.map((parameter) => code`${parameterFormat(parameter)},`)}
      ],
      validate: ${check},
    },
  `
}

function bodyMember(body: NonNullable<Operation['body']>, shapes: Shapes): Code {
  const readable = contents(body.contents, (it) => requestContent(it, shapes))
  return code`body: { required: ${literal(body.required)}, contents: ${readable} },`
}

function contents(list: readonly Content[], print: (content: Content) => Code): Code {
  if (list.length === 0) return code`{}`
  const entries = list.map((content) => code`${propertyKey(content.mediaType)}: ${print(content)}`)
  return code`{ ${join(entries, ', ')} }`
}
