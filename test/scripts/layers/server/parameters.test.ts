import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../scripts/src/runtime/client/client.js'
import { type AnyClientLayer, type AnyFunction, importClient } from '../client/emitted.js'
import { importServer } from './emitted.js'
import { described, type Described, document, type Kind, NAME } from './parameter-document.js'

/** The client, and the server that it calls. */
interface Connection {
  readonly layer: AnyClientLayer
  readonly client: Client
  readonly server: Server
  /** What the handler got last. */
  received: unknown
}

/** The emitted layers can only be imported inside a test; the first one does it. */
let opened: Promise<Connection> | undefined
const connection = () => (opened ??= connect())

async function connect(): Promise<Connection> {
  const layer = await importClient(document)
  const { createHandler } = await importServer(document)
  const handler = (input: Readonly<Record<string, Record<string, unknown>>>) => {
    const values = input['path'] ?? input['query'] ?? input['header'] ?? input['cookie']
    open.received = values?.[NAME]
    return { status: 204 }
  }
  const handlers = described.map(({ operationId }) => [operationId, handler] as const)
  const server = createServer(createRequestListener(createHandler(Object.fromEntries(handlers))))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  const { port } = server.address() as AddressInfo
  const client = layer.createClient({ baseUrl: `http://127.0.0.1:${port}` })
  const open: Connection = { layer, client, server, received: undefined }
  return open
}

afterAll(async () => {
  const { server } = await connection()
  server.close()
  server.closeAllConnections()
})

/** What the server's handler gets of a value; the message of the error if the client refuses to send it. */
async function send({ operationId, in: location }: Described, value: unknown): Promise<unknown> {
  const open = await connection()
  // What the layer has under the name of an operation is its function.
  const call = open.layer[operationId] as AnyFunction
  open.received = 'nothing was received'
  try {
    const outcome = await call(open.client, { [location]: { [NAME]: value } })
    return outcome.ok ? open.received : outcome.error
  } catch (error) {
    return { refused: (error as Error).message }
  }
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }).filter((it) => !/\p{Surrogate}/u.test(it)),
  fc
    .array(fc.constantFrom(...',;=.&|/\\%#?+[]{}"\'', '%2C', '%', '..', ' ', 'é', '😀', 'null', '1'), {
      maxLength: 5,
    })
    .map((it) => it.join('')),
)
/** What a header field can hold. */
const latin = text.map((it) => it.replaceAll(/[^\t\x20-\x7E\u00A0-\u00FF]/g, 'x'))
const integer = fc.maxSafeInteger()
const members = (string: fc.Arbitrary<string>) =>
  fc.record({ n: integer, s: string, b: fc.option(fc.boolean()) }, { requiredKeys: [] })

/** The values of each kind. */
function valuesOf(kind: Kind, string: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const all: { readonly [K in Kind]: fc.Arbitrary<unknown> } = {
    string,
    integer,
    boolean: fc.boolean(),
    nullable: fc.option(integer),
    strings: fc.array(string, { maxLength: 4 }),
    integers: fc.array(integer, { maxLength: 4 }),
    members: members(string),
    free: fc.dictionary(string, string, { maxKeys: 4 }),
    textOrIntegers: fc.oneof(string, fc.array(integer, { minLength: 2, maxLength: 4 })),
    nested: fc.record(
      {
        list: fc.array(string, { maxLength: 3 }),
        inner: fc.record(
          { deep: members(string), list: fc.array(members(string), { maxLength: 3 }) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    listOfLists: fc.array(fc.array(integer, { maxLength: 3 }), { maxLength: 3 }),
    json: fc.jsonValue({ maxDepth: 3 }),
  }
  return all[kind]
}

/** A value without arrays and objects that are empty, of which no style but JSON has a text. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((it) => it !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, it]) => [key, pruned(it)] as const)
  const given = entries.filter(([, it]) => it !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : []

/** Whether the client may refuse to send a value, because it could not be told from another or would lead elsewhere. */
function mayRefuse(
  { in: location, style, explode, kind }: Described,
  value: unknown,
  message: string,
): boolean {
  if (location === 'path') return /reach another path|must have items or members/.test(message)
  if (location === 'cookie')
    return kind === 'free' && explode && /cannot be the name of a cookie/.test(message)
  const inside = kind === 'free' ? [keysOf(value), Object.values(value as object)].flat() : [value].flat()
  const texts = kind === 'members' ? Object.values(value as object) : inside
  if (style === 'spaceDelimited') return !explode && texts.some((it) => String(it).includes(' '))
  if (style === 'pipeDelimited') return !explode && texts.some((it) => String(it).includes('|'))
  if (kind === 'listOfLists' || kind === 'nested')
    return /an item that is an empty array or object/.test(message)
  return (
    style === 'deepObject' && kind === 'free' && keysOf(value).some((it) => it === '' || /[[\]]/.test(it))
  )
}

/** What is read of a value that was sent. */
function wanted({ in: location, kind, style, explode }: Described, value: unknown): unknown {
  if (kind === 'json') return JSON.parse(JSON.stringify(value))
  // HTTP drops space around the value of a field.
  if (location === 'header' && typeof value === 'string') return value.replaceAll(/^[\t ]+|[\t ]+$/g, '')
  if (kind !== 'nested' || style !== 'form') return pruned(value)
  // Exploded, an array is a name again and again, so that an empty one is none; all else inside is JSON.
  const entries = Object.entries(value as object).filter(([, it]) => !explode || JSON.stringify(it) !== '[]')
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

describe.each(described)('$operationId', (parameter) => {
  test('is read as it was written', async () => {
    const string = parameter.in === 'header' ? latin : text
    await fc.assert(
      fc.asyncProperty(valuesOf(parameter.kind, string), async (value) => {
        const found = await send(parameter, value)
        const { refused } = (found ?? {}) as { readonly refused?: string }
        if (typeof refused === 'string')
          expect([refused, mayRefuse(parameter, value, refused)]).toEqual([refused, true])
        else expect(found).toEqual(wanted(parameter, value))
      }),
      { numRuns: 15 },
    )
  })
})
