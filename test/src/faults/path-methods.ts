import type { PipecatCloud } from '../../../src/index.js'

/** Stands for the value that a case gives, in a path. */
export const HERE: unique symbol = Symbol('value')

/** A method that takes a path parameter: the path that it requests, and a call that gives it the value. */
export interface Method {
  readonly path: readonly (string | typeof HERE)[]
  readonly call: (pipecat: PipecatCloud, value: string) => PromiseLike<unknown>
  /** Whether the value is a path of its own, whose slashes are what they are. */
  readonly isPath?: boolean
  /** What is requested after that, where it is answered that there is nothing. */
  readonly next?: string
}

const ID = '7b0d9a52-6f0e-4f43-9d51-6a3c3e7d1d11'
const agent: Method['path'] = ['v1', 'agents', HERE]
const ofSession: Method['path'] = ['v1', 'public', 'a-1', 'sessions', ID]
const secrets = { secrets: [{ secretKey: 'A', secretValue: 'b' }] }
const credentials = { host: 'https://index.docker.io/v1/', username: 'a', password: 'b' }

/** Every method of the client that takes a path parameter, once for each of them. */
export const methods: Readonly<Record<string, Method>> = {
  'agents.get': { path: agent, call: ({ agents }, value) => agents.get(value) },
  'agents.update': { path: agent, call: ({ agents }, value) => agents.update(value, { nodeType: 'arm' }) },
  'agents.update by force': {
    path: agent,
    call: ({ agents }, value) => agents.update(value, { forceRedeploy: true }),
  },
  'agents.delete': { path: agent, call: ({ agents }, value) => agents.delete(value) },
  'agents.logs': { path: [...agent, 'logs'], call: ({ agents }, value) => agents.logs(value) },
  'agents.logs, followed': {
    path: [...agent, 'logs'],
    call: ({ agents }, value) => agents.logs(value, { follow: true })[Symbol.asyncIterator]().next(),
  },
  'agents.waitUntilReady': { path: agent, call: ({ agents }, value) => agents.waitUntilReady(value) },
  'agents.deploy': {
    path: agent,
    call: ({ agents }, value) => agents.deploy({ serviceName: value, image: 'a/b:1' }),
    next: 'POST /v1/agents HTTP/1.1',
  },
  'sessions.start': {
    path: ['v1', 'public', HERE, 'start'],
    call: ({ sessions }, value) => sessions.start(value),
  },
  'sessions.list': { path: [...agent, 'sessions'], call: ({ sessions }, value) => sessions.list(value) },
  'sessions.get, agent': {
    path: [...agent, 'sessions', ID],
    call: ({ sessions }, value) => sessions.get(value, ID),
  },
  'sessions.get, session': {
    path: ['v1', 'agents', 'a-1', 'sessions', HERE],
    call: ({ sessions }, value) => sessions.get('a-1', value),
  },
  'sessions.stop, agent': {
    path: [...agent, 'sessions', ID],
    call: ({ sessions }, value) => sessions.stop(value, ID),
  },
  'sessions.stop, session': {
    path: ['v1', 'agents', 'a-1', 'sessions', HERE],
    call: ({ sessions }, value) => sessions.stop('a-1', value),
  },
  'sessions.request, agent': {
    path: ['v1', 'public', HERE, 'sessions', ID, 'offer'],
    call: ({ sessions }, value) => sessions.request(value, ID, 'offer'),
  },
  'sessions.request, session': {
    path: ['v1', 'public', 'a-1', 'sessions', HERE, 'offer'],
    call: ({ sessions }, value) => sessions.request('a-1', value, 'offer'),
  },
  'sessions.request, path': {
    path: [...ofSession, HERE],
    call: ({ sessions }, value) => sessions.request('a-1', ID, value),
    isPath: true,
  },
  'sessions.request, part of a path': {
    path: [...ofSession, 'api', HERE, 'offer'],
    call: ({ sessions }, value) => sessions.request('a-1', ID, `/api/${value}/offer`, { method: 'DELETE' }),
    isPath: true,
  },
  'secrets.get': { path: ['v1', 'secrets', HERE], call: (it, value) => it.secrets.get(value) },
  'secrets.set': { path: ['v1', 'secrets', HERE], call: (it, value) => it.secrets.set(value, secrets) },
  'secrets.setImagePullCredentials': {
    path: ['v1', 'secrets', HERE],
    call: (it, value) => it.secrets.setImagePullCredentials(value, credentials),
  },
  'secrets.delete': { path: ['v1', 'secrets', HERE], call: (it, value) => it.secrets.delete(value) },
  'secrets.deleteKey, set': {
    path: ['v1', 'secrets', HERE, 'KEY'],
    call: (it, value) => it.secrets.deleteKey(value, 'KEY'),
  },
  'secrets.deleteKey, key': {
    path: ['v1', 'secrets', 'a-set', HERE],
    call: (it, value) => it.secrets.deleteKey('a-set', value),
  },
  'builds.get': { path: ['v1', 'builds', HERE], call: ({ builds }, value) => builds.get(value) },
  'builds.logs': { path: ['v1', 'builds', HERE, 'logs'], call: ({ builds }, value) => builds.logs(value) },
  'builds.logs, followed': {
    path: ['v1', 'builds', HERE],
    call: ({ builds }, value) => builds.logs(value, { follow: true })[Symbol.asyncIterator]().next(),
  },
}
