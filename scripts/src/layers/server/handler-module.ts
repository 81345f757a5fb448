import {
  code,
  type Declaration,
  type Export,
  imported,
  importedType,
  literal,
  type Module,
  type PropertySignature,
} from '../../emit/index.js'
import type { Model, Operation, SecurityScheme } from '../../model/types.js'
import { neededSchemes } from '../../security-facts.js'
import { basePath } from './base-path.js'
import { namesOf } from './names.js'
import { groupPath, HANDLER_PATH, runtimePath } from './paths.js'
import { requestText } from './request-text.js'
import { schemesValue, securityDeclaration } from './security.js'

/** The module of what concerns all operations: their handlers, the table of routes, and `createHandler`. */
export function handlerModule(model: Model): Module {
  const schemes = neededSchemes(model)
  return {
    path: HANDLER_PATH,
    declarations: [
      ...reExports(schemes),
      handlersDeclaration(model),
      ...(schemes.length === 0 ? [] : [securityDeclaration(schemes)]),
      optionsDeclaration(schemes),
      routesDeclaration(model),
      createHandlerDeclaration(model),
      apiDeclaration(model, schemes),
    ],
  }
}

function handlersDeclaration({ operations }: Model): Declaration {
  return {
    kind: 'interface',
    name: 'Handlers',
    visibility: 'public',
    doc: { text: 'A handler for each operation.' },
    properties: handlerProperties(operations),
  }
}

/** A member for the handler of each operation. */
export function handlerProperties(operations: readonly Operation[]): PropertySignature[] {
  const handler = importedType(runtimePath('reply'), 'Handler')
  return operations.map((operation) => {
    const { input, reply } = namesOf(operation)
    const path = groupPath(operation.group)
    return {
      name: operation.id,
      type: code`${handler}<${importedType(path, input)}, ${importedType(path, reply)}>`,
      readonly: true,
      doc: { text: operationDoc(operation), deprecated: operation.deprecated },
    }
  })
}

function operationDoc(operation: Operation): string {
  const { summary, description, server } = operation
  const paragraphs = [summary, description, requestText(operation), server && serverDoc(basePath([server]))]
  return paragraphs.flatMap((text) => (text === undefined ? [] : [text.trim()])).join('\n\n')
}

/** What is said of an operation on a server elsewhere, by that server's path. */
function serverDoc(path: string): string {
  const before = path === '' ? 'without a path before it' : `whose path \`${path}\` comes before it`
  return `It is on a server of its own, ${before}, whatever the option \`basePath\` says.`
}

function optionsDeclaration(schemes: readonly SecurityScheme[]): Declaration {
  const named = {
    name: 'HandlerOptions',
    visibility: 'public',
    doc: { text: 'How requests are answered, beside what the document says.' },
  } as const
  const options = importedType(runtimePath('options'), 'ServerOptions')
  if (schemes.length === 0) return { kind: 'type', ...named, type: options }
  return {
    kind: 'interface',
    ...named,
    extends: [options],
    properties: [
      {
        name: 'security',
        type: code`Security | undefined`,
        optional: true,
        readonly: true,
        doc: {
          text: 'Set: requests are let in by the security requirements of their operation. Default: nothing is checked.',
        },
      },
    ],
  }
}

function routesDeclaration({ operations }: Model): Declaration {
  const route = code`${importedType(runtimePath('route'), 'Route')}<keyof Handlers>`
  return {
    kind: 'constant',
    name: 'routes',
    visibility: 'public',
    doc: {
      text: 'The operations in document order: how to find, read and check their requests, and what they may answer.',
    },
    type: code`readonly ${route}[]`,
    // Of a plain array of a thousand routes, TypeScript says that the union of their types is too complex.
    value: code`
      Array.of<${route}>(
        ${operations.map((operation) => code`${imported(groupPath(operation.group), namesOf(operation).route)},`)}
      )
    `,
  }
}

function createHandlerDeclaration(model: Model): Declaration {
  return {
    kind: 'function',
    name: 'createHandler',
    visibility: 'public',
    doc: {
      text: [
        'Makes a Fetch handler: it finds the operation of a request, checks the request, and sends what the handler returns.',
        '',
        pathsDoc(model),
        '',
        'Throws a TypeError if a handler is missing or an option has a value that it cannot have.',
      ].join('\n'),
    },
    parameters: [
      { name: 'handlers', type: code`Handlers` },
      { name: 'options', type: code`HandlerOptions`, default: code`{}` },
    ],
    returns: code`(request: Request) => Promise<Response>`,
    body: code`return ${imported(runtimePath('handler'), 'createFetchHandler')}(api, handlers, options)`,
  }
}

function pathsDoc({ servers, operations }: Model): string {
  const isElsewhere = operations.some(({ server }) => server !== undefined)
  return (
    `The paths begin with ${JSON.stringify(basePath(servers))} unless the option \`basePath\` says otherwise` +
    (isElsewhere ? ', or the operation is on a server elsewhere.' : '.')
  )
}

function apiDeclaration({ title, servers }: Model, schemes: readonly SecurityScheme[]): Declaration {
  const keys = schemes.length === 0 ? code`never` : code`keyof Security`
  return {
    kind: 'constant',
    name: 'api',
    visibility: 'private',
    type: code`${importedType(runtimePath('handler'), 'Api')}<keyof Handlers, ${keys}>`,
    value: code`
      {
        title: ${literal(title)},
        basePath: ${literal(basePath(servers))},
        routes,
        securitySchemes: ${schemesValue(schemes)},
      }
    `,
  }
}

/** What users of the layer name beside its own declarations. */
function reExports(schemes: readonly SecurityScheme[]): Declaration[] {
  return [
    reExport('check-response', [{ name: 'ReplyError', typeOnly: false }]),
    ...(schemes.some(({ scheme }) => scheme === 'basic')
      ? [reExport('credential', [{ name: 'BasicCredential', typeOnly: true }])]
      : []),
    reExport('refusal', [{ name: 'Refusal', typeOnly: true }]),
    reExport('route', [
      { name: 'OperationInfo', typeOnly: true },
      { name: 'Route', typeOnly: true },
    ]),
  ]
}

function reExport(file: string, names: readonly Export[]): Declaration {
  return { kind: 're-export', visibility: 'public', from: runtimePath(file), names }
}
