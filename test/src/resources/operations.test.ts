import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { routes } from '../../../generated/server/index.js'
import type { PipecatCloud, SessionRequestOptions } from '../../../src/index.js'
import { emulated } from '../emulated.js'

const NAME = 'voice-starter'
const BUILD = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'
const request = {
  serviceName: NAME,
  image: 'your-dockername/voice-starter:0.1',
  secretSet: 'voice-starter-secrets',
}

/** What an operation needs: an agent that is ready, and a session of it. */
interface Given {
  readonly sessionId: string
  readonly uploadId: string
}

type Use = (pipecat: PipecatCloud, given: Given) => PromiseLike<unknown>

const proxied =
  (method: NonNullable<SessionRequestOptions['method']>, body?: unknown): Use =>
  async ({ sessions }, { sessionId }) => {
    const response = await sessions.request(NAME, sessionId, '/api/offer', { method, body })
    const text = await response.text()
    return text === '' ? text : JSON.parse(text)
  }

/** Every operation of the document, how the facade calls it, and what of its answer shows that it was done. */
const table: Readonly<Record<string, readonly [use: Use, want: unknown]>> = {
  createAgent: [
    ({ agents }) => agents.create({ ...request, serviceName: 'another' }),
    { name: 'another', ready: false },
  ],
  listAgents: [
    ({ agents }) => agents.list({ includeActiveDeployment: true }),
    { services: [{ name: NAME, deployment: {} }] },
  ],
  getAgent: [({ agents }) => agents.get(NAME), { name: NAME, ready: true }],
  updateAgent: [
    ({ agents }) => agents.update(NAME, { autoScaling: { maxAgents: 7 } }),
    { name: NAME, autoScaling: { maxReplicas: 7 } },
  ],
  deleteAgent: [({ agents }) => agents.delete(NAME), { status: 'OK' }],
  getAgentLogs: [
    ({ agents }) => agents.logs(NAME, { limit: 2, order: 'asc' }),
    { total: { relation: 'eq' }, logs: [{}, {}] },
  ],
  listSessions: [
    ({ sessions }) => sessions.list(NAME, { status: 'active' }),
    { total_count: 1, sessions: [{ endedAt: null }] },
  ],
  getSession: [({ sessions }, { sessionId }) => sessions.get(NAME, sessionId), { endedAt: null }],
  stopSession: [({ sessions }, { sessionId }) => sessions.stop(NAME, sessionId), { status: 'terminated' }],
  createUploadUrl: [({ builds }) => builds.createUploadUrl({ region: 'us-west' }), { uploadFields: {} }],
  createBuild: [
    ({ builds }, { uploadId }) => builds.create({ uploadId, region: 'us-west' }),
    { cached: false, build: { region: 'us-west' } },
  ],
  listBuilds: [({ builds }) => builds.list({ status: 'success' }), { total: 1, builds: [{ id: BUILD }] }],
  getBuild: [({ builds }) => builds.get(BUILD), { build: { id: BUILD, status: 'success' } }],
  getBuildLogs: [({ builds }) => builds.logs(BUILD, { limit: 1 }), { logs: [] }],
  getProperties: [({ properties }) => properties.get(), { properties: { defaultRegion: 'us-west' } }],
  updateProperties: [
    ({ properties }) => properties.update({ defaultRegion: 'eu-central' }),
    { properties: { defaultRegion: { currentValue: 'eu-central' } } },
  ],
  getPropertiesSchema: [
    ({ properties }) => properties.schema(),
    { properties: { defaultRegion: { default: 'us-west' } } },
  ],
  listRegions: [({ regions }) => regions.list(), { regions: [{ code: 'us-west' }, {}, {}, {}] }],
  listSecretSets: [
    ({ secrets }) => secrets.list(),
    { sets: expect.arrayContaining([expect.objectContaining({ name: request.secretSet })]) },
  ],
  getSecretSet: [({ secrets }) => secrets.get(request.secretSet), { status: 'ready' }],
  upsertSecretSet: [
    ({ secrets }) => secrets.set('more-secrets', { secrets: [{ secretKey: 'A', secretValue: 'b' }] }),
    { status: 'OK', region: 'us-west' },
  ],
  deleteSecretSet: [({ secrets }) => secrets.delete('support-line-secrets'), { status: 'OK' }],
  deleteSecret: [({ secrets }) => secrets.deleteKey(request.secretSet, 'KEPT'), { status: 'OK' }],
  startSession: [
    ({ sessions }) => sessions.start(NAME, { createDailyRoom: true }),
    { dailyRoom: expect.any(String) },
  ],
  sessionProxyGet: [proxied('GET'), { method: 'GET', path: '/api/offer' }],
  sessionProxyPost: [proxied('POST', { sdp: 'x' }), { method: 'POST', body: { sdp: 'x' } }],
  sessionProxyPut: [proxied('PUT', { sdp: 'x' }), { method: 'PUT', body: { sdp: 'x' } }],
  sessionProxyPatch: [proxied('PATCH', { sdp: 'x' }), { method: 'PATCH', body: { sdp: 'x' } }],
  sessionProxyDelete: [proxied('DELETE'), { method: 'DELETE' }],
  sessionProxyOptions: [proxied('OPTIONS'), { method: 'OPTIONS', path: '/api/offer' }],
  sessionProxyHead: [proxied('HEAD'), ''],
}

/** An emulator with an agent that is ready, a session of it, and an upload. */
async function prepared() {
  const all = await emulated({}, { retries: 0 })
  const { emulator, pipecat, answered } = all
  await pipecat.secrets.set(request.secretSet, { secrets: [{ secretKey: 'KEPT', secretValue: 'x' }] })
  await pipecat.secrets.waitUntilReady(request.secretSet, { interval: 5 })
  await pipecat.agents.create(request)
  await pipecat.agents.waitUntilReady(NAME, { interval: 5 })
  const { sessionId = '' } = await pipecat.sessions.start(NAME)
  const { uploadId, uploadUrl, uploadFields } = await pipecat.builds.createUploadUrl({ region: 'us-west' })
  const form = new FormData()
  for (const [name, value] of Object.entries(uploadFields)) form.append(name, value)
  form.append('file', new Blob([gzipSync(Buffer.alloc(10_240))], { type: 'application/gzip' }))
  await fetch(uploadUrl, { method: 'POST', body: form })
  return { emulator, pipecat, given: { sessionId, uploadId }, answered, before: answered.length }
}

test.each(routes.map(({ id, method, path }) => [id, method, path] as const))(
  '%s reaches the emulator, with a request and a response that are valid',
  async (id, method, path) => {
    const { pipecat, given, answered, before } = await prepared()
    const [use, want] = table[id]!
    const got = await use(pipecat, given)
    if (typeof want === 'string') expect(got).toBe(want)
    else expect(got).toMatchObject(want as object)
    const sent = answered.slice(before)
    expect(sent).toHaveLength(1)
    const pattern = `^${method} /v1(?:/public)?${path.replaceAll(/\{path\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+')} 20[012]$`
    expect(sent[0]).toMatch(new RegExp(pattern))
  },
)

test('the table has every operation of the document', () => {
  expect(Object.keys(table).toSorted()).toEqual(routes.map(({ id }) => id).toSorted())
})
