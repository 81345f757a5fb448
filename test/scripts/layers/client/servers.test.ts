import { afterAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { json, listen } from '../../runtime/client/loopback.js'
import { type AnyFunction, compile, emitted, importClient } from './emitted.js'

const get = (operationId: string, more: JsonObject = {}): JsonObject => ({
  get: { operationId, summary: 'Look', responses: { '200': { description: 'Fine.' } }, ...more },
})

/** A document with operations on its own server, below it, on another, and on one that only the caller can know. */
function documentOn(server: string, other: string): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Servers', version: '1' },
    servers: [{ url: server }],
    paths: {
      '/a': get('here'),
      '/{b}/c': {
        servers: [{ url: `${server}/public` }],
        parameters: [{ name: 'b', in: 'path', required: true, schema: { type: 'string' } }],
        ...get('below'),
      },
      '/d': get('elsewhere', { servers: [{ url: other }] }),
      '/e': get('somewhere', { servers: [{ url: '/v2' }] }),
    },
  }
}

describe('a function whose operation has a server of its own', async () => {
  const main = await listen(json(200, {}))
  const other = await listen(json(200, {}))
  afterAll(() => Promise.all([main[Symbol.asyncDispose](), other[Symbol.asyncDispose]()]))
  test.each<[string, unknown, string | undefined, string | undefined, string]>([
    ['here', undefined, undefined, undefined, '/v1/a'],
    ['below', { path: { b: 'x/y' } }, undefined, undefined, '/v1/public/x%2Fy/c'],
    ['below', { path: { b: 'x' } }, '/moved', undefined, '/moved/public/x/c'],
    ['below', { path: { b: 'x' } }, '/moved', '/again', '/again/public/x/c'],
    ['elsewhere', undefined, undefined, undefined, 'other: /v2/d'],
    ['elsewhere', undefined, '/moved', undefined, 'other: /v2/d'],
    ['elsewhere', undefined, '/moved', '/again', '/again/d'],
    ['somewhere', {}, '/moved', '/again', '/again/e'],
  ])('%s(%j) with the base URL %s, %s for the call, requests %s', async (name, params, all, one, want) => {
    const servers = documentOn(`${main.url}/v1`, `${other.url}/v2/`)
    const { createClient, ...operations } = await importClient(servers)
    const before = [main.requests.length, other.requests.length]
    const at = (path: string | undefined) => path && main.url + path
    const client = createClient({ baseUrl: at(all) })
    await (operations[name] as AnyFunction)(client, params, { baseUrl: at(one) })
    expect([
      ...main.requests.slice(before[0]).map(({ url }) => url),
      ...other.requests.slice(before[1]).map(({ url }) => `other: ${url}`),
    ]).toEqual([want])
  })
})

const document = documentOn('https://api.example/v1', 'https://other.example/v2')

test('says in its documentation where the operation is', () => {
  const text = emitted(document)['client/default.ts']
  expect(text?.match(/`GET .*\n(?: \*\n \* .*\n(?: \* .*\n)*)?/g)).toEqual([
    '`GET /a`\n',
    '`GET /{b}/c` below `/public`\n',
    [
      '`GET /d`',
      ' *',
      " * Its server is `https://other.example/v2`, whatever the client's `baseUrl`; that of `init` is used in",
      ' * its place.',
      '',
    ].join('\n'),
    [
      '`GET /e`',
      ' *',
      ' * Its server is `/v2`, which is no absolute URL, so `baseUrl` must be given in `init`.',
      '',
    ].join('\n'),
  ])
})

test('demands a base URL where the server is known to the caller alone', () => {
  const program = [
    "import { below, createClient, elsewhere, somewhere } from './client/index.js'",
    'const client = createClient()',
    "await below(client, { path: { b: 'x' } })",
    'await elsewhere(client)',
    "await somewhere(client, {}, { baseUrl: 'https://third.example' })",
    '// @ts-expect-error',
    'await somewhere(client)',
    '// @ts-expect-error',
    'await somewhere(client, {}, {})',
  ]
  expect(compile(document, program.join('\n'))).toEqual([])
})
