import {
  type Code,
  code,
  type Declaration,
  identifier,
  imported,
  importedType,
  literal,
  type Module,
} from '../../emit/index.js'
import type { Model, Operation, SecurityScheme } from '../../model/types.js'
import { isBaseUrl } from './base-url.js'
import { OPTIONS, SCHEMES, securityDeclarations } from './security.js'
import { serverDeclarations } from './server-url.js'

const CLIENT = 'runtime/client/client.ts'

/** The module that makes a client. A tag may have its name; no group ends in `_`. */
export function clientModule(
  { title, servers, serverTemplates, operations }: Model,
  schemes: readonly SecurityScheme[],
  groups: ReadonlyMap<string, unknown>,
): Module {
  return {
    path: groups.has('client') ? 'client/client_.ts' : 'client/client.ts',
    declarations: [
      createClient(title, servers[0], schemes.length > 0),
      ...securityDeclarations(schemes),
      ...serverDeclarations(serverTemplates),
      {
        kind: 're-export',
        visibility: 'public',
        from: CLIENT,
        names: ['Client', ...(schemes.length === 0 ? [OPTIONS] : []), 'RequestOptions'].map((name) => ({
          name,
          typeOnly: true,
        })),
      },
      {
        kind: 're-export',
        visibility: 'public',
        from: 'runtime/client/malformed-response-error.ts',
        names: [{ name: 'MalformedResponseError', typeOnly: false }],
      },
      {
        kind: 're-export',
        visibility: 'public',
        from: 'runtime/client/response-too-large-error.ts',
        names: [{ name: 'ResponseTooLargeError', typeOnly: false }],
      },
      {
        kind: 're-export',
        visibility: 'public',
        from: 'runtime/client/result.ts',
        names: ['Failure', 'HttpStatus', 'Success'].map((name) => ({ name, typeOnly: true })),
      },
      ...mediaTypes(operations),
    ],
  }
}

/** The types of what callers give and get that is neither JSON nor text, where a document has some. */
function mediaTypes(operations: readonly Operation[]): Declaration[] {
  const isSent = operations.some(({ body }) => body?.contents.some(({ kind }) => kind === 'binary'))
  const hasEvents = operations.some(({ responses }) =>
    responses.some(({ contents }) => contents.some(({ kind }) => kind.endsWith('events'))),
  )
  return [
    ...(hasEvents ? [reExportedType('runtime/client/events.ts', 'ServerSentEvent')] : []),
    ...(isSent ? [reExportedType('runtime/client/write-binary.ts', 'BinaryBody')] : []),
  ]
}

function reExportedType(from: string, name: string): Declaration {
  return { kind: 're-export', visibility: 'public', from, names: [{ name, typeOnly: true }] }
}

function createClient(title: string, server: string | undefined, isSecured: boolean): Declaration {
  const options = isSecured ? identifier(OPTIONS) : importedType(CLIENT, OPTIONS)
  const open = (given: Code) =>
    isSecured
      ? code`return ${imported('runtime/client/secured-client.ts', 'openSecuredClient')}(${given}, ${identifier(SCHEMES)})`
      : code`return ${imported(CLIENT, 'openClient')}(${given})`
  const named = { kind: 'function', name: 'createClient', visibility: 'public' } as const
  const returns = importedType(CLIENT, 'Client')
  const purpose = `Makes a client of ${title} for the functions of this layer. It keeps no connection and no state.`
  if (server === undefined || !isBaseUrl(server)) {
    return {
      ...named,
      doc: {
        text: `${purpose} The document names no absolute URL of a server, so \`baseUrl\` must be given.`,
      },
      parameters: [{ name: 'options', type: code`${options} & { readonly baseUrl: string }` }],
      returns,
      body: open(code`options`),
    }
  }
  return {
    ...named,
    doc: { text: `${purpose} Its base URL is \`${server}\` unless \`baseUrl\` is another.` },
    parameters: [{ name: 'options', type: options, default: code`{}` }],
    returns,
    body: open(code`{ ...options, baseUrl: options.baseUrl ?? ${literal(server)} }`),
  }
}
