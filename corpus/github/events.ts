/* oxlint-disable no-await-in-loop -- one thing comes after the other in a stream */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Setting } from './make-call.js'
import { type Row, rowOf } from './row.js'
import { different } from './wire.js'

/** An event as the client gives it (`runtime/client/events.ts`). */
interface ServerSentEvent {
  readonly event: string
  readonly data: unknown
  readonly id: string
  readonly retry?: number
}

/** Written as it stands, a part at a time: lines that end in each way, a comment, data of two lines, a character cut in two. */
const PARTS: readonly (string | Uint8Array)[] = [
  'event: step\nid: 1\nretry: 500\ndata: {"perc',
  'ent":10}\n\n: still at work\n\n',
  'data: {"percent":50,\r\ndata: "note":"',
  Uint8Array.of(0xc3),
  Uint8Array.of(0xbc),
  'ber half"}\r\n\r\n',
  'id: 3\rdata: {"percent":100}\r\r',
  'data: {"percent":1',
]

const EVENTS = [
  { event: 'step', data: { percent: 10 }, id: '1', retry: 500 },
  { event: 'message', data: { percent: 50, note: 'über half' }, id: '1', retry: 500 },
  { event: 'message', data: { percent: 100 }, id: '3', retry: 500 },
]

/** Sends the parts, and breaks off within an event. A caller that wants no end gets the first event, and then nothing more. */
export async function sendEvents(response: ServerResponse, isEndless: boolean): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  for (const part of isEndless ? PARTS.slice(0, 2) : PARTS) {
    response.write(part)
    // So that each part is a packet of its own.
    await wait(5)
  }
  if (isEndless) await once(response, 'close')
  else response.end()
}

/** Reads a stream to its end, and leaves one that has none. */
export async function eventRows(setting: Setting, closed: () => boolean): Promise<Row[]> {
  return [await wholeRow(setting), await leftRow(setting, closed)]
}

function wholeRow(setting: Setting): Promise<Row> {
  return rowOf(
    { operation: 'progress', variant: 'to its end', method: 'get', path: '/progress' },
    async () => {
      const { status, events } = await open(setting)
      const found: ServerSentEvent[] = []
      for await (const event of events) found.push(event)
      const issues = found.flatMap(
        ({ data }) => setting.generated.validators['validateProgress']?.(data).issues ?? [],
      )
      const faults = [...different('events', found, EVENTS), ...different('issues', issues, [])]
      return { status, faults, notes: [] }
    },
  )
}

function leftRow(setting: Setting, closed: () => boolean): Promise<Row> {
  return rowOf({ operation: 'progress', variant: 'left', method: 'get', path: '/progress' }, async () => {
    const { status, events } = await open(setting, { Prefer: 'endless' })
    let first: unknown
    for await (const { data } of events) {
      first = data
      break
    }
    for (let count = 0; count < 100 && !closed(); count += 1) await wait(10)
    const faults = [...different('first', first, EVENTS[0]?.data), ...different('closed', closed(), true)]
    return { status, faults, notes: [] }
  })
}

async function open({ generated, server }: Setting, headers: Readonly<Record<string, string>> = {}) {
  server.taken()
  const result = await generated.client['progress']?.(
    generated.createClient({ baseUrl: server.url }),
    {},
    { headers },
  )
  const [request] = server.taken()
  if (result?.ok !== true) throw new Error('there is no stream')
  if (request?.headers.accept !== 'text/event-stream')
    throw new Error('the stream was not asked for by Accept')
  return { status: result.status, events: result.data as AsyncIterable<ServerSentEvent> } // as the document says
}
