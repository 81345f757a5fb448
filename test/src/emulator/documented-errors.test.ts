import { describe, expect, it } from 'vitest'
import type { Emulator, EmulatorOptions } from '../../../src/emulator/index.js'
import { asObject, document, valueAt } from '../../spec/document.js'
import { samples } from '../../spec/samples.js'
import {
  type Answer,
  begin,
  create,
  get,
  minimal,
  send,
  sendJson,
  start,
  startReady,
  startSession,
  update,
} from './emulation.js'

const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'
const nobody = '57af5437-97a2-4646-9873-a5c8935bd705'
const named = { ...minimal, secretSet: 'voice-starter-secrets', imagePullSecretSet: 'dockerhub-credentials' }
const built = { serviceName: 'voice-starter', buildId }
const broken = { now: () => new Date(Number.NaN), onError: () => {} }

/** A request that is refused, and what it is sent to. */
interface Refused {
  readonly status: number
  readonly options?: EmulatorOptions
  readonly send: (emulator: Emulator) => Promise<Answer>
}

function creation(status: number, options: EmulatorOptions, request: object): Refused {
  return { status, options, send: (emulator) => create(emulator, request) }
}

function change(status: number, options: EmulatorOptions, request: object): Refused {
  const sent = async (emulator: Emulator) => {
    await create(emulator, minimal)
    return update(emulator, minimal.serviceName, request)
  }
  return { status, options, send: sent }
}

function plain(
  status: number,
  method: string,
  path: string,
  body?: unknown,
  options?: EmulatorOptions,
): Refused {
  const sent = (emulator: Emulator) =>
    body === undefined ? send(emulator, method, path) : sendJson(emulator, method, path, body)
  return { status, ...(options && { options }), send: sent }
}

const secrets = { secrets: [{ secretKey: 'A', secretValue: 'b' }] }
const credentials = { isImagePullSecret: true, host: 'https://index.docker.io/v1/', secretValue: 'dTp0' }
const elsewhere: EmulatorOptions = {
  secretSets: [
    { name: 'voice-starter-secrets', region: 'us-east' },
    { name: 'dockerhub-credentials', region: 'us-east', type: 'imagePullSecret' },
  ],
}

/** A request for each documented error, by the name of its example. */
const refused: { readonly [example: string]: Refused } = {
  AgentExists: {
    status: 400,
    send: async (emulator) => {
      await create(emulator, minimal)
      return create(emulator, named)
    },
  },
  SecretSetInOtherRegion: creation(400, elsewhere, named),
  ImagePullSecretSetInOtherRegion: creation(400, elsewhere, { ...named, secretSet: undefined }),
  ImageOrBuildIdMissing: creation(400, {}, { serviceName: 'voice-starter' }),
  ImageAndBuildId: creation(400, {}, { ...minimal, buildId }),
  BuildNotFound: creation(400, { builds: [] }, built),
  BuildInOtherRegion: creation(400, { builds: [{ id: buildId, region: 'eu-central' }] }, built),
  BuildNotReady: creation(400, { builds: [{ id: buildId, region: 'us-west', status: 'building' }] }, built),
  InvalidParameters: creation(400, {}, { ...minimal, agentProfile: 'agent-4x' }),
  Unauthorized: creation(401, { tokens: { private: ['another-key'] } }, minimal),
  SecretSetNotFound: creation(404, { secretSets: [] }, named),
  SecretSetNotReady: creation(
    409,
    { secretSets: [{ name: 'voice-starter-secrets', region: 'us-west', status: 'pending' }] },
    named,
  ),
  InternalServerError: creation(500, broken, minimal),
  AgentNotFound: { status: 404, send: (emulator) => get(emulator, 'nobody') },
  SecretSetNotInRegionOfAgent: change(400, elsewhere, { secretSet: 'voice-starter-secrets' }),
  ImagePullSecretSetNotInRegionOfAgent: change(400, elsewhere, {
    imagePullSecretSet: 'dockerhub-credentials',
  }),
  ServiceNotFound: change(404, {}, { secretSet: 'nobody' }),
  InvalidTimestamp: plain(400, 'GET', '/agents/a1/logs?startTime=yesterday'),
  InvalidSessionStatus: plain(400, 'GET', '/agents/a1/sessions?status=running'),
  SessionNotFound: plain(404, 'GET', `/agents/a1/sessions/${nobody}`),
  TokenExpired: plain(401, 'GET', '/agents/a1/sessions', undefined, { tokens: { private: [] } }),
  InternalServerErrorNumeric: {
    status: 500,
    options: { sessionDuration: Number.MAX_VALUE, onError: () => {} },
    send: async (emulator) => {
      const id = await begin(await ready(emulator))
      return send(emulator, 'GET', `/public/${minimal.serviceName}/sessions/${id}/broken`)
    },
  },
  UnknownProperty: plain(400, 'PATCH', '/properties', { region: 'us-west' }),
  RegionNotAvailable: plain(
    400,
    'PATCH',
    '/properties',
    { defaultRegion: 'moon-north' },
    {
      regions: ['us-west', 'us-east', 'eu-central'],
    },
  ),
  NoPropertiesProvided: plain(400, 'PATCH', '/properties', {}),
  ImagePullSecretSetNotReadable: plain(400, 'GET', '/secrets/dockerhub-credentials'),
  SetNotFound: plain(404, 'GET', '/secrets/nothing'),
  SecretNotFound: plain(404, 'DELETE', '/secrets/voice-starter-secrets/NOTHING'),
  ImagePullSecretIncomplete: plain(400, 'PUT', '/secrets/new-set', { ...credentials, host: undefined }),
  SecretSetIsRegular: plain(400, 'PUT', '/secrets/voice-starter-secrets', credentials),
  SecretSetHasOtherRegion: plain(400, 'PUT', '/secrets/voice-starter-secrets', {
    ...secrets,
    region: 'eu-central',
  }),
  InvalidRegion: plain(400, 'PUT', '/secrets/new-set', { ...secrets, region: 'moon-north' }),
  InvalidRequestFormat: plain(400, 'PUT', '/secrets/new-set', { secrets: [] }),
  SecretSetModified: {
    status: 409,
    send: (emulator) => {
      const error = "Secret set 'voice-starter-secrets' was modified concurrently. Please retry."
      emulator.faults.add({ kind: 'status', status: 409, body: { error, code: 'CONFLICT' } })
      return sendJson(emulator, 'PUT', '/secrets/voice-starter-secrets', secrets)
    },
  },
  DeploymentNotReady: {
    status: 400,
    options: { clock: 'manual' },
    send: async (emulator) => {
      await create(emulator, minimal)
      return startSession(emulator, minimal.serviceName)
    },
  },
  PublicServiceNotFound: { status: 404, send: (emulator) => startSession(emulator, 'nobody') },
  AgentAtCapacity: {
    status: 429,
    options: { clock: 'manual' },
    send: async (emulator) => {
      await create(emulator, { ...minimal, autoScaling: { maxAgents: 1 } })
      emulator.clock.advance(1000)
      await startSession(emulator, minimal.serviceName)
      return startSession(emulator, minimal.serviceName)
    },
  },
  RateLimitExceeded: {
    status: 429,
    send: (emulator) => {
      emulator.faults.add({ kind: 'status', status: 429 })
      return startSession(emulator, minimal.serviceName)
    },
  },
}

async function ready(emulator: Emulator): Promise<Emulator> {
  await create(emulator, minimal)
  emulator.clock.advance(1000)
  return emulator
}

/** Errors with more members than the document has: what is wrong where, and the text under its other name. */
const MORE: { readonly [example: string]: object } = {
  RateLimitExceeded: { error: expect.any(String) },
}

/** The body of an error as the document has it. */
function documented(example: string, found: unknown): object {
  const body = asObject(valueAt(document, `/components/examples/${example}/value`))
  const issues = Object.hasOwn(Object(found), 'issues') ? { issues: expect.any(Array) } : {}
  return { ...body, ...issues, ...MORE[example] }
}

describe('a request', () => {
  it.each(Object.entries(refused))('fails with %s', async (example, { status, options, send: sent }) => {
    const emulator = await start({
      bot: () => {
        throw new Error('the bot is broken')
      },
      ...options,
    })
    const { status: found, body } = await sent(emulator)
    expect({ status: found, body }).toEqual({ status, body: documented(example, body) })
  })
})

it('leaves out no documented error', () => {
  const errors = samples(document)
    .filter(({ schemaPointer }) => /\/responses\/(?!2|Done)/.test(schemaPointer))
    .map(({ pointer }) => /([^/]+)\/value$/.exec(pointer)?.[1])
    .filter((name) => name !== undefined)
  expect(errors.length).toBeGreaterThan(30)
  expect(errors.filter((name) => !Object.hasOwn(refused, name))).toEqual([])
})

it('has the same errors for a private key that is none in each group', async () => {
  const emulator = await startReady({ tokens: { private: ['some-key'], public: ['public-key'] } })
  const headers = { Authorization: 'Bearer public-key' }
  const answers = await Promise.all(
    ['/agents', '/regions', '/builds', '/agents/a1/sessions'].map((path) =>
      send(emulator, 'GET', path, { headers }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  expect(answers.map(({ body }) => (body as { code: string }).code)).toEqual([
    'UNAUTHORIZED',
    'UNAUTHORIZED',
    'UNAUTHORIZED',
    '401',
  ])
  expect((await startSession(emulator, minimal.serviceName)).body).toEqual({
    error: 'Unauthorized / token expired',
    code: '401',
  })
})
