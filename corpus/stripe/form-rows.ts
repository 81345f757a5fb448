import type { JsonObject } from '../../scripts/src/json.js'
import type { GeneratedClient } from '../github/generated.js'
import { type LocalServer, type Recorded, startLocalServer } from '../github/local-server.js'
import { functionName } from '../github/make-call.js'
import { pathValues } from '../github/router.js'
import { type Row, rowOf } from '../github/row.js'
import { valuesOf } from '../github/values.js'
import { different } from '../github/wire.js'
import { FORM, type FormCall } from './form-calls.js'
import type { ReadForm } from './qs.js'
import { emptyIn, faultsOfForm, readable } from './referee.js'

/** What calls are made with, and forms are read with. */
export interface Setting {
  readonly document: JsonObject
  readonly generated: GeneratedClient
  readonly readForm: ReadForm
}

/** Makes calls against a server that keeps what it gets. */
export async function formRows(setting: Setting, calls: readonly FormCall[]): Promise<Row[]> {
  const server = await startLocalServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  try {
    const rows: Row[] = []
    // oxlint-disable-next-line no-await-in-loop -- one call comes after the other, so that it is known whose request came
    for (const call of calls) rows.push(await formRow(setting, server, call))
    return rows
  } finally {
    await server.close()
  }
}

function formRow(
  { document, generated, readForm }: Setting,
  server: LocalServer,
  call: FormCall,
): Promise<Row> {
  const { operation, form, variant, value } = call
  const about = { operation: operation.id, variant, method: operation.method, path: operation.path }
  return rowOf(about, async () => {
    const { [functionName(operation.id)]: callOperation } = generated.client
    const { path } = valuesOf(document, operation)
    server.taken()
    const client = generated.createClient({ baseUrl: server.url })
    const result = await callOperation?.(client, { ...(path && { path }), [form.location]: value })
    const [request, ...others] = server.taken()
    if (result === undefined || request === undefined) throw new Error('no request came')
    const text = form.location === 'body' ? request.body.toString() : request.query
    return {
      status: result.status,
      faults: [
        ...different('requests beside the first', others.length, 0),
        ...different('method', request.method, operation.method.toUpperCase()),
        ...different('path', pathOf(call, request), path ?? {}),
        ...faultsOfPlace(call, request),
        ...faultsOfForm(text, value, form.encodings),
        ...different('what is read', readForm(text), readable(value)),
        ...different('ok', result.ok, true),
      ],
      notes: notesOf(value),
    }
  })
}

function notesOf(value: JsonObject): string[] {
  const count = emptyIn(value)
  return count === 0 ? [] : [`empty objects in it, which a form has no part for: ${count}`]
}

function pathOf({ operation }: FormCall, { path }: Recorded): unknown {
  const found = pathValues(operation.path, path)
  return found && Object.fromEntries(found)
}

/** The form is in one place, and its media type is told where that is the body. */
function faultsOfPlace({ form }: FormCall, { headers, query, body }: Recorded): string[] {
  const isBody = form.location === 'body'
  return [
    ...different('content-type', headers['content-type'], isBody ? FORM : undefined),
    ...(isBody ? different('query', query, '') : different('body', body.toString(), '')),
  ]
}
