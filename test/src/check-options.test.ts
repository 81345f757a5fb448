import { describe, expect, test } from 'vitest'
import {
  type CallOptions,
  ConfigurationError,
  PipecatCloud,
  type PipecatCloudOptions,
  type WaitOptions,
} from '../../src/index.js'
import { agentWith } from './agent.js'
import { failure, json, KEY, serve } from './service.js'

const durations = 'must be a number of milliseconds above 0'
const url = '`baseUrl` must be an absolute http or https URL without user, query and fragment'
const object = '`headers` must be an object of names and values, or Headers'
const retries =
  '`retries` must be a whole number of retries, or an object with `limit`, `minDelay` and `maxDelay`, none below 0'
const counts = 'must be a number of 1 or more'
const modes = '`validate` must be an object with `requests` and `responses`, each off, warn or throw'

const table: readonly [object, string][] = [
  [{ timeout: 0 }, `\`timeout\` ${durations}`],
  [{ timeout: -1 }, `\`timeout\` ${durations}`],
  [{ timeout: NaN }, `\`timeout\` ${durations}`],
  [{ timeout: '5' }, `\`timeout\` ${durations}`],
  [{ baseUrl: '' }, url],
  [{ baseUrl: '/v1' }, url],
  [{ baseUrl: 'api.pipecat.daily.co/v1' }, url],
  [{ baseUrl: 'ftp://a' }, url],
  [{ baseUrl: 'https://user:secret@a' }, url],
  [{ baseUrl: 'https://a?b=c' }, url],
  [{ baseUrl: 'https://a#b' }, url],
  [{ fetch: 'fetch' }, '`fetch` must be a function'],
  [{ signal: {} }, '`signal` must be an AbortSignal'],
  [{ onWarning: true }, '`onWarning` must be a function'],
  [{ headers: 'A: b' }, object],
  [{ headers: [['A', 'b']] }, object],
  [{ headers: null }, object],
  [{ headers: { 'A b': 'c', D: 'e' } }, '`headers` cannot be sent: "A b"'],
  [{ headers: { A: 'secret\nx', B: 7 } }, '`headers` cannot be sent: "A", "B"'],
  [{ headers: { AUTHORIZATION: 'x' } }, '`headers` must not hold Authorization, which is made from `apiKey`'],
  [
    { headers: new Headers({ Authorization: 'x' }) },
    '`headers` must not hold Authorization, which is made from `apiKey`',
  ],
  [{ validate: 'throw' }, modes],
  [{ validate: null }, modes],
  [{ validate: { requests: 'error' } }, modes],
  [{ validate: { request: 'off' } }, modes],
  [{ attemptTimeout: 0 }, `\`attemptTimeout\` ${durations}`],
  [{ attemptTimeout: '5' }, `\`attemptTimeout\` ${durations}`],
  [{ maxResponseBytes: 0 }, `\`maxResponseBytes\` ${counts}`],
  [{ maxResponseBytes: NaN }, `\`maxResponseBytes\` ${counts}`],
  [{ maxResponseBytes: '5' }, `\`maxResponseBytes\` ${counts}`],
  [{ retries: -1 }, retries],
  [{ retries: 1.5 }, retries],
  [{ retries: NaN }, retries],
  [{ retries: Infinity }, retries],
  [{ retries: '2' }, retries],
  [{ retries: true }, retries],
  [{ retries: null }, retries],
  [{ retries: { limit: -1 } }, retries],
  [{ retries: { limit: 1.5 } }, retries],
  [{ retries: { minDelay: -1 } }, retries],
  [{ retries: { minDelay: '1' } }, retries],
  [{ retries: { maxDelay: NaN } }, retries],
  [{ retries: { times: 1 } }, retries],
  [{ retries: { toString: 1 } }, retries],
  [{ onRequest: 1 }, '`onRequest` must be a function'],
  [{ onResponse: {} }, '`onResponse` must be a function'],
  [{ onRetry: true }, '`onRetry` must be a function'],
  [{ onError: null }, '`onError` must be a function'],
  [{ baseURL: 'http://a' }, '`baseURL` is not an option'],
  [{ toString: 'a' }, '`toString` is not an option'],
  [
    { timeout: 0, tries: 3, fetch: 1 },
    `\`timeout\` ${durations}; \`tries\` is not an option; \`fetch\` must be a function`,
  ],
]

/** Options of no type, as a program without types would pass them. */
function untyped(options: object): PipecatCloudOptions & WaitOptions {
  return options
}

describe('an option that is not what it has to be', () => {
  test.each(table)('%j is an error of the client', (options, message) => {
    expect(() => new PipecatCloud({ apiKey: KEY, ...untyped(options) })).toThrow(
      new ConfigurationError(message),
    )
  })

  test.each(table)('%j is an error of a call, which is not sent', async (options, message) => {
    await using service = await serve(json(200, agentWith()))
    const { agents } = service.pipecat
    const errors = await Promise.all([
      failure(agents.get('a', untyped(options))),
      failure(agents.create({ serviceName: 'ab', image: 'a:1' }, untyped(options))),
      failure(agents.waitUntilReady('a', untyped(options))),
    ])
    expect(errors).toEqual(Array.from({ length: 3 }, () => new ConfigurationError(message)))
    expect(service.requests).toEqual([])
  })

  test.each<[object, string]>([
    [{ maxConcurrency: 0 }, `\`maxConcurrency\` ${counts}`],
    [{ maxConcurrency: NaN }, `\`maxConcurrency\` ${counts}`],
    [{ maxConcurrency: '5' }, `\`maxConcurrency\` ${counts}`],
    [{ allowPrivateKeyInBrowser: 'yes' }, '`allowPrivateKeyInBrowser` must be true or false'],
  ])('%j is an error of the client', (options, message) => {
    expect(() => new PipecatCloud({ apiKey: KEY, ...untyped(options) })).toThrow(
      new ConfigurationError(message),
    )
  })

  test.each(['maxConcurrency', 'allowPrivateKeyInBrowser'])('%s is none of a call', async (name) => {
    await using service = await serve(json(200, agentWith()))
    const error = await failure(service.pipecat.agents.get('a', untyped({ [name]: 1 })))
    expect(error).toEqual(new ConfigurationError(`\`${name}\` is not an option`))
    expect(service.requests).toEqual([])
  })

  test.each([
    [{ interval: 0 }, `\`interval\` ${durations}`],
    [{ onProgress: 1 }, '`onProgress` must be a function'],
  ])('%j is an error of waiting', async (options, message) => {
    await using service = await serve(json(200, agentWith()))
    const error = await failure(service.pipecat.agents.waitUntilReady('a', untyped(options)))
    expect(error).toEqual(new ConfigurationError(message))
  })

  test('null in place of the options is an error', () => {
    expect(() => new PipecatCloud(null as unknown as PipecatCloudOptions)).toThrow(
      'The options must be an object',
    )
  })

  test('null in place of those of a call is one too', async () => {
    await using service = await serve(json(200, agentWith()))
    const error = await failure(service.pipecat.agents.get('a', null as unknown as CallOptions))
    expect(error).toEqual(new ConfigurationError('The options must be an object'))
    expect(service.requests).toEqual([])
  })
})

test.each<PipecatCloudOptions>([
  { timeout: 0.5, attemptTimeout: Infinity },
  { retries: 0 },
  { retries: {} },
  { retries: { limit: undefined, minDelay: 0, maxDelay: Infinity } },
  { maxResponseBytes: Infinity, maxConcurrency: Infinity },
  { maxConcurrency: 1, allowPrivateKeyInBrowser: true },
  { onRequest: undefined, onResponse: undefined, onRetry: undefined, onError: undefined },
])('%j can be options', (options) => {
  expect(() => new PipecatCloud({ apiKey: KEY, ...options })).not.toThrow()
})
