import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { document } from './document.js'
import { type AnyServer, importServer } from './emitted.js'

const { createHandler } = await importServer(document)

type Handlers = Parameters<AnyServer['createHandler']>[0]

/** Handlers that tell what they got, and break a rule of the document for a thing of size 13. */
const handlers: Handlers = {
  listThings: ({ query, header }: { query: object; header: object }) => ({
    status: 200,
    headers: { 'x-got': JSON.stringify({ query, header }) },
    body: [],
  }),
  createThing: ({ body }: { body: { name: string } }) =>
    body.name === 'taken'
      ? { status: 409 }
      : { status: 201, body, headers: { location: `/things/${encodeURIComponent(body.name)}` } },
  getThing: ({ path }: { path: { id: number } }) =>
    path.id === 13
      ? { status: 200, body: { name: '' } }
      : { status: 200, body: { name: 'found', size: path.id } },
  replaceThing: ({ body }: { body?: object }) => ({ status: 200, body: body ?? { name: 'default' } }),
  delete_: async () => ({ status: 204 }),
  headThing: () => ({ status: 200, headers: { 'x-head': 'yes' } }),
}

/** Serves the generated handler on a socket, and gives the URL of the API. */
async function listen(options: Parameters<AnyServer['createHandler']>[1], own = handlers): Promise<string> {
  const server = createServer(createRequestListener(createHandler(own, options)))
  onTestFinished(() => void server.close().closeAllConnections())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
}

const json = (method: string, value: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

describe('the generated handler, on a socket', () => {
  it('answers what the handlers return', async () => {
    const url = await listen({ validateResponses: true })
    const created = await fetch(`${url}/things`, json('POST', { name: 'a/b', size: 3 }))
    expect(created.status).toBe(201)
    expect(created.headers.get('location')).toBe('/things/a%2Fb')
    expect(created.headers.get('content-type')).toBe('application/json')
    expect(await created.json()).toEqual({ name: 'a/b', size: 3 })
    expect((await fetch(`${url}/things`, json('POST', { name: 'taken' }))).status).toBe(409)
    expect(await (await fetch(`${url}/things/7`)).json()).toEqual({ name: 'found', size: 7 })
    expect((await fetch(`${url}/things/7`, { method: 'DELETE' })).status).toBe(204)
    const head = await fetch(`${url}/things/7`, { method: 'HEAD' })
    expect([head.status, head.headers.get('x-head')]).toEqual([200, 'yes'])
    const options = await fetch(`${url}/things/7`, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, PUT, DELETE, HEAD, OPTIONS'])
    expect(await (await fetch(`${url}/things/7`, { method: 'PUT' })).json()).toEqual({ name: 'default' })
  })

  it('reads parameters by their schemas', async () => {
    const url = await listen({})
    const query = 'limit=2&tag=a+b&tag=c%26d&sizes=1&sizes=2&all=false&unknown=1'
    const response = await fetch(`${url}/things?${query}`, { headers: { 'x-TRACE': 't' } })
    expect(JSON.parse(response.headers.get('x-got')!)).toEqual({
      query: { limit: 2, tag: ['a b', 'c&d'], sizes: [1, 2], all: false },
      header: { 'X-Trace': 't' },
    })
  })

  it('reports every issue of a request at once', async () => {
    const url = await listen({})
    const response = await fetch(`${url}/things?limit=many&tag=a&tag=b&tag=c&sizes=-1&all=1&all=2`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const { issues } = (await response.json()) as { issues: { pointer: string; keyword: string }[] }
    expect(issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`).toSorted()).toEqual([
      '/header required',
      '/query/all type',
      '/query/limit type',
      '/query/sizes/0 minimum',
      '/query/tag maxItems',
    ])
  })

  it('reports the issues of path and body together', async () => {
    const url = await listen({})
    const response = await fetch(`${url}/things/x`, json('PUT', { size: -1, other: 1 }))
    const { issues } = (await response.json()) as { issues: { pointer: string; keyword: string }[] }
    expect(issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`).toSorted()).toEqual([
      '/body required',
      '/body/other additionalProperties',
      '/body/size minimum',
      '/path/id type',
    ])
  })

  it('does not send a reply that is not valid, if told to check', async () => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return Response.json({ failed: true }, { status: 500 })
    }
    const checking = await listen({ validateResponses: true, onError })
    expect(await (await fetch(`${checking}/things/13`)).json()).toEqual({ failed: true })
    expect(errors).toEqual([
      expect.objectContaining({
        name: 'ReplyError',
        operation: 'getThing',
        status: 200,
        issues: [expect.objectContaining({ pointer: '/name', keyword: 'minLength' })],
      }),
    ])
    const trusting = await listen({})
    expect(await (await fetch(`${trusting}/things/13`)).json()).toEqual({ name: '' })
  })

  it('authenticates by the requirements of the document', async () => {
    const security = {
      Bearer: (token: string) => token === 'token',
      Key: async (key: string) => key === 'key',
    }
    const url = await listen({ security })
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(url + path, { headers })).status
    expect(await status('/things/1', { authorization: 'Bearer token' })).toBe(200)
    expect(await status('/things/1', { 'x-key': 'key' })).toBe(200)
    expect(await status('/things/1', { authorization: 'Bearer other', 'x-key': 'other' })).toBe(401)
    expect(await status('/things', { 'x-trace': 'open to all' })).toBe(200)
    const refused = await fetch(`${url}/things/1`)
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="Things \\"and\\" more", ApiKey realm="Things \\"and\\" more", in="header", name="X-Key"',
    )
    expect(await refused.json()).toEqual({
      title: 'Unauthorized',
      status: 401,
      detail: 'A credential is required',
    })
  })

  it('refuses a body that never ends, and goes on serving', async () => {
    const url = await listen({ maxBodyBytes: 100_000 })
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const sending = httpRequest(`${url}/things`, { method: 'POST', headers })
    const timer = setInterval(() => sending.write(`[${'1,'.repeat(5000)}`), 1)
    const [response] = (await once(sending, 'response')) as [{ statusCode: number; resume: () => void }]
    clearInterval(timer)
    response.resume()
    sending.on('error', () => undefined).destroy()
    expect(response.statusCode).toBe(413)
    expect((await fetch(`${url}/things/1`)).status).toBe(200)
  })

  it('tells a handler when the caller is gone', async () => {
    const caller = new AbortController()
    const isAborted = new Promise<boolean>((resolve) => {
      const getThing: Handlers[string] = ({ request }: { request: Request }) => {
        request.signal.addEventListener('abort', () => resolve(request.signal.aborted))
        caller.abort()
        return new Promise(() => undefined)
      }
      void listen({}, { ...handlers, getThing }).then((url) =>
        fetch(`${url}/things/1`, { signal: caller.signal }).catch(() => undefined),
      )
    })
    expect(await isAborted).toBe(true)
  })

  it('can be mounted somewhere else', async () => {
    const handle = createHandler(handlers, { basePath: '' })
    expect((await handle(new Request('http://localhost/things/1'))).status).toBe(200)
    expect((await handle(new Request('http://localhost/api/v1/things/1'))).status).toBe(404)
  })

  it('cannot be made without all handlers', async () => {
    const { getThing: _, headThing: __, ...others } = handlers
    expect(() => createHandler(others)).toThrow(new TypeError('handlers lacks getThing, headThing'))
  })
})
