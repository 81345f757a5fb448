import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RequestOptions } from '../../../../scripts/src/runtime/client/client.js'
import type { SecurityScheme } from '../../../../scripts/src/runtime/client/credential.js'
import type { Input, Operation } from '../../../../scripts/src/runtime/client/operation.js'
import { openSecuredClient } from '../../../../scripts/src/runtime/client/secured-client.js'
import { send } from '../../../../scripts/src/runtime/client/send.js'
import { type Answer, json, listen, type Loopback, text } from './loopback.js'

let answer: Answer = json(200, {})
let server: Loopback
beforeAll(async () => {
  server = await listen((response, request) => answer(response, request))
})
afterAll(() => server[Symbol.asyncDispose]())

const schemes = {
  bearer: { scheme: 'Bearer' },
  basic: { scheme: 'Basic' },
  digest: { scheme: 'digest' },
  header: { in: 'header', name: 'X-Key' },
  query: { in: 'query', name: 'api key' },
  cookie: { in: 'cookie', name: 'sid' },
} as const satisfies Record<string, SecurityScheme>

type Options = Parameters<typeof openSecuredClient<keyof typeof schemes>>[0]
type Auth = Options['auth']

interface Call {
  readonly input?: Input
  readonly options?: RequestOptions
  readonly client?: Options
  readonly operation?: Partial<Operation>
}

async function received(auth: Auth, security: Operation['security'], call: Call = {}) {
  const operation: Operation = {
    method: 'get',
    path: '/',
    ...(security && { security }),
    responses: { 200: 'json' },
    ...call.operation,
  }
  const client = openSecuredClient({ baseUrl: server.url, ...call.client, auth }, schemes)
  await send(client, operation, call.input, call.options)
  const { url, headers } = server.requests.at(-1)!
  const { authorization, cookie, 'x-key': key } = headers
  return JSON.parse(JSON.stringify({ url: url.slice(1), authorization, cookie, key })) as unknown
}

const login = { username: 'Ada', password: 'p:ä' }

describe('a credential travels', () => {
  test.each<readonly [auth: Auth, security: Operation['security'], want: object]>([
    [{ bearer: 'a' }, [['bearer']], { authorization: 'Bearer a' }],
    [{ bearer: () => 'a' }, [['bearer']], { authorization: 'Bearer a' }],
    [{ bearer: () => Promise.resolve('a') }, [['bearer']], { authorization: 'Bearer a' }],
    [{ digest: 'username="a"' }, [['digest']], { authorization: 'digest username="a"' }],
    [{ basic: login }, [['basic']], { authorization: 'Basic QWRhOnA6w6Q=' }],
    [{ basic: () => login }, [['basic']], { authorization: 'Basic QWRhOnA6w6Q=' }],
    [{ header: 'é' }, [['header']], { key: 'é' }],
    [{ query: 'a&b c' }, [['query']], { url: '?api%20key=a%26b%20c' }],
    [{ cookie: 'a;b' }, [['cookie']], { cookie: 'sid=a%3Bb' }],
    [
      { bearer: 'a', header: 'b', query: 'c', cookie: 'd' },
      [['cookie', 'query', 'bearer', 'header']],
      { authorization: 'Bearer a', key: 'b', url: '?api%20key=c', cookie: 'sid=d' },
    ],
  ])('of %j for %j', async (auth, security, want) => {
    expect(await received(auth, security)).toEqual({ url: '', ...want })
  })
})

describe('the first alternative is taken that there are all credentials for', () => {
  test.each<readonly [auth: Auth, security: Operation['security'], want: object]>([
    [{ header: 'b', bearer: 'a' }, [['bearer'], ['header']], { authorization: 'Bearer a' }],
    [{ header: 'b' }, [['bearer'], ['header']], { key: 'b' }],
    [{ header: 'b', bearer: 'a' }, [['header', 'cookie'], ['bearer']], { authorization: 'Bearer a' }],
    [{ header: 'b', bearer: '' }, [['bearer'], ['header']], { key: 'b' }],
    [{ header: 'b', bearer: () => undefined }, [['bearer'], ['header']], { key: 'b' }],
    [{ header: 'b' }, [['bearer'], ['header', 'bearer']], {}],
    [{ header: 'b' }, undefined, {}],
    [{}, [['bearer']], {}],
    [undefined, [['bearer']], {}],
  ])('of %j for %j', async (auth, security, want) => {
    expect(await received(auth, security)).toEqual({ url: '', ...want })
  })

  test('and asked for once at each call', async () => {
    const bearer = vi.fn<() => string>(() => 'a')
    const security = [['bearer', 'cookie'], ['bearer', 'header'], ['bearer']]
    expect(await received({ bearer }, security)).toEqual({ url: '', authorization: 'Bearer a' })
    expect(bearer).toHaveBeenCalledOnce()
    await received({ bearer }, undefined)
    expect(bearer).toHaveBeenCalledOnce()
  })
})

describe('what a caller gives by itself stays', () => {
  const auth = { bearer: 'a', header: 'b', query: 'c', cookie: 'd' }
  test.each<readonly [key: keyof typeof auth, call: Call, want: object]>([
    ['bearer', { client: { headers: { authorization: 'Own' } } }, { authorization: 'Own' }],
    ['bearer', { client: { headers: new Headers({ authorization: 'Own' }) } }, { authorization: 'Own' }],
    ['bearer', { client: { headers: { Authorization: null } } }, { authorization: 'Bearer a' }],
    ['bearer', { client: { headers: { Authorization: undefined } } }, { authorization: 'Bearer a' }],
    ['bearer', { options: { headers: { authorization: 'Own' } } }, { authorization: 'Own' }],
    ['bearer', { options: { headers: { Authorization: null } } }, {}],
    ['header', { input: { header: { 'x-key': 'own' } } }, { key: 'own' }],
    ['query', { input: { query: { q: 1 } } }, { url: '?api%20key=c&q=1' }],
    ['query', { input: { query: { 'api key': 1 } } }, { url: '?api%20key=1' }],
    ['cookie', { input: { cookie: { a: 1 } } }, { cookie: 'sid=d; a=1' }],
    ['cookie', { options: { headers: { cookie: 'b=2' } } }, { cookie: 'b=2; sid=d' }],
  ])('%s beside %j', async (key, call, want) => {
    expect(await received({ [key]: auth[key] }, [[key]], call)).toEqual({ url: '', ...want })
  })
})

const SECRET = 's3cr3t'

describe('a credential that cannot be sent is an error that does not show it', () => {
  test.each<readonly [auth: object, message: string]>([
    [
      { bearer: `${SECRET}\n` },
      'The credential for "bearer" holds what no header field can, such as a line break',
    ],
    [
      { header: `${SECRET}€` },
      'The credential for "header" holds what no header field can, such as a line break',
    ],
    [
      { query: `${SECRET}\uD800` },
      'Parameter "api key" cannot be sent: it holds one half of a surrogate pair',
    ],
    [{ bearer: { token: SECRET } }, 'The credential for "bearer" must be a string'],
    [{ basic: SECRET }, 'The credential for "basic" must have a username and a password'],
    [{ basic: { username: SECRET } }, 'The credential for "basic" must have a username and a password'],
    [
      { basic: { username: `${SECRET}:`, password: SECRET } },
      'The username for "basic" must not hold a colon',
    ],
  ])('%j', async (auth, message) => {
    const error: unknown = await received(auth, [Object.keys(auth)]).catch((it: unknown) => it)
    expect(error).toEqual(new TypeError(message))
    expect(inspect(error, { depth: Infinity })).not.toContain(SECRET)
  })

  test('what the function of a credential throws is what the call throws', async () => {
    const error = new Error('No token')
    const bearer = () => Promise.reject(error)
    await expect(received({ bearer }, [['bearer']])).rejects.toBe(error)
  })
})

describe('a credential is not shown', () => {
  const all: Auth = { bearer: SECRET, header: SECRET, query: SECRET, cookie: SECRET, basic: login }
  test('by the client', () => {
    const client = openSecuredClient({ baseUrl: server.url, auth: all }, schemes)
    expect(inspect(client, { depth: Infinity, showHidden: true }) + JSON.stringify(client)).not.toContain(
      SECRET,
    )
  })

  test.each<readonly [why: string, given: Answer, call: Call]>([
    ['a response that is no JSON', text(200, 'text/html', '<html>'), {}],
    ['a response that is too large', json(200, 'long'), { options: { maxResponseBytes: 1 } }],
    ['a base URL that is not absolute', json(200, {}), { client: { baseUrl: '/v1' } }],
    ['a server that is not there', json(200, {}), { client: { baseUrl: 'http://127.0.0.1:1' } }],
  ])('by the error of %s', async (_, given, call) => {
    answer = given
    const error: unknown = await received(all, [['query', 'bearer', 'cookie']], call).catch(
      (it: unknown) => it,
    )
    answer = json(200, {})
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: Infinity }) + JSON.stringify(error)).not.toContain(SECRET)
  })
})

test('credentials are for schemes that there are', () => {
  // @ts-expect-error -- there is no such scheme
  expect(() => openSecuredClient({ auth: { Bearer: 'a' } }, schemes)).toThrow(
    new TypeError(
      'There is no security scheme "Bearer": `auth` may have "bearer", "basic", "digest", "header", "query", "cookie"',
    ),
  )
})
