import { code, type Declaration, imported, importedType, literal, type Module } from '../../emit/index.js'
import type { Model, Operation } from '../../model/types.js'
import { isBaseUrl } from './base-url.js'

const CLIENT = 'runtime/client/client.ts'

/** The module that makes a client. A tag may have its name; no group ends in `_`. */
export function clientModule(
  { title, servers, operations }: Model,
  groups: ReadonlyMap<string, unknown>,
): Module {
  return {
    path: groups.has('client') ? 'client/client_.ts' : 'client/client.ts',
    declarations: [
      createClient(title, servers[0]),
      {
        kind: 're-export',
        visibility: 'public',
        from: CLIENT,
        names: ['Client', 'ClientOptions', 'RequestOptions'].map((name) => ({ name, typeOnly: true })),
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

function createClient(title: string, server: string | undefined): Declaration {
  const open = imported(CLIENT, 'openClient')
  const options = importedType(CLIENT, 'ClientOptions')
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
      body: code`return ${open}(options)`,
    }
  }
  return {
    ...named,
    doc: { text: `${purpose} Its base URL is \`${server}\` unless \`baseUrl\` is another.` },
    parameters: [{ name: 'options', type: options, default: code`{}` }],
    returns,
    body: code`return ${open}({ ...options, baseUrl: options.baseUrl ?? ${literal(server)} })`,
  }
}
