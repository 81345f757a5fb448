import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { json, listen } from '../../runtime/client/loopback.js'
import { type AnyFunction, compile, emitted, importClient } from './emitted.js'

function documentOn(servers: JsonValue): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Servers', version: '1' },
    servers,
    paths: { '/a': { get: { operationId: 'read', responses: { '200': { description: 'Fine.' } } } } },
  }
}

const local = {
  url: 'http://127.0.0.1:{port}/{base}',
  description: 'Yours.',
  variables: {
    base: { default: 'v1', enum: ['v1', "it's"], description: 'Which\nversion.' },
    port: { default: '80' },
    unused: { default: 'x' },
  },
}
const document = documentOn([
  { url: 'https://api.example', description: 'Ours.' },
  local,
  { url: 'https://api.example' },
])

test('the client module has the servers and their variables', () => {
  const text = emitted(document)['client/client.ts']
  expect(text).toContain(
    [
      'export interface Servers {',
      '  /** Ours. */',
      "  readonly 'https://api.example': Readonly<Record<string, never>>",
      '  /**',
      '   * Yours.',
      '   *',
      '   * - `port`: By default `80`.',
      '   * - `base`: Which version. By default `v1`.',
      '   */',
      "  readonly 'http://127.0.0.1:{port}/{base}': { readonly port?: string | undefined; readonly base?: 'v1' | 'it\\'s' | undefined; }",
      '}',
    ].join('\n'),
  )
  expect(text).toContain(
    [
      '= {',
      "  'https://api.example': {},",
      "  'http://127.0.0.1:{port}/{base}': { port: { default: '80' }, base: { default: 'v1', enum: ['v1', 'it\\'s'] } },",
      '}',
    ].join('\n'),
  )
})

test.each<[JsonValue, boolean]>([
  [[], false],
  [[{ url: 'https://a' }], false],
  [[{ url: 'https://a' }, { url: 'https://a' }], false],
  [[{ url: 'https://a' }, { url: '/b' }], true],
  [[local], true],
])('of the servers %j there is a function for their URLs: %j', (servers, want) => {
  const text = emitted(documentOn(servers))['client/client.ts']!
  expect(text.includes('export function serverUrl<')).toBe(want)
})

test('a client uses the URL', async () => {
  await using server = await listen(json(200, {}))
  const { createClient, serverUrl, read } = await importClient(document)
  const urlOf = serverUrl as unknown as (url: string, variables?: object) => string
  const { port } = new URL(server.url)
  const baseUrl = urlOf('http://127.0.0.1:{port}/{base}', { port, base: "it's" })
  await (read as AnyFunction)(createClient({ baseUrl }))
  expect(server.requests[0]?.url).toBe("/it's/a")
  expect(urlOf('https://api.example')).toBe('https://api.example')
  expect(() => urlOf('http://127.0.0.1:{port}/{base}', { base: 'v2' })).toThrow(TypeError)
})

test('values have the types of the variables', () => {
  const wrong = [
    "'https://other.example'",
    "'https://api.example', { port: '1' }",
    "'http://127.0.0.1:{port}/{base}', { base: 'v2' }",
    "'http://127.0.0.1:{port}/{base}', { port: 80 }",
    "'http://127.0.0.1:{port}/{base}', { unused: 'x' }",
  ]
  const program = [
    "import { createClient, type Servers, serverUrl } from './client/index.js'",
    "createClient({ baseUrl: serverUrl('https://api.example') })",
    "const variables: Servers['http://127.0.0.1:{port}/{base}'] = { port: '1', base: 'v1' }",
    "serverUrl('http://127.0.0.1:{port}/{base}', variables)",
    "serverUrl('http://127.0.0.1:{port}/{base}', { base: undefined })",
    ...wrong.flatMap((it) => ['// @ts-expect-error', `serverUrl(${it})`]),
  ]
  expect(compile(document, program.join('\n'))).toEqual([])
})
