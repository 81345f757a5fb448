import { describe, expect, it } from 'vitest'
import type { EmulatorOptions } from '../../../src/emulator/index.js'
import { asObject, document, valueAt } from '../../spec/document.js'
import { samples } from '../../spec/samples.js'
import { create, get, minimal, start } from './emulation.js'

const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'
const named = { ...minimal, secretSet: 'voice-starter-secrets', imagePullSecretSet: 'dockerhub-credentials' }
const built = { serviceName: 'voice-starter', buildId }

/** A request for each documented error of a creation, by the name of its example. */
const creations: { readonly [example: string]: readonly [status: number, EmulatorOptions, request: object] } =
  {
    SecretSetInOtherRegion: [
      400,
      { secretSets: [{ name: 'voice-starter-secrets', region: 'us-east' }] },
      named,
    ],
    ImagePullSecretSetInOtherRegion: [
      400,
      { secretSets: [{ name: 'dockerhub-credentials', region: 'us-east', type: 'imagePullSecret' }] },
      { ...named, secretSet: undefined },
    ],
    ImageOrBuildIdMissing: [400, {}, { serviceName: 'voice-starter' }],
    ImageAndBuildId: [400, {}, { ...minimal, buildId }],
    BuildNotFound: [400, { builds: [] }, built],
    BuildInOtherRegion: [400, { builds: [{ id: buildId, region: 'eu-central' }] }, built],
    BuildNotReady: [400, { builds: [{ id: buildId, region: 'us-west', status: 'building' }] }, built],
    InvalidParameters: [400, {}, { ...minimal, agentProfile: 'agent-4x' }],
    Unauthorized: [401, { tokens: { private: ['another-key'] } }, minimal],
    SecretSetNotFound: [404, { secretSets: [] }, named],
    SecretSetNotReady: [
      409,
      { secretSets: [{ name: 'voice-starter-secrets', region: 'us-west', status: 'pending' }] },
      named,
    ],
    InternalServerError: [500, { now: () => new Date(Number.NaN), onError: () => {} }, minimal],
  }

/** Errors beside which the emulator lists what is wrong. */
const itemized = new Set(['InvalidParameters', 'ImageOrBuildIdMissing', 'ImageAndBuildId'])

/** The body of an error as the document has it. */
function documented(example: string): object {
  const body = asObject(valueAt(document, `/components/examples/${example}/value`))
  return itemized.has(example) ? { ...body, issues: expect.any(Array) } : body
}

describe('a creation', () => {
  it.each(Object.entries(creations))('fails with %s', async (example, [status, options, request]) => {
    const emulator = await start(options)
    const { status: found, body } = await create(emulator, request)
    expect({ status: found, body }).toEqual({ status, body: documented(example) })
  })

  it('fails with AgentExists', async () => {
    const emulator = await start()
    await create(emulator, minimal)
    const { status, body } = await create(emulator, named)
    expect({ status, body }).toEqual({ status: 400, body: documented('AgentExists') })
  })
})

describe('a reading', () => {
  it('fails with AgentNotFound', async () => {
    const emulator = await start()
    const { status, body } = await get(emulator, 'nobody')
    expect({ status, body }).toEqual({ status: 404, body: documented('AgentNotFound') })
  })
})

it('leaves out no documented error but the second form of the one for a wrong key', () => {
  const errors = samples(document)
    .filter(({ schemaPointer }) => /\/responses\/[^2]/.test(schemaPointer))
    .map(({ pointer }) => /([^/]+)\/value$/.exec(pointer)?.[1])
  const covered = [...Object.keys(creations), 'AgentExists', 'AgentNotFound', 'TokenExpired']
  expect(new Set(errors)).toEqual(new Set(covered))
})
