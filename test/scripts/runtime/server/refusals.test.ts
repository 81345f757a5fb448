import { describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../../../scripts/src/runtime/server/options.js'
import type { Refusal } from '../../../../scripts/src/runtime/server/refusal.js'
import { accepting, anything, request, seen, serve } from './api.js'

const routes = [
  {
    id: 'update',
    method: 'POST',
    path: '/things/{id}',
    parameters: {
      formats: [
        { in: 'path', name: 'id' },
        { in: 'query', name: 'limit', types: ['integer'] },
        { in: 'query', name: '__proto__' },
      ],
      validate: accepting((value) => (value as { query: { limit?: unknown } }).query.limit !== 'x'),
    },
    body: { required: true, contents: { 'application/json': accepting((value) => value !== 1) } },
  },
  { id: 'list', method: 'GET', path: '/things' },
] as const

const post = (body: BodyInit | null, headers: HeadersInit = { 'content-type': 'application/json' }) =>
  ({ method: 'POST', body, headers }) as const

const operation = { id: 'update', method: 'POST', path: '/things/{id}' }
const wrong = { path: ['a'], pointer: '/a', keyword: 'type', message: 'is wrong', schemaPath: '#/a' }
const wrongBody = { ...wrong, path: ['body', 'a'], pointer: '/body/a' }
const missingBody = {
  path: [],
  pointer: '',
  keyword: 'required',
  message: 'must have the property "body"',
  schemaPath: '#/paths/~1things~1{id}/post/requestBody/required',
  params: { missingProperty: 'body' },
}

/** A request, the refusal beside its message, and the default response beside its content type. */
const table: [string, Request, Partial<Refusal>, number, Record<string, string>, object][] = [
  ['no such path', request('/nothing'), { kind: 'not-found' }, 404, {}, { title: 'Not Found' }],
  [
    'no such method',
    request('/things', { method: 'DELETE' }),
    { kind: 'method-not-allowed', allow: ['GET', 'HEAD', 'OPTIONS'] },
    405,
    { allow: 'GET, HEAD, OPTIONS' },
    { title: 'Method Not Allowed' },
  ],
  [
    'a malformed escape in the path',
    request('/things/%zz', post('{}')),
    { kind: 'malformed', part: 'path' },
    400,
    {},
    { title: 'Bad Request' },
  ],
  [
    'an escape in the path that is no UTF-8',
    request('/things/%ff', post('{}')),
    { kind: 'malformed', part: 'path', operation },
    400,
    {},
    {},
  ],
  [
    'a malformed escape in the query',
    request('/things/a?limit=%zz', post('{}')),
    { kind: 'malformed', part: 'query', operation },
    400,
    {},
    {},
  ],
  [
    'another content type',
    request('/things/a', post('{}', { 'content-type': 'text/plain' })),
    { kind: 'unsupported-media-type', supported: ['application/json'], operation },
    415,
    { accept: 'application/json' },
    {
      title: 'Unsupported Media Type',
      detail: 'The body has the content type text/plain; send application/json',
    },
  ],
  [
    'no content type',
    request('/things/a', post(new TextEncoder().encode('{}'), {})),
    { kind: 'unsupported-media-type', operation },
    415,
    { accept: 'application/json' },
    { detail: 'The body has no content type; send application/json' },
  ],
  [
    'a content coding',
    request('/things/a', post('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })),
    { kind: 'unsupported-media-type', supported: ['application/json'], operation },
    415,
    { 'accept-encoding': 'identity' },
    {},
  ],
  [
    'a body that is too large',
    request('/things/a', post(JSON.stringify('x'.repeat(99)))),
    { kind: 'body-too-large', maxBodyBytes: 100, operation },
    413,
    {},
    { title: 'Content Too Large', detail: 'The body has more than 100 bytes' },
  ],
  [
    'a body that is no JSON',
    request('/things/a', post('{"a":}')),
    { kind: 'malformed', part: 'body', operation },
    400,
    {},
    { detail: 'The body is not valid JSON' },
  ],
  [
    'a body that is no UTF-8',
    request('/things/a', post(Uint8Array.of(0x22, 0xff, 0x22))),
    { kind: 'malformed', part: 'body', operation },
    400,
    {},
    { detail: 'The body is not UTF-8' },
  ],
  [
    'a body whose UTF-8 is cut off',
    request('/things/a', post(Uint8Array.of(0x22, 0xe2, 0x82))),
    { kind: 'malformed', part: 'body', operation },
    400,
    {},
    { detail: 'The body is not UTF-8' },
  ],
  [
    'no body',
    request('/things/a', { method: 'POST' }),
    { kind: 'invalid', issues: [missingBody], operation },
    400,
    {},
    { issues: [missingBody] },
  ],
  [
    'an empty body',
    request('/things/a', post('')),
    { kind: 'invalid', issues: [missingBody], operation },
    400,
    {},
    {},
  ],
  [
    'a wrong parameter',
    request('/things/a?limit=x', post('{}')),
    { kind: 'invalid', issues: [wrong], operation },
    400,
    {},
    { title: 'Bad Request', detail: 'The request is not valid', issues: [wrong] },
  ],
  [
    'a wrong parameter and a wrong body',
    request('/things/a?limit=x', post('1')),
    { kind: 'invalid', issues: [wrong, wrongBody], operation },
    400,
    {},
    { issues: [wrong, wrongBody] },
  ],
]

/** A handler that must not be called. */
const unreachable = () => {
  throw new Error('The handler was called')
}

/** An option that throws where it should answer. */
const failing = () => {
  throw new Error('mine')
}

describe('a request that is refused', () => {
  // Cloned, as by a logger: one half of a cloned body cannot be cancelled alone, and nothing may wait for that.
  it.each(table)('for %s gets problem details', async (_, refused, __, status, headers, problem) => {
    const response = await serve(routes, unreachable, { maxBodyBytes: 100 })(refused.clone())
    const { body, ...rest } = await seen(response)
    expect(rest).toEqual({ status, headers: { 'content-type': 'application/problem+json', ...headers } })
    expect(body).toMatchObject({ status, ...problem })
  })

  it.each(table)('for %s is given to onRefused', async (_, refused, refusal, status, headers) => {
    const given: Refusal[] = []
    const onRefused: ServerOptions['onRefused'] = (refusalGiven) => {
      given.push(refusalGiven)
      return new Response('{"mine":true}', { status: 418 })
    }
    const response = await serve(routes, unreachable, { maxBodyBytes: 100, onRefused })(refused.clone())
    expect(given).toEqual([expect.objectContaining({ ...refusal, status, headers })])
    expect(given[0]).toHaveProperty('message')
    expect(await seen(response)).toMatchObject({ status: 418, headers, body: { mine: true } })
  })

  it('keeps the headers that onRefused has set itself', async () => {
    const mine = new Response(null, { status: 405, headers: { allow: 'GET' } })
    const handle = serve(routes, unreachable, { onRefused: () => mine })
    expect((await handle(request('/things', { method: 'PUT' }))).headers.get('allow')).toBe('GET')
  })

  it('is an error if onRefused throws', async () => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response()
    }
    await serve(routes, unreachable, { onRefused: failing, onError })(request('/nothing'))
    expect(errors).toEqual([new Error('mine')])
  })
})

describe('an error', () => {
  const leaky = serve([{}], () => Promise.reject(new Error('database password is hunter2')))

  it('is answered by problem details that say nothing of it', async () => {
    expect(await seen(await leaky(request('/')))).toEqual({
      status: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: { title: 'Internal Server Error', status: 500 },
    })
  })

  it('is given to onError with the request', async () => {
    const thrown = new Error('mine')
    const sent = request('/')
    const given: unknown[] = []
    const onError = (...all: unknown[]) => {
      given.push(...all)
      return new Response(null, { status: 503 })
    }
    const handle = serve([{}], () => Promise.reject(thrown), { onError })
    expect((await handle(sent)).status).toBe(503)
    expect(given).toEqual([thrown, sent])
  })

  it('of onError rejects', async () => {
    const handle = serve([{}], () => Promise.reject(new Error('first')), { onError: failing })
    await expect(handle(request('/'))).rejects.toThrow('mine')
  })
})

describe('a request that is read', () => {
  it('reaches the handler with every documented part, and no other', async () => {
    const inputs: unknown[] = []
    const sent = request('/things/a%2Fb?limit=7&other=1&__proto__=p', post('{"__proto__":{"admin":true}}'))
    await serve(routes, (input: unknown) => {
      inputs.push(input)
      return { status: 200 }
    })(sent)
    const query = Object.fromEntries([
      ['limit', 7],
      ['__proto__', 'p'],
    ])
    expect(inputs).toEqual([
      {
        path: { id: 'a/b' },
        query,
        body: JSON.parse('{"__proto__":{"admin":true}}'),
        request: sent,
        operation,
      },
    ])
    const [{ body, query: given }] = inputs as [{ body: object; query: object }]
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect(Object.hasOwn(given, '__proto__')).toBe(true)
  })

  it('may have parameters of one name in several places', async () => {
    const formats = [
      { in: 'path', name: 'id' },
      { in: 'query', name: 'id' },
      { in: 'header', name: 'id' },
      { in: 'header', name: 'x' },
    ] as const
    const given: unknown[] = []
    const handle = serve(
      [{ path: '/{id}', parameters: { formats, validate: anything } }],
      (input: object) => {
        given.push(input)
        return { status: 200 }
      },
    )
    await handle(request('/a?id=b&x=undocumented', { headers: { id: 'c' } }))
    expect(given).toEqual([
      expect.objectContaining({ path: { id: 'a' }, query: { id: 'b' }, header: { id: 'c' } }),
    ])
  })

  it.each([['application/json'], ['Application/JSON; charset=utf-8'], ['application/json;charset="utf-8"']])(
    'may be of the content type %s',
    async (contentType) => {
      const response = await serve(routes)(request('/things/a', post('{}', { 'content-type': contentType })))
      expect(response.status).toBe(200)
    },
  )

  it('may begin with a byte order mark', async () => {
    const given: unknown[] = []
    await serve(routes, ({ body }: { body: unknown }) => {
      given.push(body)
      return { status: 200 }
    })(request('/things/a', post('\uFEFF{}')))
    expect(given).toEqual([{}])
  })

  it('may lack a body that is not required', async () => {
    const body = { required: false, contents: { 'application/json': anything } }
    const given: unknown[] = []
    const handle = serve([{ method: 'POST', body }], (input: object) => {
      given.push(input)
      return { status: 200 }
    })
    await handle(request('/', { method: 'POST' }))
    await handle(request('/', post(new Uint8Array(), {})))
    expect(given).toEqual([
      expect.objectContaining({ body: undefined }),
      expect.objectContaining({ body: undefined }),
    ])
  })

  it('is not read where the operation documents no body', async () => {
    const given: string[] = []
    const handle = serve([{ method: 'POST' }], async (input: { request: Request }) => {
      given.push(await input.request.text())
      return { status: 200 }
    })
    await handle(request('/', post('anything', {})))
    expect(given).toEqual(['anything'])
  })

  it('is aborted for the handler when the caller is gone', async () => {
    const controller = new AbortController()
    const handle = serve([{}], async (input: { request: Request }) => {
      controller.abort(new Error('gone'))
      input.request.signal.throwIfAborted()
      return { status: 200 }
    })
    expect((await handle(request('/', { signal: controller.signal }))).status).toBe(500)
  })
})

describe('the options', () => {
  it.each<[ServerOptions, string]>([
    [{ basePath: 'v1' }, 'basePath must be empty or begin with a slash, not "v1"'],
    [{ maxBodyBytes: -1 }, 'maxBodyBytes must be 0 or more, not -1'],
    [{ maxBodyBytes: NaN }, 'maxBodyBytes must be 0 or more, not NaN'],
  ])('cannot be %j', (options, message) => {
    expect(() => serve([{}], undefined, options)).toThrow(new TypeError(message))
  })

  it('may be set to undefined, which is their default', async () => {
    const undefinedOptions = {
      basePath: undefined,
      maxBodyBytes: undefined,
      validateResponses: undefined,
      onRefused: undefined,
      onError: undefined,
    }
    expect((await serve([{}], undefined, undefinedOptions)(request('/'))).status).toBe(200)
  })
})
