import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  ConfigurationError,
  PipecatCloud,
  type PipecatCloudOptions,
  type ValidationWarning,
} from '../../src/index.js'
import { ApiKey } from '../../src/key.js'
import { agentWith } from './agent.js'
import { failure, json, KEY, PUBLIC_KEY, request, serve } from './service.js'
import { shown } from './shown.js'

/** The `Authorization` headers of a call of either kind by a client with these options. */
async function sent(options: PipecatCloudOptions): Promise<unknown[]> {
  const none = { apiKey: undefined, publicApiKey: undefined }
  await using service = await serve(json(200, agentWith()), { ...none, ...options })
  await service.pipecat.agents.get('a').catch(() => undefined)
  await service.pipecat.sessions.start('a', {}, { validate: { responses: 'off' } }).catch(() => undefined)
  return service.requests.map(({ url, headers }) => `${url} ${String(headers['authorization'])}`)
}

const PRIVATE = '/v1/agents/a Bearer'
const PUBLIC = '/v1/public/a/start Bearer'

describe('the key', () => {
  beforeEach(() => {
    vi.stubEnv('PIPECAT_CLOUD_API_KEY', undefined)
    vi.stubEnv('PIPECAT_CLOUD_PUBLIC_API_KEY', undefined)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.unstubAllGlobals()
  })

  test('comes from the option, else from the environment', async () => {
    vi.stubEnv('PIPECAT_CLOUD_API_KEY', 'from-environment')
    vi.stubEnv('PIPECAT_CLOUD_PUBLIC_API_KEY', 'public-from-environment')
    expect(await sent({})).toEqual([`${PRIVATE} from-environment`, `${PUBLIC} public-from-environment`])
    expect(await sent({ apiKey: 'from-option' })).toEqual([
      `${PRIVATE} from-option`,
      `${PUBLIC} public-from-environment`,
    ])
    expect(await sent({ publicApiKey: 'from-option' })).toEqual([
      `${PRIVATE} from-environment`,
      `${PUBLIC} from-option`,
    ])
  })

  test('is needed only of the kind that a call takes', async () => {
    expect(await sent({ apiKey: 'mine' })).toEqual([`${PRIVATE} mine`])
    expect(await sent({ publicApiKey: 'mine' })).toEqual([`${PUBLIC} mine`])
  })

  test.each<[PipecatCloudOptions, string]>([
    [
      { publicApiKey: 'mine' },
      'getAgent needs a private API key: give the option `apiKey`, or set the environment variable PIPECAT_CLOUD_API_KEY',
    ],
    [
      { apiKey: 'mine' },
      'startSession needs a public API key: give the option `publicApiKey`, or set the environment variable ' +
        'PIPECAT_CLOUD_PUBLIC_API_KEY',
    ],
  ])('that is missing is named', async (options, message) => {
    const none = { apiKey: undefined, publicApiKey: undefined }
    await using service = await serve(json(200, agentWith()), { ...none, ...options })
    const { agents, sessions } = service.pipecat
    const call = options.apiKey === undefined ? agents.get('a') : sessions.start('a')
    expect(await failure(call)).toEqual(new ConfigurationError(message))
    expect(service.requests).toEqual([])
  })

  test('of either kind may be that of a call', async () => {
    await using service = await serve(json(200, agentWith()))
    const { agents, sessions } = service.pipecat
    await agents.get('a', { apiKey: 'mine' })
    await agents.get('a', { publicApiKey: 'mine' })
    await sessions.start('a', {}, { publicApiKey: 'mine', validate: { responses: 'off' } })
    await sessions.start('a', {}, { apiKey: 'mine', validate: { responses: 'off' } })
    expect(service.requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer mine',
      `Bearer ${KEY}`,
      'Bearer mine',
      `Bearer ${PUBLIC_KEY}`,
    ])
  })

  const missing =
    'There is no API key: give the option `apiKey`, or set the environment variable PIPECAT_CLOUD_API_KEY'
  test.each(['', undefined])('is missed at construction when the variable is %j', (value) => {
    vi.stubEnv('PIPECAT_CLOUD_API_KEY', value)
    expect(() => new PipecatCloud()).toThrow(new ConfigurationError(missing))
  })

  test.each([undefined, {}])('is missed where the process is %j, as in a browser', (process) => {
    vi.stubGlobal('process', process)
    expect(() => new PipecatCloud()).toThrow(missing)
  })

  test.each<[string, unknown, string]>([
    ['no text', 7, 'The API key of `apiKey` must be a string, but is of type number'],
    ['empty', '', 'The API key of `apiKey` is empty'],
    [
      'ended by a line break',
      'secret-1234\n',
      'The API key of `apiKey` has a line break at position 12 of 12, which',
    ],
    [
      'a second header',
      'secret\r\nX-A: b',
      'The API key of `apiKey` has a line break at position 7 of 14, which',
    ],
    ['two words', 'Bearer secret', 'The API key of `apiKey` has a blank at position 7 of 13, which'],
    ['beyond ASCII', 'sécret', 'The API key of `apiKey` has a character at position 2 of 6, which'],
    ['beyond Latin', 'secret😀', 'The API key of `apiKey` has a character at position 7 of 8, which'],
    ['with a null', 'secret\0', 'The API key of `apiKey` has a character at position 7 of 7, which'],
  ])('is refused when it is %s, and is not shown', (_, apiKey, message) => {
    const make = () => new PipecatCloud({ apiKey: apiKey as string }) // as a program without types would
    expect(make).toThrow(ConfigurationError)
    expect(make).toThrow(message)
    expect(make).not.toThrow(/secret/)
    const makePublic = () => new PipecatCloud({ publicApiKey: apiKey as string }) // as above
    expect(makePublic).toThrow(message.replaceAll('`apiKey`', '`publicApiKey`'))
    expect(makePublic).not.toThrow(/secret/)
  })

  test('of the environment is refused by the name of the variable', () => {
    vi.stubEnv('PIPECAT_CLOUD_API_KEY', 'secret \n')
    expect(() => new PipecatCloud()).toThrow(
      /^The API key of the environment variable PIPECAT_CLOUD_API_KEY has a blank/,
    )
    vi.stubEnv('PIPECAT_CLOUD_API_KEY', undefined)
    vi.stubEnv('PIPECAT_CLOUD_PUBLIC_API_KEY', 'secret \n')
    expect(() => new PipecatCloud()).toThrow(
      /^The API key of the environment variable PIPECAT_CLOUD_PUBLIC_API_KEY has a blank/,
    )
  })

  test('is checked at each call that brings its own', async () => {
    await using service = await serve(json(200, agentWith()))
    expect(await failure(service.pipecat.agents.get('a', { apiKey: 'a\nb' }))).toBeInstanceOf(
      ConfigurationError,
    )
    expect(service.requests).toEqual([])
  })
})

/** A `fetch` that puts all that it knows into its error. */
function tellingFetch(asked: Request): Promise<Response> {
  const authorization = asked.headers.get('authorization')!
  const inner = Object.assign(new Error(`inner ${authorization}`), {
    code: authorization,
    config: { authorization },
    request: asked,
  })
  inner.name = `Name of ${authorization}`
  return Promise.reject(new TypeError(`outer ${authorization}`, { cause: inner }))
}

describe('the key never shows', () => {
  test.each([
    ['a symbol', { [Symbol('hidden')]: KEY }],
    ['what cannot be enumerated', Object.defineProperty(new Error('x'), 'hidden', { value: [KEY] })],
    ['a cause', new Error('x', { cause: new Error(KEY) })],
    ['a header', { headers: new Headers({ A: KEY }) }],
    [
      'a prototype',
      new (class {
        static {
          Object.assign(this.prototype, { hidden: KEY })
        }
      })(),
    ],
  ])('in %s, were it there', (_, value) => {
    expect(shown([value])).toContain(KEY)
  })

  test('in its holder', () => {
    const key = new ApiKey(KEY)
    expect(shown(key)).not.toContain(KEY)
    expect([String(key), JSON.stringify(key), inspect(key)]).toEqual([
      '[API key]',
      '"[API key]"',
      '[API key]',
    ])
    expect(key.authorization()).toBe(`Bearer ${KEY}`)
  })

  test('in a client', () => {
    const everything = shown(new PipecatCloud({ apiKey: KEY, publicApiKey: PUBLIC_KEY }))
    expect(everything).not.toContain(KEY)
    expect(everything).not.toContain(PUBLIC_KEY)
  })

  /** Servers that give back what they were sent, wherever they can. */
  const echoes: readonly [string, number, (key: string) => unknown][] = [
    ['a member', 401, (key) => ({ error: `Bad token Bearer ${key}`, code: key })],
    ['the name of a member', 400, (key) => ({ error: 'x', code: 'y', [`k-${key}`]: [{ [key]: key }] })],
    ['a text', 500, (key) => `<pre>Authorization: Bearer ${key}</pre>`],
    ['an undocumented status', 418, (key) => ({ message: key.toUpperCase() })],
    ['a success', 200, (key) => ({ ...agentWith(), name: key, errors: [{ code: key }] })],
    ['a success that is not valid', 200, (key) => ({ name: key, [key]: 1, krispViva: key })],
  ]
  test.each(echoes)('when the server echoes it in %s', async (_, status, body) => {
    const warnings: ValidationWarning[] = []
    const onWarning = (warning: ValidationWarning) => warnings.push(warning)
    await using service = await serve(
      (response, { headers }) => {
        const key = String(headers['authorization']).slice('Bearer '.length)
        response.writeHead(status, 'OK', {
          'Content-Type': typeof body(key) === 'string' ? 'text/html' : 'application/json',
          'X-Echo': String(headers['authorization']),
          [`X-${key}`]: 'x',
          'Set-Cookie': `k=${encodeURIComponent(key)}`,
        })
        const value = body(key)
        response.end(typeof value === 'string' ? value : JSON.stringify(value))
      },
      { onWarning },
    )
    const calls = [
      service.pipecat.agents.get('a'),
      service.pipecat.agents.create(request),
      service.pipecat.agents.waitUntilReady('a', { interval: 50, timeout: 1000 }),
      service.pipecat.agents.get('a', { validate: { responses: 'throw' } }),
      service.pipecat.agents.get('a').withResponse(),
      service.pipecat.agents.get('a', { apiKey: PUBLIC_KEY }),
      service.pipecat.sessions.start('a'),
      service.pipecat.sessions.list('a'),
    ]
    const outcomes = await Promise.allSettled(calls)
    expect(service.requests.length).toBeGreaterThanOrEqual(8)
    const everything = shown([outcomes, warnings]).toLowerCase()
    expect(everything).toContain('[redacted]')
    expect(everything).not.toContain(KEY)
    expect(everything).not.toContain(PUBLIC_KEY)
  })

  test('when fetch puts it into its error, however deep', async () => {
    const error = await failure(new PipecatCloud({ apiKey: KEY, fetch: tellingFetch }).agents.get('a'))
    expect(shown(error)).toContain('outer Bearer [redacted]: inner Bearer [redacted]')
    expect(shown(error)).not.toContain(KEY)
  })

  test('when the caller gives it away', async () => {
    await using service = await serve(json(200, agentWith()))
    const { agents } = service.pipecat
    const outcomes = await Promise.allSettled([
      agents.create({ serviceName: KEY, image: 'a:1' }),
      agents.get(`../${KEY}`),
      agents.get(KEY, { headers: { 'X-A': `${KEY}\nx` } }),
      agents.get('a', { headers: { Authorization: KEY } }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
    expect(shown(outcomes)).not.toContain(KEY)
  })

  test('when the connection breaks or the time is up', async () => {
    const server = createServer((_, response) => response.destroy()).listen(0, '127.0.0.1')
    await using silent = await serve(() => undefined, { timeout: 20 })
    const broken = new PipecatCloud({ apiKey: KEY, baseUrl: 'http://127.0.0.1:9' })
    const outcomes = await Promise.allSettled([silent.pipecat.agents.get('a'), broken.agents.get('a')])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(shown(outcomes)).not.toContain(KEY)
    server.close()
  })
})
