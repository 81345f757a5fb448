import { describe, expect, test } from 'vitest'
import {
  type ErrorEvent,
  type Hooks,
  NotFoundError,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
} from '../../../src/index.js'
import { emit } from '../../../src/call/hooks.js'
import { agentWith } from '../agent.js'
import { failure, hang, inTurn, json, KEY, PUBLIC_KEY, request, reset, serve } from '../service.js'
import { shown } from '../shown.js'

type Event = RequestEvent | ResponseEvent | RetryEvent | ErrorEvent

/** A `fetch` that does not heed its signal. */
const late = () => new Promise<Response>((resolve) => setTimeout(resolve, 30, Response.json(agentWith())))

/** Hooks that note what they are told. */
function recorder() {
  const events: [keyof Hooks, Event][] = []
  const note = (name: keyof Hooks) => (event: Event) => void events.push([name, event])
  const hooks: Hooks = {
    onRequest: note('onRequest'),
    onResponse: note('onResponse'),
    onRetry: note('onRetry'),
    onError: note('onError'),
  }
  return { events, hooks, names: () => events.map(([name]) => name) }
}

const duration: unknown = expect.toSatisfy((value: unknown) => typeof value === 'number' && value > 0)
const call: unknown = expect.toSatisfy((value: unknown) => value === value && typeof value === 'symbol')

describe('the hooks', () => {
  test('of a call that succeeds', async () => {
    const { events, hooks } = recorder()
    await using service = await serve(json(200, agentWith()), hooks)
    await service.pipecat.agents.get('a')
    const common = {
      call,
      operation: 'getAgent',
      attempt: 1,
      method: 'GET',
      url: `${service.url}/v1/agents/a`,
    }
    expect(events).toEqual([
      ['onRequest', { ...common, headers: expect.any(Headers) }],
      ['onResponse', { ...common, status: 200, headers: expect.any(Headers), duration }],
    ])
    const [[, sent], [, received]] = events as [[string, RequestEvent], [string, ResponseEvent]]
    expect(sent.headers.get('authorization')).toBe('Bearer [redacted]')
    expect(sent.headers.get('user-agent')).toMatch(/^pipecat-cloud-client\//)
    expect(received.headers.get('content-type')).toBe('application/json')
    expect(sent.call).toBe(received.call)
    expect(sent.call.description).toBe('getAgent')
  })

  test('of a call that succeeds at last', async () => {
    const { events, hooks } = recorder()
    await using service = await serve(inTurn(json(503, { error: 'x' }), reset, json(200, agentWith())), hooks)
    await service.pipecat.agents.get('a')
    const delay: unknown = expect.any(Number)
    expect(events).toMatchObject([
      ['onRequest', { attempt: 1 }],
      ['onResponse', { attempt: 1, status: 503 }],
      ['onRetry', { attempt: 1, operation: 'getAgent', error: { name: 'ServerError', status: 503 }, delay }],
      ['onRequest', { attempt: 2 }],
      ['onRetry', { attempt: 2, error: { name: 'ConnectionError' }, delay }],
      ['onRequest', { attempt: 3 }],
      ['onResponse', { attempt: 3, status: 200 }],
    ])
    expect(new Set(events.map(([, event]) => event.call)).size).toBe(1)
  })

  test('of calls that fail', async () => {
    const { events, hooks, names } = recorder()
    await using service = await serve(json(404, { error: 'x' }), hooks)
    const error = await failure(service.pipecat.agents.get('a'))
    expect(names()).toEqual(['onRequest', 'onResponse', 'onError'])
    expect(events[2]![1]).toEqual({ call: events[0]![1].call, operation: 'getAgent', error, duration })
    expect((events[2]![1] as ErrorEvent).error).toBe(error)
    await failure(service.pipecat.agents.get('b'))
    expect(new Set(events.map(([, event]) => event.call)).size).toBe(2)
  })

  test('of calls that are not sent, or not answered', async () => {
    const { hooks, names } = recorder()
    await using service = await serve(hang, { ...hooks, retries: 0, publicApiKey: undefined })
    await failure(service.pipecat.agents.get(''))
    expect(names()).toEqual(['onError'])
    await failure(service.pipecat.sessions.start('a'))
    expect(names()).toEqual(['onError', 'onError'])
    await failure(service.pipecat.agents.get('a', { timeout: 20 }))
    expect(names()).toEqual(['onError', 'onError', 'onRequest', 'onError'])
  })

  test('are told nothing of what comes after the call is over', async () => {
    const { hooks, names } = recorder()
    await using service = await serve(hang, hooks)
    await failure(service.pipecat.agents.get('a', { timeout: 10, retries: 0, fetch: late }))
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(names()).toEqual(['onRequest', 'onError'])
  })

  test('of a client and of a call are both told, the former first', async () => {
    const order: string[] = []
    await using service = await serve(json(404, {}), {
      onRequest: () => order.push('client'),
      onError: () => order.push('client failed'),
    })
    await failure(
      service.pipecat.agents.get('a', {
        onRequest: () => order.push('call'),
        onResponse: ({ status }) => order.push(`call ${status}`),
      }),
    )
    await failure(service.pipecat.agents.get('a'))
    expect(order).toEqual(['client', 'call', 'call 404', 'client failed', 'client', 'client failed'])
  })

  test('never see a key, wherever the service puts it', async () => {
    const { events, hooks } = recorder()
    await using service = await serve((response, { headers }) => {
      response.writeHead(503, { 'X-Echo': String(headers['authorization']), 'X-Other': PUBLIC_KEY })
      response.end(JSON.stringify({ error: `${KEY} ${PUBLIC_KEY}`, [KEY]: PUBLIC_KEY }))
    }, hooks)
    const { agents, sessions } = service.pipecat
    await failure(agents.get(KEY))
    await failure(agents.get(PUBLIC_KEY, { headers: { 'X-Mine': PUBLIC_KEY } }))
    await failure(sessions.start('a', {}, { apiKey: 'another-private-key' }))
    await failure(agents.create({ ...request, serviceName: KEY }))
    await sessions.request('a', 'b', KEY, { query: { [KEY]: PUBLIC_KEY } })
    await failure(sessions.request(`${KEY}/`, 'b', 'c'))
    await failure(sessions.request('a', 'b', `../${PUBLIC_KEY}`))
    expect(events.length).toBeGreaterThan(20)
    const everything = shown(events)
    expect(everything).toContain('[redacted]')
    for (const key of [KEY, PUBLIC_KEY, 'another-private-key']) expect(everything).not.toContain(key)
  })
})

/** What is thrown outside of everything. */
async function uncaught(work: () => Promise<unknown>): Promise<unknown[]> {
  const listeners = process.listeners('uncaughtException')
  const errors: unknown[] = []
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', (error) => errors.push(error))
  await work()
  await new Promise((resolve) => setTimeout(resolve, 1))
  process.removeAllListeners('uncaughtException')
  for (const listener of listeners) process.on('uncaughtException', listener)
  return errors
}

describe('a hook that throws', () => {
  test('changes nothing of the call, and is an uncaught exception', async () => {
    await using service = await serve(inTurn(json(503, {}), json(200, agentWith()), json(404, {})))
    const told: string[] = []
    const throwing = (name: string) => () => {
      told.push(name)
      throw new Error(name)
    }
    const hooks: Hooks = {
      onRequest: throwing('onRequest'),
      onResponse: throwing('onResponse'),
      onRetry: throwing('onRetry'),
      onError: throwing('onError'),
    }
    const errors = await uncaught(async () => {
      expect(await service.pipecat.agents.get('a', hooks)).toEqual(agentWith())
      expect(await failure(service.pipecat.agents.get('a', hooks))).toBeInstanceOf(NotFoundError)
    })
    const want = ['onRequest', 'onResponse', 'onRetry', 'onRequest', 'onResponse']
    expect(told).toEqual([...want, 'onRequest', 'onResponse', 'onError'])
    expect(errors).toEqual(told.map((name) => new Error(name)))
  })

  test('does not keep the others from being told', async () => {
    const told: unknown[] = []
    const event = { call: Symbol('x'), operation: 'x', error: 7, duration: 1 }
    const hooks: Hooks[] = [
      {
        onError: () => {
          throw new Error('first')
        },
      },
      { onError: (it) => told.push(it) },
    ]
    const errors = await uncaught(() => Promise.resolve(emit({ hooks }, 'onError', event)))
    expect(told).toEqual([event])
    expect(errors).toEqual([new Error('first')])
  })
})

test('an `onWarning` that throws changes nothing of the call either', async () => {
  await using service = await serve(json(200, {}), {
    onWarning: (warning) => {
      throw new Error(warning.name)
    },
  })
  const errors = await uncaught(async () => {
    expect(await service.pipecat.agents.create({ serviceName: 'ab', image: 'a:1' })).toEqual({})
  })
  expect(errors).toEqual([new Error('ResponseValidationError')])
})
