import type { OperationId } from '../../../src/emulator/index.js'
import type { PipecatCloud } from '../../../src/index.js'
import { IMAGE, NAME, SET, type World } from './world.js'

/** What a user asks of the client, and what the documentation says of it. */
export interface Operation {
  /** The operation of the API that faults strike. */
  readonly id: OperationId
  readonly use: (pipecat: PipecatCloud, world: World, signal: AbortSignal) => PromiseLike<unknown>
  /** What it gives when it succeeds. */
  readonly want: unknown
  /** What there is more, or less, once it has had its effect. */
  readonly effect: Readonly<Partial<Counts>>
  /**
   * `repeatable`: to do it again changes nothing. `once`: each request has an effect of its own. `settled`: a create, whose name tells
   * whether it was made.
   */
  readonly nature: 'repeatable' | 'once' | 'settled'
  /** Whether the answer is that of a bot, which is given as it is. */
  readonly isProxied?: boolean
  /** Whether the document lets an empty object pass for an answer. */
  readonly takesEmpty?: boolean
  /** Whether the document has no answer with the status 200, so that what has it is what its content type says. */
  readonly takesNo200?: boolean
  /** Whether a second request finds nothing left to do, which is a 404. */
  readonly isGoneAfter?: boolean
  /** Whether faults strike a call that only looks whether there is something, which there is not. */
  readonly isPrelude?: boolean
}

/** How much there is of what. */
export interface Counts {
  readonly agents: number
  readonly deployments: number
  readonly secretSets: number
  readonly secrets: number
  readonly builds: number
  readonly sessions: number
  readonly runningSessions: number
  readonly requestsToBots: number
}

const created = { serviceName: 'another', image: IMAGE, secretSet: SET, autoScaling: { maxAgents: 3 } }
const redeployed = { serviceName: NAME, image: 'your-dockername/voice-starter:0.2', secretSet: SET }
const quick = { interval: 1 }

const proxied =
  (method: 'GET' | 'POST'): Operation['use'] =>
  async ({ sessions }, { sessionId }, signal) => {
    const body = method === 'POST' ? { body: { sdp: 'x' } } : {}
    const response = await sessions.request(NAME, sessionId, 'api/offer', { method, signal, ...body })
    return { status: response.status, text: await response.text() }
  }

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Every kind of operation by its name. */
export const operations: Readonly<Record<string, Operation>> = {
  'create an agent': {
    id: 'createAgent',
    use: ({ agents }) => agents.create(created),
    want: { name: 'another', autoScaling: { maxReplicas: 3 } },
    effect: { agents: 1, deployments: 1 },
    nature: 'settled',
  },
  'read an agent': {
    id: 'getAgent',
    use: ({ agents }) => agents.get(NAME),
    want: { name: NAME, ready: true },
    effect: {},
    nature: 'repeatable',
  },
  'list agents': {
    id: 'listAgents',
    use: ({ agents }) => agents.list(),
    want: { services: [{ name: NAME }] },
    effect: {},
    nature: 'repeatable',
  },
  'iterate over sessions': {
    id: 'listSessions',
    use: ({ sessions }) => collected(sessions.list(NAME, { limit: 1 })),
    want: [{ endedAt: null }],
    effect: {},
    nature: 'repeatable',
  },
  'update an agent': {
    id: 'updateAgent',
    use: ({ agents }) => agents.update(NAME, { image: redeployed.image }),
    want: { name: NAME, deployment: { manifest: { spec: { image: redeployed.image } } } },
    effect: { deployments: 1 },
    nature: 'repeatable',
  },
  'update an agent by force': {
    id: 'updateAgent',
    use: ({ agents }) => agents.update(NAME, { forceRedeploy: true }),
    want: { name: NAME },
    effect: { deployments: 1 },
    nature: 'once',
  },
  'delete an agent': {
    id: 'deleteAgent',
    use: ({ agents }) => agents.delete(NAME),
    want: { status: 'OK' },
    effect: { agents: -1, deployments: -1 },
    nature: 'repeatable',
    isGoneAfter: true,
  },
  'set secrets': {
    id: 'upsertSecretSet',
    use: ({ secrets }) => secrets.set('more', { secrets: [{ secretKey: 'A', secretValue: 'b' }] }),
    want: { status: 'OK', region: 'us-west' },
    effect: { secretSets: 1, secrets: 1 },
    nature: 'repeatable',
    takesNo200: true,
  },
  'delete a secret': {
    id: 'deleteSecret',
    use: ({ secrets }) => secrets.deleteKey(SET, 'DOOMED'),
    want: { status: 'OK' },
    effect: { secrets: -1 },
    nature: 'repeatable',
    isGoneAfter: true,
  },
  'delete a secret set': {
    id: 'deleteSecretSet',
    use: ({ secrets }) => secrets.delete('support-line-secrets'),
    want: { status: 'OK' },
    effect: { secretSets: -1, secrets: -2 },
    nature: 'repeatable',
    isGoneAfter: true,
  },
  'set properties': {
    id: 'updateProperties',
    use: ({ properties }) => properties.update({ defaultRegion: 'eu-central' }),
    want: { properties: { defaultRegion: { currentValue: 'eu-central' } } },
    effect: {},
    nature: 'repeatable',
  },
  'create a build': {
    id: 'createBuild',
    use: ({ builds }, { uploadId }) => builds.create({ uploadId, region: 'us-west' }),
    want: { cached: false, build: { region: 'us-west' } },
    effect: { builds: 1 },
    nature: 'once',
  },
  'start a session': {
    id: 'startSession',
    use: ({ sessions }) => sessions.start(NAME),
    want: {},
    effect: { sessions: 1, runningSessions: 1 },
    nature: 'once',
    takesEmpty: true,
  },
  'stop a session': {
    id: 'stopSession',
    use: ({ sessions }, { sessionId }) => sessions.stop(NAME, sessionId),
    want: { status: 'terminated' },
    effect: { runningSessions: -1 },
    nature: 'repeatable',
    isGoneAfter: true,
  },
  'GET from a bot': {
    id: 'sessionProxyGet',
    use: proxied('GET'),
    want: { status: 200 },
    effect: { requestsToBots: 1 },
    nature: 'repeatable',
    isProxied: true,
  },
  'POST to a bot': {
    id: 'sessionProxyPost',
    use: proxied('POST'),
    want: { status: 200 },
    effect: { requestsToBots: 1 },
    nature: 'once',
    isProxied: true,
  },
  'deploy an agent, as it is looked for': {
    id: 'getAgent',
    use: ({ agents }) => agents.deploy(created, quick),
    want: { name: 'another', ready: true },
    effect: { agents: 1, deployments: 1 },
    nature: 'repeatable',
    isPrelude: true,
  },
  'deploy an agent, as it is created': {
    id: 'createAgent',
    use: ({ agents }) => agents.deploy(created, quick),
    want: { name: 'another', ready: true },
    effect: { agents: 1, deployments: 1 },
    nature: 'settled',
  },
  'deploy an agent, as it is updated': {
    id: 'updateAgent',
    use: ({ agents }) => agents.deploy(redeployed, quick),
    want: { name: NAME, ready: true, deployment: { manifest: { spec: { image: redeployed.image } } } },
    effect: { deployments: 1 },
    nature: 'repeatable',
  },
  'deploy an agent by force, as it is updated': {
    id: 'updateAgent',
    use: ({ agents }) => agents.deploy({ ...redeployed, forceRedeploy: true }, quick),
    want: { name: NAME, ready: true },
    effect: { deployments: 1 },
    nature: 'once',
  },
}
