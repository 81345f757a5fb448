import {
  validateCreateAgentRequest,
  validateDeploymentManifest,
  validateSessionMeeting,
} from '../../generated/validators/index.js'
import {
  type Decode,
  DecodeError,
  fail,
  flag,
  list,
  object,
  oneOf,
  optional,
  quantity,
  text,
  time,
  valid,
} from './decode.js'
import type { Failure } from './failing.js'
import type {
  Build,
  SecretSet,
  SessionEnd,
  StoredAgent,
  StoredDeployment,
  StoredLine,
  StoredSession,
  Upload,
  UploadedContent,
} from './state.js'

const secretSet = object<SecretSet>({
  name: text,
  region: text,
  type: optional(oneOf('secret', 'imagePullSecret')),
  status: optional(oneOf('pending', 'ready', 'failed')),
  errorMessage: optional(text),
  secrets: optional(list(text)),
  host: optional(text),
  changedAt: optional(time),
  provisionAfter: optional(quantity),
})

const build = object<Build>({
  id: text,
  region: text,
  status: optional(oneOf('pending', 'building', 'success', 'failed', 'timeout')),
  contextHash: optional(text),
  dockerfilePath: optional(text),
  contextSizeBytes: optional(quantity),
  errorMessage: optional(text),
  logs: optional(list(text)),
  createdAt: optional(time),
  buildAfter: optional(quantity),
})

const upload = object<Upload>({
  id: text,
  region: text,
  expiresAt: time,
  maxBytes: quantity,
  content: optional(
    object<UploadedContent>({ contextHash: text, size: quantity, files: optional(list(text)) }),
  ),
})

const failure = object<Failure>({
  reason: text,
  message: optional(text),
  exitCode: optional(quantity),
  code: optional(text),
  hasInfrastructureIssue: optional(flag),
})

const deployment = object<StoredDeployment>({
  id: text,
  manifest: valid(validateDeploymentManifest),
  createdAt: time,
  updatedAt: time,
  readyAfter: quantity,
  failure: optional(failure),
})

const agent = object<StoredAgent>({
  id: text,
  region: text,
  request: valid(validateCreateAgentRequest),
  createdAt: time,
  updatedAt: time,
  deployment,
  earlier: list(deployment),
})

const session = object<StoredSession>({
  id: text,
  agentName: text,
  serviceId: text,
  deploymentId: text,
  startedAt: optional(time),
  coldStart: flag,
  botStartAfter: quantity,
  duration: quantity,
  ended: optional(object<SessionEnd>({ at: time, status: text })),
  body: optional(anyObject),
  logs: list(text),
  meetings: list(valid(validateSessionMeeting)),
})

const line = object<StoredLine>({
  at: time,
  log: text,
  serviceId: text,
  deploymentId: text,
  sessionId: optional(text),
})

/** A saved state of this version. */
const snapshotForm = object({
  version: onlyVersion,
  savedAt: time,
  seed: text,
  idCount: quantity,
  regions: regionList,
  properties: object<{ defaultRegion: string }>({ defaultRegion: text }),
  secretSets: keyed(secretSet, ({ name }) => name),
  builds: keyed(build, ({ id }) => id),
  uploads: keyed(upload, ({ id }) => id),
  agents: keyed(agent, ({ request }) => request.serviceName),
  sessions: keyed(session, ({ id }) => id),
  lines: list(line),
})

/** A saved state of this version, with times as times and lists by their keys, whose parts go together. */
export const snapshot: Decode<ReturnType<typeof snapshotForm>> = (value, pointer) => {
  const decoded = snapshotForm(value, pointer)
  const { regions, properties } = decoded
  oneOf(...regions)(properties.defaultRegion, `${pointer}/properties/defaultRegion`)
  return decoded
}

function onlyVersion(value: unknown, pointer: string): 1 {
  return value === 1 ? value : fail(pointer, '1, the version that this emulator reads', value)
}

function regionList(value: unknown, pointer: string): string[] {
  const regions = list(text)(value, pointer)
  return regions.length > 0 ? regions : fail(pointer, 'an array with at least one region', value)
}

function anyObject(value: unknown, pointer: string): { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(pointer, 'an object', value)
  }
  return Object.fromEntries(Object.entries(value))
}

/** An array of things that each have a key of their own. */
function keyed<T>(decode: Decode<T>, keyOf: (item: T) => string): Decode<Map<string, T>> {
  return (value, pointer) => {
    const items = list(decode)(value, pointer)
    const map = new Map(items.map((item) => [keyOf(item), item]))
    if (map.size === items.length) return map
    const keys = items.map(keyOf)
    const twice = keys.findIndex((key, index) => keys.indexOf(key) < index)
    throw new DecodeError([
      { pointer: `${pointer}/${twice}`, message: `is a second ${JSON.stringify(keys[twice])}` },
    ])
  }
}
