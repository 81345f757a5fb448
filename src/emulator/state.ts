import type { CreateAgentRequest, DeploymentManifest, SessionMeeting } from '../../generated/types/index.js'
import type { Failure } from './failing.js'

/** A secret set or image pull secret set. The two share one space of names. */
export interface SecretSet {
  readonly name: string
  /** Code of the region that the set is in. */
  readonly region: string
  /** Which member of a request may name the set: `secretSet`, or `imagePullSecretSet`. Default: `secret`. */
  readonly type?: 'secret' | 'imagePullSecret' | undefined
  /** What the set is once it is provisioned. Only a set that is `ready` can be used. Default: `ready`. */
  readonly status?: 'pending' | 'ready' | 'failed' | undefined
  /** Why provisioning failed. */
  readonly errorMessage?: string | undefined
  /** The keys in the set. Their values are not kept. Default: none. */
  readonly secrets?: readonly string[] | undefined
  /** Address of the image registry that the credentials are for. */
  readonly host?: string | undefined
  /** When the set was last changed. Default: long ago. */
  readonly changedAt?: Date | undefined
  /** Milliseconds from the change until the set is provisioned; it is `pending` until then. Default: 0. */
  readonly provisionAfter?: number | undefined
}

/** A cloud build. */
export interface Build {
  /** A UUID. */
  readonly id: string
  /** Code of the region that the build is in. */
  readonly region: string
  /** What the build is once it is over. Only a build that is a `success` can be deployed. Default: `success`. */
  readonly status?: 'pending' | 'building' | 'success' | 'failed' | 'timeout' | undefined
  /** Hash of what was uploaded. Default: one made of the id. */
  readonly contextHash?: string | undefined
  /** Path of the Dockerfile in what was uploaded. Default: `Dockerfile`. */
  readonly dockerfilePath?: string | undefined
  /** Size of what was uploaded. Default: unknown. */
  readonly contextSizeBytes?: number | undefined
  /** Why the build failed. */
  readonly errorMessage?: string | undefined
  /** What it prints. Default: nothing. */
  readonly logs?: readonly string[] | undefined
  /** Default: 1970-01-01T00:00:00Z. */
  readonly createdAt?: Date | undefined
  /** Milliseconds from the creation until the build is over: a quarter of them `pending`, then `building`. Default: 0. */
  readonly buildAfter?: number | undefined
}

/** An agent as the emulator holds it. What the API says of it follows from this and from the time. */
export interface StoredAgent {
  readonly id: string
  /** Code of the region, also where the request did not name one. */
  readonly region: string
  /** The request that created the agent, as it was sent, with what updates have changed. */
  readonly request: CreateAgentRequest
  readonly createdAt: Date
  readonly updatedAt: Date
  /** The deployment that was asked for last. */
  readonly deployment: StoredDeployment
  /** Those before it, the oldest first. */
  readonly earlier: readonly StoredDeployment[]
}

/** The deployment of an agent. */
export interface StoredDeployment {
  readonly id: string
  readonly manifest: DeploymentManifest
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Milliseconds from the creation until it is ready, or has failed. */
  readonly readyAfter: number
  /** Why it fails, if it does. */
  readonly failure?: Failure | undefined
}

/** A session as the emulator holds it. */
export interface StoredSession {
  readonly id: string
  readonly agentName: string
  /** Id of the agent. */
  readonly serviceId: string
  readonly deploymentId: string
  /** When it began; absent as long as nobody has connected to the WebSocket that it is for. */
  readonly startedAt?: Date | undefined
  /** Whether it had to wait for an instance to start. */
  readonly coldStart: boolean
  /** Milliseconds until its bot is up. */
  readonly botStartAfter: number
  /** Milliseconds that it lasts if nobody ends it. */
  readonly duration: number
  /** How it was ended, if somebody has. */
  readonly ended?: SessionEnd | undefined
  /** The data for the bot. */
  readonly body?: { readonly [key: string]: unknown } | undefined
  /** What its bot prints, a line a second. */
  readonly logs: readonly string[]
  readonly meetings: readonly SessionMeeting[]
}

/** The end of a session. */
export interface SessionEnd {
  readonly at: Date
  /** `HTTP_COMPLETED`, `HTTP_ERROR`, `WS_CONNECTION_CLOSED`, or a status of HTTP such as `500`. */
  readonly status: string
}

/** A place to upload the context of a build to, and what was uploaded. */
export interface Upload {
  readonly id: string
  /** Code of the region. */
  readonly region: string
  readonly expiresAt: Date
  /** The most bytes that may be uploaded. */
  readonly maxBytes: number
  /** Absent as long as nothing was uploaded. */
  readonly content?: UploadedContent | undefined
}

/** What was uploaded for a build. */
export interface UploadedContent {
  /** The first 16 hexadecimal digits of the MD5 of the archive. */
  readonly contextHash: string
  readonly size: number
  /** Paths of the files in the archive; absent if it is no gzipped tar archive. */
  readonly files?: readonly string[] | undefined
}

/** A line that was printed. */
export interface StoredLine {
  readonly at: Date
  readonly log: string
  /** Id of the agent. */
  readonly serviceId: string
  readonly deploymentId: string
  readonly sessionId?: string | undefined
}

/** All that an emulator knows, to be looked into. */
export interface EmulatorState {
  /** Codes of the regions. */
  readonly regions: readonly string[]
  /** The properties of the organization. */
  readonly properties: { readonly defaultRegion: string }
  /** By name. */
  readonly secretSets: ReadonlyMap<string, SecretSet>
  /** By id. */
  readonly builds: ReadonlyMap<string, Build>
  /** By id. */
  readonly uploads: ReadonlyMap<string, Upload>
  /** By name. */
  readonly agents: ReadonlyMap<string, StoredAgent>
  /** By id. */
  readonly sessions: ReadonlyMap<string, StoredSession>
  /** What tests made agents print. What agents print by themselves follows from their deployments and sessions. */
  readonly lines: readonly StoredLine[]
}

/** All that an emulator knows, to be changed by its operations. */
export interface State extends EmulatorState {
  readonly properties: { defaultRegion: string }
  readonly secretSets: Map<string, SecretSet>
  readonly builds: Map<string, Build>
  readonly uploads: Map<string, Upload>
  readonly agents: Map<string, StoredAgent>
  readonly sessions: Map<string, StoredSession>
  readonly lines: StoredLine[]
  /** How many ids were made. */
  readonly ids: { count: number }
}

/** What an emulator knows at its start. */
export interface InitialState {
  readonly regions: readonly string[]
  readonly secretSets: readonly SecretSet[]
  readonly builds: readonly Build[]
}

/** The state at the start: no agents yet. Of sets with the same name and builds with the same id the last holds. */
export function createState({ regions, secretSets, builds }: InitialState): State {
  return {
    regions: [...regions],
    properties: { defaultRegion: defaultRegion(regions) },
    secretSets: new Map(secretSets.map((set) => [set.name, set])),
    builds: new Map(builds.map((build) => [build.id, build])),
    uploads: new Map(),
    agents: new Map(),
    sessions: new Map(),
    lines: [],
    ids: { count: 0 },
  }
}

/** `us-west`, which the document says; an emulator that was given other regions has its first for the default. */
export function defaultRegion(regions: readonly string[]): string {
  return regions.find((region) => region === 'us-west') ?? regions[0]!
}
