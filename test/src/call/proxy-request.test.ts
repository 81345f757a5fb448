import { describe, expect, test } from 'vitest'
import { ConfigurationError, type SessionRequestOptions } from '../../../src/index.js'
import { bot, ok } from '../bot.js'
import { failure, PUBLIC_KEY } from '../service.js'

describe('a request to a session', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'of method %s comes to the bot with the public key',
    async (method) => {
      await using service = await bot(ok)
      const response = await service.send({ method, headers: { 'X-A': 'b' } })
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(method === 'HEAD' ? '' : '{"done":true}')
      expect(service.requests).toMatchObject([
        { method, url: '/v1/public/voice-starter/sessions/e2b1/api/offer', body: '' },
      ])
      expect(service.requests[0]!.headers).toMatchObject({
        authorization: `Bearer ${PUBLIC_KEY}`,
        'x-a': 'b',
      })
      expect(service.requests[0]!.headers['user-agent']).toMatch(/^pipecat-cloud-client\//)
      expect(service.requests[0]!.headers).not.toHaveProperty('content-type')
    },
  )

  test('is a GET if nothing is said of its method', async () => {
    await using service = await bot(ok)
    await service.send()
    expect(service.requests[0]!.method).toBe('GET')
  })

  test.each<[NonNullable<SessionRequestOptions['query']>, string]>([
    [{}, ''],
    [{ a: 1, b: true, c: 'x y&z' }, '?a=1&b=true&c=x+y%26z'],
    [{ a: ['1', 2, false], b: [] }, '?a=1&a=2&a=false'],
    [{ a: undefined, b: '' }, '?b='],
    [{ 'ü[]': 'é' }, '?%C3%BC%5B%5D=%C3%A9'],
    [{ a: undefined }, ''],
  ])('has the query %j', async (query, want) => {
    await using service = await bot(ok)
    await service.send({ query })
    expect(service.requests[0]!.url).toBe(`/v1/public/voice-starter/sessions/e2b1/api/offer${want}`)
  })

  const form = new FormData()
  form.append('name', 'value')
  test.each<[string, unknown, string | RegExp, string | RegExp | undefined]>([
    ['an object', { a: [1] }, '{"a":[1]}', 'application/json'],
    ['null', null, 'null', 'application/json'],
    ['a number', 7, '7', 'application/json'],
    ['text', '{"a"', '{"a"', 'text/plain;charset=UTF-8'],
    ['bytes', new TextEncoder().encode('bytes'), 'bytes', undefined],
    ['a buffer', new TextEncoder().encode('bytes').buffer, 'bytes', undefined],
    ['a blob', new Blob(['blob'], { type: 'a/b' }), 'blob', 'a/b'],
    [
      'parameters',
      new URLSearchParams({ a: 'b c' }),
      'a=b+c',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ],
    ['a form', form, /name="name"\r\n\r\nvalue\r\n/, /^multipart\/form-data; boundary=/],
    ['a stream', new Blob(['str', 'eam']).stream(), 'stream', undefined],
  ])('carries %s', async (_, body, want, type) => {
    await using service = await bot(ok)
    await service.send({ method: 'POST', body })
    const [received] = service.requests
    if (want instanceof RegExp) expect(received!.body).toMatch(want)
    else expect(received!.body).toBe(want)
    const found = received!.headers['content-type']
    if (type instanceof RegExp) expect(found).toMatch(type)
    else expect(found).toBe(type)
  })

  test('has the content type that the caller says, or none', async () => {
    await using service = await bot(ok)
    await service.send({ method: 'POST', body: {}, headers: { 'Content-Type': 'application/sdp' } })
    await service.send({ method: 'POST', body: {}, headers: { 'content-type': null } })
    expect(service.requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/sdp',
      'text/plain;charset=UTF-8',
    ])
  })

  test('goes to the base URL of the call, with or without a slash at its end', async () => {
    await using service = await bot(ok)
    await service.send({ baseUrl: `${service.url}/v2//` })
    expect(service.requests[0]!.url).toBe('/v2/public/voice-starter/sessions/e2b1/api/offer')
  })

  const cyclic: { self?: unknown } = {}
  cyclic.self = cyclic
  const used = new Blob(['x']).stream()
  used.getReader()
  test.each<[string, object, RegExp]>([
    [
      'a method that there is not',
      { method: 'TRACE' },
      /^`method` must be one of GET, HEAD, OPTIONS, PUT, DELETE/,
    ],
    ['a method by an inherited name', { method: 'toString' }, /^`method` must be one of GET/],
    ['a body where none can be', { body: {} }, /^The request of sessionProxyGet cannot be sent: .*body/],
    [
      'a cycle',
      { method: 'POST', body: cyclic },
      /^The request of sessionProxyPost cannot be sent: Converting circular/,
    ],
    [
      'a function',
      { method: 'PUT', body: () => 1 },
      /^The request of sessionProxyPut cannot be sent: a function cannot/,
    ],
    [
      'a stream that is in use',
      { method: 'POST', body: used },
      /^The request of sessionProxyPost cannot be sent: .*locked/,
    ],
    ['an option that there is not', { methods: 'GET' }, /^`methods` is not an option$/],
    ['an option that is none', { timeout: 0 }, /^`timeout` must be/],
  ])('is not sent with %s', async (_, options, message) => {
    await using service = await bot(ok)
    const error = await failure(service.send(options))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message).toMatch(message)
    expect(service.requests).toEqual([])
  })

  test.each([
    ['..', 'b', 'c'],
    ['a', '..', 'c'],
    ['a/b', 'b', 'c'],
    ['a', 'b', '../../start'],
    ['a', 'b', ''],
  ])('is not sent to %s, %s, %s', async (agent, session, path) => {
    await using service = await bot(ok)
    const error = await failure(service.pipecat.sessions.request(agent, session, path))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(service.requests).toEqual([])
  })

  test('is not sent without a public key', async () => {
    await using service = await bot(ok, { publicApiKey: undefined })
    expect(await failure(service.send())).toEqual(
      new ConfigurationError(
        'sessionProxyGet needs a public API key: give the option `publicApiKey`, or set the environment variable ' +
          'PIPECAT_CLOUD_PUBLIC_API_KEY',
      ),
    )
    expect((await service.send({ publicApiKey: 'mine' })).status).toBe(200)
    expect(service.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer mine'])
  })
})
