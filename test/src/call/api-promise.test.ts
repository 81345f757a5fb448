import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiPromise, type WithResponse } from '../../../src/call/api-promise.js'
import { agentWith } from '../agent.js'
import { failure, json, serve } from '../service.js'

const response = { status: 200, headers: new Headers({ A: 'b' }) }
const given: WithResponse<number> = { data: 7, response }
const reason = new Error('no')

function fulfilled() {
  const result = Promise.resolve(given)
  return new ApiPromise(() => result)
}

function rejected() {
  const result = Promise.reject<WithResponse<number>>(reason)
  return new ApiPromise(() => result)
}

const unhandled: unknown[] = []
const listen = (it: unknown) => unhandled.push(it)
beforeEach(() => {
  process.on('unhandledRejection', listen)
})
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  process.off('unhandledRejection', listen)
  expect(unhandled.splice(0)).toEqual([])
})

describe('an ApiPromise', () => {
  test('gives the data', async () => {
    const promise = fulfilled()
    expect(await promise).toBe(7)
    expect(await promise.then()).toBe(7)
    expect(await promise.then((data) => data + 1)).toBe(8)
    expect(await promise.catch(() => 9)).toBe(7)
    expect(await Promise.all([promise, promise])).toEqual([7, 7])
    expect(Object.prototype.toString.call(promise)).toBe('[object ApiPromise]')
  })

  test('gives the response too', async () => {
    const promise = fulfilled()
    expect(await promise.withResponse()).toBe(given)
    expect(await promise).toBe(7)
  })

  test('rejects as the call does, handled wherever that is handled once', async () => {
    expect(await failure(rejected())).toBe(reason)
    expect(await failure(rejected().then((data) => data))).toBe(reason)
    expect(await failure(rejected().withResponse())).toBe(reason)
    expect(await rejected().then(undefined, (it) => [it])).toEqual([reason])
    expect(await rejected().catch((it) => [it])).toEqual([reason])
    expect(await failure(rejected().finally())).toBe(reason)
    const twice = rejected()
    expect([await failure(twice), await failure(twice.withResponse())]).toEqual([reason, reason])
  })

  test('does what is to be done finally, which changes nothing', async () => {
    const done = vi.fn<() => void>()
    expect(await fulfilled().finally(done)).toBe(7)
    expect(await failure(rejected().finally(done))).toBe(reason)
    expect(done.mock.calls).toEqual([[], []])
  })
})

describe('a method', () => {
  test('begins at once, and once, however often its promise is asked', async () => {
    await using service = await serve(json(200, agentWith()))
    const promise = service.pipecat.agents.get('a')
    await vi.waitFor(() => expect(service.requests).toHaveLength(1))
    expect(await promise).toEqual(agentWith())
    const { data, response: info } = await promise.withResponse()
    expect(data).toBe(await promise)
    expect(info.status).toBe(200)
    expect(info.headers.get('content-type')).toBe('application/json')
    expect(service.requests).toHaveLength(1)
  })

  test('that fails is heard once where only its response is asked for', async () => {
    await using service = await serve(json(404, {}))
    expect(await failure(service.pipecat.agents.get('a').withResponse())).toMatchObject({ status: 404 })
  })
})
