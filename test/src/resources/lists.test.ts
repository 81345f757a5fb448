import { expect, test } from 'vitest'
import type { Listing } from '../../../src/index.js'
import { emulated } from '../emulated.js'
import { failure } from '../service.js'

const agent = {
  serviceName: 'voice-starter',
  image: 'your-dockername/voice-starter:0.1',
  autoScaling: { maxAgents: 50 },
}

async function collect<T>(list: Listing<T, unknown>, most = Infinity): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) {
    items.push(item)
    if (items.length >= most) break
  }
  return items
}

async function withSessions(count: number) {
  const all = await emulated()
  await all.pipecat.agents.deploy(agent, { interval: 5 })
  const starts = Array.from({ length: count }, () => all.pipecat.sessions.start('voice-starter'))
  const started = await Promise.all(starts)
  return { ...all, ids: new Set(started.map(({ sessionId }) => sessionId)) }
}

test('sessions are given page by page, each once', async () => {
  const { pipecat, answered, ids } = await withSessions(25)
  const before = answered.length
  const sessions = await collect(pipecat.sessions.list('voice-starter', { limit: 10 }))
  expect(new Set(sessions.map(({ sessionId }) => sessionId))).toEqual(ids)
  expect(sessions).toHaveLength(25)
  expect(answered.slice(before)).toHaveLength(3)
})

test('a list is read only as far as it is wanted, and from where it is wanted', async () => {
  const { pipecat, answered } = await withSessions(12)
  const before = answered.length
  expect(await collect(pipecat.sessions.list('voice-starter', { limit: 5 }), 4)).toHaveLength(4)
  expect(answered.slice(before)).toHaveLength(1)
  expect(await collect(pipecat.sessions.list('voice-starter', { limit: 5, offset: 5 }))).toHaveLength(7)
})

test('a list is sent for only when somebody wants it, and once for its first page', async () => {
  const { pipecat, answered } = await emulated()
  const regions = pipecat.regions.list()
  expect(answered).toEqual([])
  const [page, { response }] = await Promise.all([regions, regions.withResponse()])
  expect([page.regions.length, response.status]).toEqual([4, 200])
  expect(answered).toHaveLength(1)
})

test('logs are followed as they are printed, the oldest first, until the loop ends', async () => {
  const { pipecat } = await emulated()
  await pipecat.agents.deploy(agent, { interval: 5 })
  const lines: string[] = []
  for await (const { log } of pipecat.agents.logs('voice-starter', { follow: true, interval: 5 })) {
    if (lines.length === 0) await pipecat.sessions.start('voice-starter')
    lines.push(log)
    if (/Session .* started/.test(log)) break
  }
  expect(lines.length).toBeGreaterThan(1)
})

test('following ends with the signal', async () => {
  const { pipecat } = await emulated()
  await pipecat.agents.deploy(agent, { interval: 5 })
  const { signal } = (() => {
    const controller = new AbortController()
    setTimeout(() => controller.abort('enough'), 30)
    return controller
  })()
  const list = pipecat.agents.logs('voice-starter', { follow: true, interval: 10_000 }, { signal })
  expect(await failure(collect(list))).toBe('enough')
})

test('an interval that cannot be waited for is refused', async () => {
  const { pipecat } = await emulated()
  expect(() => pipecat.agents.logs('voice-starter', { follow: true, interval: 0 })).toThrow(
    '`interval` must be a number of milliseconds above 0',
  )
})
