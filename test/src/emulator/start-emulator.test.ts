import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isAgent } from '../../../generated/validators/index.js'
import { startEmulator } from '../../../src/emulator/index.js'
import { create, get, minimal, start } from './emulation.js'

const seedRequest = readSeed('request')
const seedResponse: unknown = JSON.parse(readSeed('response'))

function readSeed(part: 'request' | 'response'): string {
  return readFileSync(new URL(`../../fixtures/seed/create-agent.${part}.json`, import.meta.url), 'utf8')
}

/** Every place in a value with the type of what is there; lists by their first item. */
function shape(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null)
    return [`${pointer}: ${value === null ? null : typeof value}`]
  return Object.entries(value).flatMap(([key, item]) => shape(item, `${pointer}/${key}`))
}

describe('the documented request', () => {
  it('is answered with every key of the documented response, of the same type', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/agents`, {
      method: 'POST',
      headers: { Authorization: 'Bearer <token>', 'Content-Type': 'application/json' },
      body: seedRequest,
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    const body: unknown = await response.json()
    expect(shape(seedResponse)).toHaveLength(34)
    expect(shape(body)).toEqual(expect.arrayContaining(shape(seedResponse)))
    expect(isAgent(body)).toBe(true)
  })

  it('is answered with the values of the documented response, but for ids and times', async () => {
    const emulator = await start()
    const { body } = await create(emulator, JSON.parse(seedRequest))
    const varying = /^(id|serviceId|activeDeploymentId|createdAt|updatedAt)$/
    const fixed = JSON.parse(
      JSON.stringify(seedResponse, (key, value) => (varying.test(key) ? undefined : value)),
    )
    expect(body).toMatchObject(fixed)
  })

  it('is answered with the members that came later', async () => {
    const emulator = await start()
    const { body } = await create(emulator, JSON.parse(seedRequest))
    const [agent] = emulator.state.agents.values()
    expect(body).toMatchObject({
      available: false,
      desiredDeploymentId: agent?.deployment.id,
      activeDeploymentId: agent?.deployment.id,
      reconciledDeploymentId: null,
      deployment: {
        id: agent?.deployment.id,
        serviceId: agent?.id,
        manifest: { spec: { imagePullSecretName: 'dockerhub-credentials' } },
      },
    })
  })
})

describe('an emulator', () => {
  it('tells its addresses', async () => {
    const { url, publicUrl } = await start()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
    expect(publicUrl).toBe(`${url}/public`)
  })

  it('shows its agents by name', async () => {
    const emulator = await start({ now: () => new Date('2026-05-11T08:00:04.120Z') })
    expect(emulator.state.agents.size).toBe(0)
    await create(emulator, { ...minimal, websocketAuth: 'token' })
    expect(emulator.state.agents.get('voice-starter')).toMatchObject({
      region: 'us-west',
      request: { ...minimal, websocketAuth: 'token' },
      createdAt: new Date('2026-05-11T08:00:04.120Z'),
    })
  })

  it('has agents of its own', async () => {
    const [one, other] = [await start(), await start()]
    await create(one, minimal)
    expect((await create(other, minimal)).status).toBe(200)
  })

  it('keeps nothing of a request that it refuses', async () => {
    const emulator = await start()
    await create(emulator, { ...minimal, secretSet: 'unknown' })
    expect(emulator.state.agents.size).toBe(0)
    expect((await get(emulator, minimal.serviceName)).status).toBe(404)
  })

  it('makes the same ids from the same seed', async () => {
    const options = { seed: 'a', now: () => new Date(0) }
    const [one, same, other] = [
      await start(options),
      await start(options),
      await start({ ...options, seed: 'b' }),
    ]
    const { body } = await create(one, minimal)
    expect((await create(same, minimal)).body).toEqual(body)
    expect((await create(other, minimal)).body).not.toEqual(body)
  })

  it('makes ids of its own without one', async () => {
    const options = { now: () => new Date(0) }
    const [one, other] = [await start(options), await start(options)]
    expect((await create(one, minimal)).body).not.toEqual((await create(other, minimal)).body)
  })

  it('puts the name of the organization into manifests', async () => {
    const emulator = await start({ namespace: 'our-organization' })
    const { body } = await create(emulator, minimal)
    expect(body).toMatchObject({ deployment: { manifest: { metadata: { namespace: 'our-organization' } } } })
  })

  it('does not show its keys', async () => {
    const emulator = await start({ tokens: { private: ['secret-key'] } })
    expect(inspect(emulator, { depth: null, showHidden: true }) + JSON.stringify(emulator)).not.toContain(
      'secret-key',
    )
  })

  it('is closed by the end of its scope', async () => {
    const emulator = await startEmulator()
    await emulator[Symbol.asyncDispose]()
    await expect(fetch(emulator.url)).rejects.toThrow('fetch failed')
  })
})
