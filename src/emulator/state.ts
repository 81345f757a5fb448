import type { CreateAgentRequest, DeploymentManifest } from '../../generated/types/index.js'

/** A secret set or image pull secret set. The two share one space of names. */
export interface SecretSet {
  readonly name: string
  /** Code of the region that the set is in. */
  readonly region: string
  /** Which member of a request may name the set: `secretSet`, or `imagePullSecretSet`. Default: `secret`. */
  readonly type?: 'secret' | 'imagePullSecret' | undefined
  /** Only a set that is `ready` can be used. Default: `ready`. */
  readonly status?: 'pending' | 'ready' | 'failed' | undefined
}

/** A cloud build. */
export interface Build {
  /** A UUID. */
  readonly id: string
  /** Code of the region that the build is in. */
  readonly region: string
  /** Only a build that is a `success` can be deployed. Default: `success`. */
  readonly status?: 'pending' | 'building' | 'success' | 'failed' | 'timeout' | undefined
}

/** An agent as the emulator holds it. What the API says of it follows from this and from the time. */
export interface StoredAgent {
  readonly id: string
  /** Code of the region, also where the request did not name one. */
  readonly region: string
  /** The request that created the agent, as it was sent. */
  readonly request: CreateAgentRequest
  readonly createdAt: Date
  readonly deployment: StoredDeployment
}

/** The deployment of an agent. */
export interface StoredDeployment {
  readonly id: string
  readonly manifest: DeploymentManifest
  readonly createdAt: Date
}

/** All that an emulator knows, to be looked into. */
export interface EmulatorState {
  /** Codes of the regions. */
  readonly regions: readonly string[]
  /** By name. */
  readonly secretSets: ReadonlyMap<string, SecretSet>
  /** By id. */
  readonly builds: ReadonlyMap<string, Build>
  /** By name. */
  readonly agents: ReadonlyMap<string, StoredAgent>
}

/** All that an emulator knows, to be changed by its operations. */
export interface State extends EmulatorState {
  readonly agents: Map<string, StoredAgent>
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
    secretSets: new Map(secretSets.map((set) => [set.name, set])),
    builds: new Map(builds.map((build) => [build.id, build])),
    agents: new Map(),
  }
}
