import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../scripts/src/runtime/client/client.js'
import type { AnyFunction } from '../client/emitted.js'
import { orders } from './document.js'
import { type AnyLayers, type Conversions, importLayers } from './emitted.js'
import { shown } from './shown.js'

/** The types of a setting: what makes a value of the text of a date, and of digits. */
interface Setting {
  readonly conversions: Conversions
  readonly time: (text: string) => unknown
  readonly day: (text: string) => unknown
  readonly big: (digits: string) => unknown
}

const asText = (text: string) => text

const settings: readonly (readonly [name: string, setting: Setting])[] = [
  [
    'Date and bigint',
    {
      conversions: { dateTime: 'Date', int64: 'bigint' },
      time: (text) => new Date(text),
      day: asText,
      big: BigInt,
    },
  ],
  [
    'Temporal and bigint',
    {
      conversions: { dateTime: 'Temporal', int64: 'bigint', temporal: 'temporal-polyfill' },
      time: (text) => Temporal.Instant.from(text),
      day: (text) => Temporal.PlainDate.from(text),
      big: BigInt,
    },
  ],
  [
    'Date and number',
    { conversions: { dateTime: 'Date' }, time: (text) => new Date(text), day: asText, big: Number },
  ],
  ['text and bigint', { conversions: { int64: 'bigint' }, time: asText, day: asText, big: BigInt }],
]

/** The client, the server that it calls, and what is between them. */
interface Connection {
  readonly layers: AnyLayers
  readonly client: Client
  readonly server: Server
  /** What the handler got last. */
  received: { readonly [part: string]: unknown }
  reply: object
}

const open: Connection[] = []
afterAll(() => {
  for (const { server } of open) {
    server.close()
    server.closeAllConnections()
  }
})

async function connect(conversions: Conversions): Promise<Connection> {
  const layers = await importLayers(orders, conversions)
  const { createHandler, routes } = layers.server
  const handler = async (input: { readonly [part: string]: unknown }) => {
    connection.received = { ...input, body: await collected(input['body']) }
    return connection.reply as { readonly status: number }
  }
  const handle = createHandler(Object.fromEntries(routes.map(({ id }) => [id, handler])), {
    validateResponses: true,
  })
  const server = createServer(createRequestListener(handle))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  const { port } = server.address() as AddressInfo
  const client = layers.client.createClient({ baseUrl: `http://127.0.0.1:${port}` })
  const connection: Connection = { layers, client, server, received: {}, reply: { status: 500 } }
  open.push(connection)
  return connection
}

/** The items of a stream, or the value itself. */
async function collected(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value
  const items: unknown[] = []
  for await (const item of value as AsyncIterable<unknown>) items.push(item)
  return items
}

describe.each(settings)('%s', (_, { conversions, time, day, big }) => {
  const first = time('2026-01-02T03:04:05.006Z')
  const second = time('1999-12-31T23:59:59.000Z')
  const someDay = day('2026-02-28')
  // A number that JavaScript could not hold; where it is to be one, it is smaller.
  const large = conversions.int64 === 'bigint' ? big('9007199254740993') : big('9007199254740991')
  const small = big('-9007199254740990')
  const range = { from: first, to: second, count: large }
  const order = {
    id: large,
    createdAt: first,
    paidAt: null,
    stamp: second,
    due: someDay,
    total: big('10'),
    lines: [{ at: first, count: small }, { at: second }],
    history: { note: 'none', made: first, ['__proto__x']: second },
    payment: { kind: 'card', expires: someDay, at: second },
    when: range,
    pair: [first, '2026-01-02T03:04:05Z', large, big('0')],
    parent: {
      id: big('1'),
      createdAt: second,
      paidAt: second,
      payment: { kind: 'cash', given: large },
      when: first,
    },
    price: 2 ** 60,
    pay: [
      { kind: 'now', at: first },
      { kind: 'later', at: someDay },
    ],
    'x-at-end': second,
  }
  let opened: Promise<Connection> | undefined
  const connection = () => (opened ??= connect(conversions))
  const call = async (operation: string, params: object, reply: object) => {
    const it = await connection()
    it.reply = reply
    const result = await (it.layers.client[operation] as AnyFunction)(it.client, params)
    return { result, received: it.received }
  }

  test.each<[operation: string, value: unknown]>([
    ['sendOrder', order],
    ['sendStamp', first],
    ['sendNumber', large],
    ['sendNumber', small],
    ['sendAmbiguous', { at: first, count: 5 }],
    ['sendAmbiguous', { at: 'any text', count: 6, next: { at: '2026-01-02T03:04:05Z', count: 6 } }],
    ['sendPlain', { name: '2026-01-02T03:04:05Z' }],
  ])('%s carries a value there and back', async (operation, value) => {
    const { result, received } = await call(operation, { body: value }, { status: 200, body: value })
    expect(shown(received['body'])).toEqual(shown(value))
    expect(result.ok && shown(result.data)).toEqual(shown(value))
  })

  test('parameters and header fields carry values', async () => {
    const params = {
      path: { since: first, number: large },
      query: {
        until: second,
        days: [someDay],
        ids: [small, large],
        range,
        filter: { from: first, count: big('7') },
      },
      header: { 'X-At': first },
      cookie: { seen: large },
    }
    const headers = { 'x-next': '2026-01-02T03:04:05.006Z', 'x-total': String(large), 'x-days': '2026-02-28' }
    const { result, received } = await call('listOrders', params, { status: 200, body: [order], headers })
    const { path, query, header, cookie } = received
    expect(shown({ path, query, header, cookie })).toEqual(shown(params))
    expect(result.ok && shown(result.data)).toEqual(shown([order]))
    expect(shown(result.headers)).toEqual(shown({ 'X-Next': first, 'X-Total': large, 'X-Days': [someDay] }))
  })

  test('an error carries values', async () => {
    const params = { path: { since: first, number: large } }
    const { result } = await call('listOrders', params, { status: 404, body: { at: first } })
    expect(result.ok || shown(result.error)).toEqual(shown({ at: first }))
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
    '%s carries values',
    async (contentType) => {
      const value = { at: first, day: someDay, count: large, times: [first, second], range, name: '5' }
      const { result, received } = await call(
        'sendForm',
        { body: value, contentType },
        { status: 200, body: value },
      )
      expect(shown(received['body'])).toEqual(shown(value))
      expect(result.ok && shown(result.data)).toEqual(shown(value))
    },
  )

  test('streams carry values', async () => {
    const items = [order, { id: big('2'), createdAt: second }]
    const lines = await call('sendLines', { body: items }, { status: 200, body: items })
    expect(shown(lines.received['body'])).toEqual(shown(items))
    expect(lines.result.ok && shown(await collected(lines.result.data))).toEqual(shown(items))
    const { result } = await call('follow', {}, { status: 200, body: items.map((data) => ({ data })) })
    const events = (await collected(result.ok && result.data)) as { readonly data: unknown }[]
    expect(events.map(({ data }) => shown(data))).toEqual(shown(items))
  })

  test('text carries a value', async () => {
    const { result, received } = await call('sendText', { body: first }, { status: 200, body: second })
    expect(shown(received['body'])).toEqual(shown(first))
    expect(result.ok && shown(result.data)).toEqual(shown(second))
  })

  test('a webhook gets values', async () => {
    const { layers } = await connection()
    const received: unknown[] = []
    const shipped = ({ body }: { readonly body: unknown }) => (received.push(body), { status: 204 })
    const handle = layers.server.createWebhookHandler({ shipped })
    const body = '{ "id": 9007199254740991, "createdAt": "2026-01-02T03:04:05.006Z" }'
    const headers = { 'content-type': 'application/json' }
    const response = await handle(new Request('http://localhost/shipped', { method: 'POST', body, headers }))
    expect(response.status).toBe(204)
    expect(received.map(shown)).toEqual([shown({ id: big('9007199254740991'), createdAt: first })])
  })

  test('what is not valid is answered with its place', async () => {
    const { client, layers } = await connection()
    const body = { id: large, createdAt: 'yesterday', lines: [{ at: 5 }] }
    const result = await (layers.client['sendOrder'] as AnyFunction)(client, { body })
    expect(result.status).toBe(400)
    const { issues } = result.error as { readonly issues: readonly { readonly pointer: string }[] }
    expect(issues.map(({ pointer }) => pointer)).toEqual(['/body/createdAt', '/body/lines/0/at'])
  })
})
