import { isJson, isText, PREFER, textOf } from './documented-answers.js'
import type { CallResult, Generated } from './generated.js'
import { type Judges, judgeCall } from './judge-call.js'
import type { LocalServer, Recorded } from './local-server.js'
import type { DocumentBody } from './operations.js'
import type { PlannedCall } from './planned-calls.js'
import type { ReadBack } from './read-back.js'
import { type Row, rowOf } from './row.js'
import { different, faultsOfRequest } from './wire.js'

/** What calls are made with. */
export interface Setting extends Judges {
  readonly generated: Generated
  readonly server: LocalServer
  readonly readBack: ReadBack
}

/** Makes a call, and looks at the request, the result and the examples. */
export function makeCall(setting: Setting, call: PlannedCall): Promise<Row> {
  const { id: operation, method, path } = call.operation
  return rowOf({ operation, method, path }, async () => {
    setting.server.taken()
    const result = await send(setting, call)
    const [request, ...others] = setting.server.taken()
    if (request === undefined) throw new Error('no request came')
    const { faults, notes, isRefusable } = judgeCall(setting, typeName(operation), call)
    const read = isRefusable ? faultsOfRefusal : faultsOfReading
    return {
      status: result.status,
      faults: [
        ...different('requests beside the first', others.length, 0),
        ...faultsOfRequest(call, request),
        ...(await faultsOfResult(call, result)),
        ...(await read(setting.readBack, request, call)),
        ...faults,
      ],
      notes,
    }
  })
}

function send(
  { generated, server }: Setting,
  { operation, values, body, answer }: PlannedCall,
): Promise<CallResult> {
  const { [functionName(operation.id)]: callOperation } = generated.client
  if (callOperation === undefined) throw new Error(`The client has no function ${functionName(operation.id)}`)
  const client = generated.createClient({ baseUrl: server.url })
  const type = answer.body?.mediaType
  const isFirst = operation.answers.find(({ status }) => status === answer.status)?.body?.mediaType === type
  const input = {
    ...values,
    ...(body !== undefined && { body: given(body) }),
    ...(body !== undefined &&
      operation.bodies[0]?.mediaType !== body.mediaType && { contentType: body.mediaType }),
  }
  return callOperation(client, input, {
    // What the client would not ask for by itself.
    headers: { [PREFER]: `answer=${operation.answers.indexOf(answer)}`, ...(!isFirst && { Accept: type }) },
    redirect: 'manual',
    ...(operation.isElsewhere && { baseUrl: server.url }),
  })
}

/** An example of a body as a caller gives it: bytes where it is neither JSON nor text. */
function given(body: DocumentBody): unknown {
  if (isJson(body.mediaType)) return body.example?.value
  return isText(body.mediaType) ? textOf(body) : new Blob([textOf(body)])
}

async function faultsOfResult({ answer }: PlannedCall, result: CallResult): Promise<string[]> {
  const { status, body } = answer
  const found = result.ok ? result.data : result.error
  return [
    ...different('ok', result.ok, status < 300),
    ...different('status', result.status, status),
    ...different('result', found instanceof Blob ? await found.text() : found, body?.example?.value),
  ]
}

/** The server layer refuses a body that is not what its schema describes. */
async function faultsOfRefusal(readBack: ReadBack, request: Recorded): Promise<string[]> {
  const { refusal } = await readBack(request)
  return different('the answer of the server layer', refusal?.slice(0, 3), '400')
}

/** Whether the server layer reads what was given to the client. */
async function faultsOfReading(
  readBack: ReadBack,
  request: Recorded,
  { operation, values, body }: PlannedCall,
): Promise<string[]> {
  const read = await readBack(request)
  if (read.refusal !== undefined) return [`the server layer answers ${read.refusal}`]
  const { id, input } = read
  const isValue = body !== undefined && isJson(body.mediaType)
  return [
    ...different('the handler called', id, functionName(operation.id)),
    ...Object.entries(values).flatMap(([location, group]) =>
      different(`what the handler gets as ${location}`, input[location], group),
    ),
    ...different(
      'what the handler gets as body',
      input['body'],
      isValue ? body.example?.value : body && textOf(body),
    ),
  ]
}

/** The name of an operation's function: the words of its `operationId` in camelCase. */
export function functionName(id: string): string {
  const name = typeName(id)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The stem of the names of an operation's types. */
function typeName(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
