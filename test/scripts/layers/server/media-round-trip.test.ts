import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../scripts/src/runtime/client/client.js'
import { type AnyClientLayer, type AnyFunction, importClient } from '../client/emitted.js'
import { importServer } from './emitted.js'
import { mediaDocument } from './media-document.js'
import { plain } from './plain.js'

/** The client, the server that it calls, and what is between them. */
interface Connection {
  readonly layer: AnyClientLayer
  readonly client: Client
  readonly server: Server
  /** What the handler got last. */
  received: unknown
  /** What it answers with. */
  reply: { readonly status: number; readonly body?: unknown; readonly contentType?: string }
}

/** The emitted layers can only be imported inside a test; the first one does it. */
let opened: Promise<Connection> | undefined
const connection = () => (opened ??= connect())

async function connect(): Promise<Connection> {
  const layer = await importClient(mediaDocument)
  const { createHandler, routes } = await importServer(mediaDocument)
  const handler = async ({ body }: { readonly body: unknown }) => {
    open.received = await plain(body)
    return open.reply
  }
  const handle = createHandler(Object.fromEntries(routes.map(({ id }) => [id, handler])), {
    validateResponses: true,
  })
  const server = createServer(createRequestListener(handle))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  const { port } = server.address() as AddressInfo
  const client = layer.createClient({ baseUrl: `http://127.0.0.1:${port}` })
  const open: Connection = { layer, client, server, received: undefined, reply: { status: 204 } }
  return open
}

afterAll(async () => {
  const { server } = await connection()
  server.close()
  server.closeAllConnections()
})

async function call(operation: string, params: object, reply: Connection['reply']) {
  const open = await connection()
  open.received = undefined
  open.reply = reply
  // What the layer has under the name of an operation is its function.
  return (open.layer[operation] as AnyFunction)(open.client, params)
}

const row = {
  name: 'é & =+%',
  count: 3,
  isNew: false,
  tags: ['a', 'b,c'],
  sizes: [1],
  detail: { depth: 1.5 },
}
const file = new File(['bytes'], 'a "b".png', { type: 'image/png' })
const fileSeen = { name: 'a "b".png', type: 'image/png', text: 'bytes' }

async function* rows() {
  yield { name: 'a' }
  yield row
}

describe('what the client sends', () => {
  it.each<[string, object, unknown]>([
    ['sendForm', row, row],
    [
      'sendStyled',
      {
        page: { size: 2, after: 'x&y' },
        ids: [1, 2],
        free: { n: 3 },
        filter: { limit: 4 },
        whole: [null, 'a'],
      },
      {
        page: { size: 2, after: 'x&y' },
        ids: [1, 2],
        free: { n: 3 },
        filter: { limit: 4 },
        whole: [null, 'a'],
      },
    ],
    [
      'upload',
      { file, more: [file], row, count: 2, tags: ['x'], note: 'é\n', csv: 'a;é', sizes: [1, 2], data: 'x' },
      {
        file: fileSeen,
        more: [fileSeen],
        row,
        count: 2,
        tags: ['x'],
        note: 'é\r\n',
        csv: 'a;é',
        sizes: [1, 2],
        data: 'x',
      },
    ],
    ['sendText', 'ab\n€' as unknown as object, 'ab\n€'],
    ['sendBytes', new Blob(['x'], { type: 'image/gif' }), { type: 'image/gif', text: 'x' }],
    ['sendRows', rows(), [{ name: 'a' }, row]],
  ])('by %s is what the handler gets', async (operation, body, wanted) => {
    const outcome = await call(operation, { body }, { status: 204 })
    expect(outcome).toMatchObject({ ok: true })
    expect((await connection()).received).toEqual(wanted)
  })

  it.each<[string | undefined, unknown, unknown]>([
    [undefined, row, row],
    ['application/vnd.row+json', row, row],
    ['multipart/form-data', { file }, { file: fileSeen }],
    ['text/csv', 'a;b', 'a;b'],
  ])('as %s is what the handler gets', async (contentType, body, wanted) => {
    const params = { path: { id: 1 }, body, ...(contentType !== undefined && { contentType }) }
    expect(await call('choose', params, { status: 204 })).toMatchObject({ ok: true })
    expect((await connection()).received).toEqual(wanted)
  })
})

describe('what the handler answers', () => {
  it.each<[string, Connection['reply'], unknown]>([
    ['getPage', { status: 200, body: '<é>' }, '<é>'],
    ['getArchive', { status: 200, body: new Blob(['zip']) }, { type: 'application/zip', text: 'zip' }],
    [
      'getPicture',
      { status: 200, body: file, contentType: 'image/png' },
      { type: 'image/png', text: 'bytes' },
    ],
    ['getLines', { status: 200, body: rows() }, [{ name: 'a' }, row]],
    [
      'getEvents',
      { status: 200, body: [{ data: row, event: 'row', id: '7', retry: 10 }] },
      [{ data: row, event: 'row', id: '7', retry: 10 }],
    ],
    [
      'getMessages',
      { status: 200, body: [{ data: 'a\nb' }] },
      [{ data: 'a\nb', event: 'message', id: '', retry: undefined }],
    ],
    ['getReport', { status: 200, body: row }, row],
    ['getReport', { status: 200, body: 'a;b', contentType: 'text/csv' }, 'a;b'],
  ])('to %s is what the client gets', async (operation, reply, wanted) => {
    const outcome = await call(operation, {}, reply)
    expect(outcome).toMatchObject({ ok: true })
    expect(await plain((outcome as { data?: unknown }).data)).toEqual(wanted)
  })
})
