import { describe, expect, it } from 'vitest'
import { begin, minimal, send, startReady, update } from '../emulation.js'

const name = minimal.serviceName
type Emulator = Awaited<ReturnType<typeof startReady>>

async function logs(
  emulator: Emulator,
  query = '',
): Promise<{ total: object; logs: { log: string; timestamp: string; deploymentId: string }[] }> {
  const { status, body } = await send(emulator, 'GET', `/agents/${name}/logs?order=asc${query}`)
  if (status !== 200) throw new Error(`refused with ${status}`)
  return body as { total: object; logs: { log: string; timestamp: string; deploymentId: string }[] }
}

const textsOf = async (emulator: Emulator, query = '') =>
  (await logs(emulator, query)).logs.map(({ log }) => log)

describe('the logs of an agent', () => {
  it('tell of its deployments and sessions as they go', async () => {
    const emulator = await startReady(
      { sessionLogs: ['one', 'two', 'three'], warmStartAfter: 1000 },
      { autoScaling: { minAgents: 1 } },
    )
    expect(await textsOf(emulator)).toEqual(['Application startup complete.'])
    const id = await begin(emulator)
    emulator.clock.advance(2500)
    expect(await textsOf(emulator, `&sessionId=${id}`)).toEqual([`Session ${id} started`, 'one', 'two'])
    emulator.endSession(id)
    emulator.clock.advance(10_000)
    expect(await textsOf(emulator, `&sessionId=${id}`)).toEqual([
      `Session ${id} started`,
      'one',
      'two',
      `Session ${id} ended: HTTP_COMPLETED`,
    ])
  })

  it('have what a test makes an agent print', async () => {
    const emulator = await startReady({ sessionLogs: [] })
    const id = await begin(emulator)
    emulator.print({ agent: name, log: 'first\nsecond' })
    emulator.print({ agent: name, log: 'third', sessionId: id })
    expect((await textsOf(emulator)).slice(-3)).toEqual(['first', 'second', 'third'])
    expect(await textsOf(emulator, `&sessionId=${id}`)).toEqual([`Session ${id} started`, 'third'])
    expect(() => emulator.print({ agent: 'nobody', log: '' })).toThrow('There is no agent "nobody"')
    expect(() => emulator.print({ agent: name, log: '', sessionId: 'x' })).toThrow('There is no session "x"')
  })

  it('tell why a deployment has failed', async () => {
    const emulator = await startReady(
      { failing: [{ image: '*:bad', reason: 'CrashLoopBackOff', message: 'Traceback\nKeyError' }] },
      { image: 'a/b:bad' },
    )
    expect(await textsOf(emulator)).toEqual(['Traceback', 'KeyError'])
  })

  it('have times with nine digits that are all different, and the deployment', async () => {
    const emulator = await startReady()
    for (const log of ['a', 'a', 'a']) emulator.print({ agent: name, log })
    const { total, logs: lines } = await logs(emulator)
    const time = emulator.clock.now().toISOString().slice(0, -1)
    expect(total).toEqual({ value: 4, relation: 'eq' })
    expect(lines.map(({ timestamp }) => timestamp)).toEqual(
      ['000000', '000001', '000002', '000003'].map((digits) => `${time}${digits}Z`),
    )
    expect(lines[0]).toEqual({
      log: 'Application startup complete.',
      timestamp: `${time}000000Z`,
      deploymentId: emulator.state.agents.get(name)?.deployment.id,
    })
  })

  it('come by pages, the newest first unless it is said', async () => {
    const emulator = await startReady()
    for (let number = 1; number <= 14; number += 1) emulator.print({ agent: name, log: `line ${number}` })
    const { body } = await send(emulator, 'GET', `/agents/${name}/logs`)
    const { total, logs: lines } = body as { total: object; logs: { log: string }[] }
    expect(total).toEqual({ value: 15, relation: 'eq' })
    expect(lines.map(({ log }) => log)).toEqual(
      [14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map((number) => `line ${number}`),
    )
    expect(await textsOf(emulator, '&limit=2&offset=13')).toEqual(['line 13', 'line 14'])
  })

  it('are searched and limited', async () => {
    const emulator = await startReady()
    emulator.clock.set(new Date(Math.ceil(emulator.clock.now().getTime() / 1000 + 1) * 1000))
    const second = emulator.clock.now().getTime() / 1000
    emulator.print({ agent: name, log: 'early KeyError' })
    emulator.clock.advance(1500)
    emulator.print({ agent: name, log: 'late' })
    await update(emulator, name, { image: 'a/b:2' })
    emulator.clock.advance(1000)
    const { deployment } = emulator.state.agents.get(name)!
    expect(await textsOf(emulator, '&query=KeyError')).toEqual(['early KeyError'])
    expect(await textsOf(emulator, `&startTime=${second + 1}`)).toEqual([
      'late',
      'Application startup complete.',
    ])
    expect(await textsOf(emulator, `&startTime=${second}&endTime=${second + 1}`)).toEqual(['early KeyError'])
    expect(await textsOf(emulator, `&deploymentId=${deployment.id}`)).toEqual([
      'Application startup complete.',
    ])
  })

  it.each([
    ['?startTime=soon', 400, 'Invalid timestamp format'],
    ['?endTime=1.5', 400, 'Invalid timestamp format'],
    ['?limit=0', 400, 'Invalid parameters'],
  ])('%s is refused', async (query, status, error) => {
    const emulator = await startReady()
    expect(await send(emulator, 'GET', `/agents/${name}/logs${query}`)).toMatchObject({
      status,
      body: { error },
    })
  })

  it('are those of an agent that there is', async () => {
    const emulator = await startReady()
    expect((await send(emulator, 'GET', '/agents/nobody/logs')).body).toEqual({
      error: 'Not found',
      code: 'NOT_FOUND',
    })
  })
})
