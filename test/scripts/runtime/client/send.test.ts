import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClientOptions, openClient } from '../../../../scripts/src/runtime/client/client.js'
import { MalformedResponseError } from '../../../../scripts/src/runtime/client/malformed-response-error.js'
import type { Input, Operation } from '../../../../scripts/src/runtime/client/operation.js'
import { send } from '../../../../scripts/src/runtime/client/send.js'
import { type Answer, json, listen, type Loopback, text } from './loopback.js'

let answer: Answer = json(200, {})
let server: Loopback
beforeAll(async () => {
  server = await listen((response, request) => answer(response, request))
})
afterAll(() => server[Symbol.asyncDispose]())

const read: Operation = { method: 'get', path: '/agents/{name}', responses: { '200': 'json', '404': 'json' } }
const create: Operation = {
  method: 'post',
  path: '/agents',
  responses: { '200': 'json' },
}

function call(
  operation: Operation,
  input?: Input,
  options: ClientOptions = {},
  given: Answer = json(200, {}),
) {
  answer = given
  return send(openClient({ baseUrl: `${server.url}/v1` }), operation, input, options)
}

function received() {
  return server.requests.at(-1)!
}

describe('the request', () => {
  test.each<readonly [query: string, input: Input, want: string]>([
    ['op=copy', {}, '/v1/agents/x?op=copy'],
    ['op=copy', { query: { a: 1 } }, '/v1/agents/x?op=copy&a=1'],
    ['of={of}', { path: { of: 'a&b' }, query: { a: 1 } }, '/v1/agents/x?of=a%26b&a=1'],
  ])('has the query %s of the operation before that of %j', async (query, input, want) => {
    await call({ ...read, path: '/agents/x', query }, input)
    expect(received().url).toBe(want)
  })

  test('has method, path, query, headers and body', async () => {
    await call(
      { ...create, method: 'patch', path: '/agents/{name}/x' },
      {
        path: { name: 'a b' },
        query: { ids: [1, 2], all: true, none: undefined },
        header: { 'X-Trace': 7 },
        body: { a: 1, b: undefined },
      },
    )
    expect(received()).toMatchObject({
      method: 'PATCH',
      url: '/v1/agents/a%20b/x?ids=1&ids=2&all=true',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'x-trace': '7', 'content-length': '7' },
    })
  })

  test('has neither body nor content type where there is none', async () => {
    await call(read, { path: { name: 'a' } })
    expect(received()).toMatchObject({ method: 'GET', url: '/v1/agents/a', body: '' })
    expect(received().headers).not.toHaveProperty('content-type')
  })

  test('names another JSON type, and none without a body', async () => {
    const operation = { ...create, mediaType: 'application/merge-patch+json' }
    await call(operation, { body: null })
    expect(received()).toMatchObject({
      body: 'null',
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    await call(operation)
    expect(received().headers).not.toHaveProperty('content-type')
  })

  test('takes headers of the client, of the call and of the parameters, the latter above the former', async () => {
    answer = json(200, {})
    const client = openClient({
      baseUrl: server.url,
      headers: { A: 'client', B: 'client', C: 'client', D: 'client' },
    })
    await send(
      client,
      { ...read, path: '/' },
      { header: { B: 'parameter' } },
      { headers: { B: 'call', C: 'call', D: null } },
    )
    expect(received().headers).toMatchObject({ a: 'client', b: 'parameter', c: 'call' })
    expect(received().headers).not.toHaveProperty('d')
  })

  test('takes cookies beside those of the client and of the call', async () => {
    answer = json(200, {})
    const client = openClient({ baseUrl: server.url, headers: { Cookie: 'session=1' } })
    const operation = { ...read, path: '/' }
    await send(client, operation, { cookie: { theme: 'a b;c', sizes: [1, 2], none: undefined } })
    expect(received().headers['cookie']).toBe('session=1; theme=a%20b%3Bc; sizes=1; sizes=2')
    await send(client, operation, { cookie: { theme: 1 } }, { headers: { cookie: 'session=2' } })
    expect(received().headers['cookie']).toBe('session=2; theme=1')
    await send(client, operation, {}, { headers: { cookie: null } })
    expect(received().headers).not.toHaveProperty('cookie')
  })

  test('has parameters in the styles of the operation', async () => {
    const operation: Operation = {
      ...read,
      styles: {
        path: { name: { style: 'matrix' } },
        query: { q: { style: 'deepObject' } },
        header: { 'X-A': { explode: true } },
        cookie: { c: { explode: false } },
      },
    }
    await call(operation, {
      path: { name: [1, 2] },
      query: { q: { a: 1 } },
      header: { 'X-A': { b: 2 } },
      cookie: { c: [3, 4] },
    })
    expect(received()).toMatchObject({
      url: '/v1/agents/;name=1,2?q%5Ba%5D=1',
      headers: { 'x-a': 'b=2', cookie: 'c=3,4' },
    })
  })

  test('takes headers as a Headers object, and another content type', async () => {
    const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', A: 'x' })
    await call({ ...create, mediaType: 'application/merge-patch+json' }, { body: {} }, { headers })
    expect(received().headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', a: 'x' })
  })

  test('goes to the base URL of the call, with or without a slash at its end', async () => {
    await call(read, { path: { name: 'a' } }, { baseUrl: `${server.url}/other/` })
    expect(received().url).toBe('/other/agents/a')
  })

  test('goes through the fetch of the call', async () => {
    const seen: Request[] = []
    const outcome = await call(
      read,
      { path: { name: 'a' } },
      {
        fetch: (request) => {
          seen.push(request)
          return Promise.resolve(Response.json({ a: 1 }))
        },
      },
    )
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${server.url}/v1/agents/a`])
    expect(outcome.data).toEqual({ a: 1 })
  })

  test.each(['?a=1', '#a', '/{region}'])('does not go to a base URL that ends in %s', async (end) => {
    const base = `${server.url}${end}`
    await expect(call(read, { path: { name: 'a' } }, { baseUrl: base })).rejects.toThrow(
      new TypeError(
        `The base URL must have no query, fragment or variable, but it is ${JSON.stringify(base)}`,
      ),
    )
  })

  test.each<[string, Input, RegExp]>([
    ['path', { path: { name: '..' } }, /^Path parameter "name" must not be "\.\."/],
    ['missing path', {}, /^Path parameter "name" is missing/],
    ['query', { path: { name: 'a' }, query: { q: { r: 1 } } }, /^Parameter "q" cannot be an object/],
    ['cookie', { path: { name: 'a' }, cookie: { 'a b': 1 } }, /^"a b" cannot be the name of a cookie/],
    ['header', { path: { name: 'a' }, header: { A: 'x\r\nB: y' } }, /invalid header value/],
  ])('is not sent with a %s parameter that cannot be', async (_, input, message) => {
    const before = server.requests.length
    const error = await call(read, input).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(message)
    expect(server.requests.length).toBe(before)
  })
})

describe('the outcome', () => {
  const outcomes: readonly [string, Operation['responses'], Answer, object][] = [
    ['documented success', { '200': 'json' }, json(200, { a: 1 }), { ok: true, status: 200, data: { a: 1 } }],
    ['success of a documented class', { '2XX': 'json' }, json(201, 1), { ok: true, status: 201, data: 1 }],
    [
      'success that another status documents',
      { '201': 'json' },
      json(200, 1),
      { ok: false, status: 200, error: 1 },
    ],
    [
      'success by default',
      { default: 'json', '404': 'json' },
      json(200, 1),
      { ok: true, status: 200, data: 1 },
    ],
    [
      'default beside a success',
      { '200': 'json', default: 'json' },
      json(202, 1),
      { ok: false, status: 202, error: 1 },
    ],
    [
      'default failure',
      { '200': 'json', default: 'none' },
      json(500, 1),
      { ok: false, status: 500, error: undefined },
    ],
    [
      'documented failure',
      { '404': 'json' },
      json(404, { error: 'x' }),
      { ok: false, status: 404, error: { error: 'x' } },
    ],
    [
      'failure that is a JSON string',
      { '404': 'json' },
      json(404, 'x'),
      { ok: false, status: 404, error: 'x' },
    ],
    ['failure of a documented class', { '4XX': 'json' }, json(418, 1), { ok: false, status: 418, error: 1 }],
    [
      'status before its class',
      { '4XX': 'none', '404': 'json' },
      json(404, 1),
      { ok: false, status: 404, error: 1 },
    ],
    [
      'undocumented JSON',
      { '200': 'json' },
      json(503, { a: 1 }),
      { ok: false, status: 503, error: { a: 1 } },
    ],
    [
      'undocumented text',
      { '200': 'json' },
      text(502, 'text/html', '<html>'),
      { ok: false, status: 502, error: '<html>' },
    ],
    ['unregistered status', { '200': 'json' }, text(599, '', 'x'), { ok: false, status: 599, error: 'x' }],
    [
      'no content',
      { '204': 'none' },
      (it) => it.writeHead(204).end(),
      { ok: true, status: 204, data: undefined },
    ],
    [
      'no content where JSON is documented',
      { '200': 'json' },
      (it) => it.writeHead(204).end(),
      { ok: false, status: 204, error: undefined },
    ],
    [
      'length of zero',
      { '200': 'json' },
      (it) => it.writeHead(200, { 'Content-Length': 0 }).end(),
      { ok: true, status: 200, data: undefined },
    ],
    [
      'empty failure',
      { '404': 'json' },
      (it) => it.writeHead(404, { 'Content-Length': 0 }).end(),
      { ok: false, status: 404, error: undefined },
    ],
    [
      'empty chunked body',
      { '200': 'json' },
      (it) => {
        it.writeHead(200).flushHeaders()
        it.end()
      },
      { ok: true, status: 200, data: undefined },
    ],
    [
      'not modified',
      { '200': 'json', '304': 'any' },
      (it) => it.writeHead(304).end(),
      { ok: false, status: 304, error: undefined },
    ],
  ]
  test.each(outcomes)('of a %s', async (_, responses, given, want) => {
    const outcome = await call({ ...create, responses }, {}, {}, given)
    const { response, ...rest } = outcome
    expect(rest).toEqual(want)
    expect(response.status).toBe(outcome.status)
    expect(response.bodyUsed || response.body === null).toBe(true)
    expect(response.url).toBe(`${server.url}/v1/agents`)
  })

  test('of a HEAD request has no body', async () => {
    const head: Operation = { method: 'head', path: '/', responses: { '200': 'json' } }
    const outcome = await call(head, {}, {}, (it) =>
      it.writeHead(200, { 'Content-Length': 40, 'Content-Type': 'application/json' }).end(),
    )
    expect(received().method).toBe('HEAD')
    expect(outcome).toMatchObject({ ok: true, status: 200, data: undefined })
  })

  test.each([
    [200, 'application/json', '{"a":'],
    [200, 'text/html', '<html>'],
    [404, 'application/json', '{"a":'],
    [404, 'text/html', '<html>'],
  ])('of a %i of type %s that is not the documented JSON is an error', async (status, type, body) => {
    const calling = call(read, { path: { name: 'a' } }, {}, text(status, type, body))
    const error = await calling.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({ status, excerpt: body })
  })
})

describe.each([200, 404])('the body of a %i', (status) => {
  const sent = text(status, 'text/plain', 'x'.repeat(100))
  const anything: Operation = { method: 'get', path: '/', responses: { default: 'any' } }
  const limited = (client: ClientOptions, options: ClientOptions = {}) => {
    answer = sent
    return send(openClient({ baseUrl: server.url, ...client }), anything, {}, options)
  }

  test('has no limit by default', async () => {
    expect(await limited({})).toMatchObject({ status })
  })

  test('is limited by the client, and by the call before it', async () => {
    await expect(limited({ maxResponseBytes: 99 })).rejects.toMatchObject({
      name: 'ResponseTooLargeError',
      status,
      limit: 99,
    })
    expect(await limited({ maxResponseBytes: 100 })).toMatchObject({ status })
    expect(await limited({ maxResponseBytes: 99 }, { maxResponseBytes: 100 })).toMatchObject({ status })
    await expect(limited({}, { maxResponseBytes: 99 })).rejects.toMatchObject({ limit: 99 })
  })
})

describe('without a response', () => {
  test('the rejection of fetch comes through', async () => {
    const closed = await listen(() => {})
    await closed[Symbol.asyncDispose]()
    const refused = call(read, { path: { name: 'a' } }, { baseUrl: closed.url })
    await expect(refused).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNREFUSED' } })
  })

  test.each([200, 404])('so does an abort while the body of a %i comes', async (status) => {
    const controller = new AbortController()
    const calling = call(read, { path: { name: 'a' } }, { signal: controller.signal }, (it) => {
      it.writeHead(status, { 'Content-Type': 'application/json' }).write('{')
      setTimeout(() => controller.abort(new Error('enough')), 20)
    })
    await expect(calling).rejects.toThrow('enough')
  })

  test.each([200, 404])('so does a connection that breaks while the body of a %i comes', async (status) => {
    const calling = call(read, { path: { name: 'a' } }, {}, (it) => {
      it.writeHead(status, { 'Content-Type': 'application/json' }).write('{')
      setTimeout(() => it.destroy(), 20)
    })
    await expect(calling).rejects.toMatchObject({ name: 'TypeError', message: 'terminated' })
  })
})
