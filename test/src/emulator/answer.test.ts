import { describe, expect, it, vi } from 'vitest'
import type { AnsweredRequest, Tokens } from '../../../src/emulator/index.js'
import { create, get, minimal, send, start } from './emulation.js'

const unauthorized = { status: 401, body: { error: 'Unauthorized', code: 'UNAUTHORIZED' } }
const given: Tokens = { private: ['private-1', 'private-2'], public: ['public-1'] }

const keys: readonly (readonly [header: string, tokens: Tokens, isLetIn: boolean])[] = [
  ['Bearer anything', {}, true],
  ['bearer anything', {}, true],
  ['', {}, false],
  ['Bearer', {}, false],
  ['Bearer ', {}, false],
  ['Basic dXNlcjpwYXNz', {}, false],
  ['anything', {}, false],
  ['Bearer private-1', given, true],
  ['Bearer private-2', given, true],
  ['Bearer private', given, false],
  ['Bearer private-1x', given, false],
  ['Bearer public-1', given, false],
  ['Bearer public-1', { public: ['public-1'] }, false],
  ['Bearer anything', { public: ['public-1'] }, true],
  ['Bearer anything', { private: [] }, false],
]

describe('keys', () => {
  it.each(keys)('"%s" with %j: let in is %s', async (authorization, tokens, isLetIn) => {
    const emulator = await start({ tokens })
    const headers = { Authorization: authorization }
    const creation = await send(emulator, 'POST', '/agents', { headers, body: JSON.stringify(minimal) })
    const reading = await send(emulator, 'GET', '/agents/voice-starter', { headers })
    for (const answer of [creation, reading]) {
      expect(answer).toMatchObject(isLetIn ? { status: 200 } : unauthorized)
      expect(answer.headers.has('www-authenticate')).toBe(!isLetIn)
    }
    expect(emulator.state.agents.size).toBe(isLetIn ? 1 : 0)
  })

  it('are asked for before anything else is looked at', async () => {
    const emulator = await start({ tokens: given })
    expect(await create(emulator, { serviceName: 5 })).toMatchObject(unauthorized)
    expect(await get(emulator, 'nobody')).toMatchObject(unauthorized)
  })
})

describe('the log', () => {
  it('has method, path and status of each request, and nothing more', async () => {
    const log: AnsweredRequest[] = []
    const emulator = await start({ onRequest: (request) => log.push(request) })
    await create(emulator, minimal)
    await create(emulator, {})
    await get(emulator, 'nobody?token=secret')
    await send(emulator, 'GET', '/public/x')
    expect(log).toEqual([
      { method: 'POST', path: '/v1/agents', status: 200 },
      { method: 'POST', path: '/v1/agents', status: 400 },
      { method: 'GET', path: '/v1/agents/nobody', status: 404 },
      { method: 'GET', path: '/v1/public/x', status: 501 },
    ])
  })
})

describe('an error of the emulator', () => {
  const internal = { error: 'Internal server error', code: 'INTERNAL_SERVER_ERROR' }

  it('is status 500, and reported', async () => {
    const onError = vi.fn()
    const failure = new Error('the clock is broken')
    const now = () => {
      throw failure
    }
    const emulator = await start({ now, onError })
    expect(await create(emulator, minimal)).toMatchObject({ status: 500, body: internal })
    expect(onError.mock.calls).toEqual([[failure]])
  })

  it('is printed when nobody asks for it', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const emulator = await start({ now: () => new Date(Number.NaN) })
    expect(await create(emulator, minimal)).toMatchObject({ status: 500, body: internal })
    expect(print.mock.calls).toEqual([[expect.any(RangeError)]])
    print.mockRestore()
  })

  it('can be one of the log', async () => {
    const onError = vi.fn()
    const onRequest = vi.fn().mockThrow(new Error('the disk is full'))
    const emulator = await start({ onRequest, onError })
    expect(await create(emulator, minimal)).toMatchObject({ status: 500, body: internal })
    expect(onError).toHaveBeenCalledWith(new Error('the disk is full'))
  })

  it('is a response that is not what the document says', async () => {
    const onError = vi.fn()
    // What is parsed has no type that could keep it out.
    const namespace: string = JSON.parse('5')
    const emulator = await start({ namespace, onError })
    expect(await create(emulator, minimal)).toMatchObject({ status: 500, body: internal })
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ name: 'ReplyError', status: 200 })]])
  })
})
