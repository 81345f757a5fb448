import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { emitted, importServer } from './emitted.js'

const json = (schema: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})
const answers = { 200: { description: 'Fine.', ...json('Free') } }
const parameter = (name: string, schema: JsonObject = {}) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...schema },
})
const operation = (operationId: string, more: JsonObject = {}): JsonObject => ({
  operationId,
  tags: ['all'],
  responses: answers,
  ...more,
})

const proxy = (method: string, more?: JsonObject) => [method, operation(`${method}Proxied`, more)] as const
const optional = { requestBody: json('Free') }
const silent = { responses: { 200: { description: 'Nothing more.' } } }

/** Operations below the document's server, whose paths begin with a variable, beside some whose paths they could be. */
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Servers', version: '1' },
  servers: [{ url: 'https://api.example/v1' }],
  security: [{ Private: [] }],
  paths: {
    '/agents': { get: operation('listAgents') },
    '/{kind}/start': { parameters: [parameter('kind')], post: operation('startKind') },
    '/{kind}/{name}': { parameters: [parameter('kind'), parameter('name')], get: operation('getOne') },
    '/{name}/start': {
      servers: [{ url: 'https://api.example/v1/public' }],
      parameters: [parameter('name', { pattern: '^[a-z]+$' })],
      post: operation('startAgent', {
        security: [{ Public: [] }],
        requestBody: { required: true, ...json('Free') },
      }),
    },
    '/{name}/sessions/{path}': {
      servers: [{ url: 'https://api.example/v1/public' }],
      parameters: [parameter('name'), parameter('path')],
      ...Object.fromEntries([
        proxy('get'),
        proxy('post', optional),
        proxy('put', optional),
        proxy('patch', optional),
        proxy('delete'),
        proxy('options', silent),
        proxy('head', silent),
      ]),
    },
    '/status/{name}': {
      servers: [{ url: 'https://status.example/v2/' }],
      parameters: [parameter('name')],
      get: operation('getStatus', { description: 'How it is.' }),
    },
    '/{name}': {
      servers: [{ url: 'https://root.example' }],
      parameters: [parameter('name')],
      get: operation('getRoot'),
    },
  },
  components: {
    securitySchemes: {
      Private: { type: 'http', scheme: 'bearer' },
      Public: { type: 'http', scheme: 'bearer' },
    },
    schemas: { Free: { type: 'object', additionalProperties: true } },
  },
}

const { createHandler, routes } = await importServer(document)

/** Answers with the id, the template and the parameters that a request was found to be for. */
const tell = ({ operation: { id, path: template }, path, body }: Told) => ({
  status: 200,
  ...(!/^(?:options|head)/.test(id) && { body: { id, template, path, body } }),
  headers: { 'x-id': id },
})

interface Told {
  readonly operation: { readonly id: string; readonly path: string }
  readonly path?: object
  readonly body?: unknown
}

const handlers = Object.fromEntries(routes.map(({ id }) => [id, tell]))
const send = (url: string, init?: RequestInit, basePath?: string) =>
  createHandler(handlers, { basePath, validateResponses: true })(new Request(`http://localhost${url}`, init))

const sentWith = (key: string) => ({
  headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  body: '{}',
})

describe('an operation with a server of its own', () => {
  it.each<
    readonly [method: string, url: string, id: string, path: object | undefined, basePath: string | undefined]
  >([
    ['GET', '/v1/agents', 'listAgents', undefined, undefined],
    ['POST', '/v1/public/start', 'startKind', { kind: 'public' }, undefined],
    ['GET', '/v1/public/x', 'getOne', { kind: 'public', name: 'x' }, undefined],
    ['POST', '/v1/public/voice/start', 'startAgent', { name: 'voice' }, undefined],
    ['POST', '/v1/public/public/start', 'startAgent', { name: 'public' }, undefined],
    ['POST', '/public/voice/start', 'startAgent', { name: 'voice' }, ''],
    ['POST', '/a/b/public/voice/start', 'startAgent', { name: 'voice' }, '/a/b'],
    [
      'GET',
      '/v1/public/voice/sessions/api%2Foffer',
      'getProxied',
      { name: 'voice', path: 'api/offer' },
      undefined,
    ],
    ['PATCH', '/v1/public/voice/sessions/x', 'patchProxied', { name: 'voice', path: 'x' }, undefined],
    ['DELETE', '/v1/public/voice/sessions/x', 'deleteProxied', { name: 'voice', path: 'x' }, undefined],
    ['GET', '/v2/status/x', 'getStatus', { name: 'x' }, undefined],
    ['GET', '/v2/status/x', 'getStatus', { name: 'x' }, '/moved'],
    ['GET', '/x', 'getRoot', { name: 'x' }, undefined],
    ['GET', '/moved', 'getRoot', { name: 'moved' }, '/moved'],
  ])('%s %s is for %s', async (method, url, id, path, basePath) => {
    const body = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{"a":1}' } : {}
    const response = await send(url, { method, ...body }, basePath)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      id,
      template: routes.find((route) => route.id === id)?.path,
      ...(path && { path }),
      ...(id === 'startAgent' && { body: { a: 1 } }),
    })
  })

  it.each<readonly [method: string, url: string, status: number, basePath: string | undefined]>([
    ['GET', '/v1/public/start', 405, undefined],
    ['GET', '/v1/public/voice/start', 405, undefined],
    ['POST', '/v1/public/Voice/start', 400, undefined],
    ['POST', '/v1/voice/x/start', 404, undefined],
    ['GET', '/public/voice/sessions/x', 404, undefined],
    ['GET', '/v1/public/voice/sessions/x', 404, '/v3'],
    ['GET', '/v1/v2/status/x', 404, undefined],
  ])('%s %s is answered with %i', async (method, url, status, basePath) => {
    expect((await send(url, { method }, basePath)).status).toBe(status)
  })

  it.each(['head', 'options'])('answers %s by its own handler, without a body', async (method) => {
    const response = await send('/v1/public/voice/sessions/x', { method: method.toUpperCase() })
    expect([response.status, response.headers.get('x-id'), await response.text()]).toEqual([
      200,
      `${method}Proxied`,
      '',
    ])
  })

  it('needs the credentials of its own scheme', async () => {
    const security = { Private: (key: string) => key === 'sk', Public: (key: string) => key === 'pk' }
    const handle = createHandler(handlers, { security })
    const status = async (url: string, key: string) =>
      (await handle(new Request(`http://localhost${url}`, { method: 'POST', ...sentWith(key) }))).status
    expect(await status('/v1/public/voice/start', 'pk')).toBe(200)
    expect(await status('/v1/public/voice/start', 'sk')).toBe(401)
    expect(await status('/v1/agents/start', 'sk')).toBe(200)
    expect(await status('/v1/agents/start', 'pk')).toBe(401)
  })

  it('tells of it in the documentation', () => {
    const text = (emitted(document)['server/handler.ts'] ?? '').replaceAll(/\n *\* ?/g, '\n')
    expect(text).toContain('/** `POST /{name}/start` below `/public` */\n  readonly startAgent')
    expect(text).toContain(
      [
        'How it is.',
        '',
        '`GET /status/{name}`',
        '',
        'It is on a server of its own, whose path `/v2` comes before it, whatever the option `basePath` says.',
      ].join('\n'),
    )
    expect(text).toContain(
      'It is on a server of its own, without a path before it, whatever the option `basePath` says.',
    )
  })
})
