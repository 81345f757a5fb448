import { randomUUID } from 'node:crypto'
import { defaultBuilds, defaultBuildLogs, defaultRegions, defaultSecretSets } from './defaults.js'
import { echo } from './echo.js'
import type { FailingBuild, FailingSecretSet } from './failing-resources.js'
import type { FailingRule } from './failing.js'
import type { StruckFault } from './faults/fault.js'
import type { Build, SecretSet, StoredSession } from './state.js'
import type { Tokens } from './tokens.js'

/** An answered request. */
export interface AnsweredRequest {
  readonly method: string
  /** Path of the URL, without the query. */
  readonly path: string
  /** Status of the response. */
  readonly status: number
}

/** Answers a request that is sent to a session as its bot would. */
export type Bot = (request: Request, session: StoredSession) => Response | Promise<Response>

/** How an emulator behaves, and what it knows at its start. */
export interface EmulatorOptions {
  /** Port to listen on, 0 for any that is free. Default: 0. */
  readonly port?: number | undefined
  /** Address to listen on; only loopback addresses are allowed. Default: `127.0.0.1`. */
  readonly host?: string | undefined
  /** The keys to let in. Default: any bearer token. */
  readonly tokens?: Tokens | undefined
  /** Milliseconds from the creation of a deployment until it is ready, or has failed. Default: 1000. */
  readonly readyAfter?: number | undefined
  /** Milliseconds from a change of a secret set until it is ready, or has failed. Default: 1000. */
  readonly provisionAfter?: number | undefined
  /** Milliseconds from the creation of a build until it is over. Default: 1000. */
  readonly buildAfter?: number | undefined
  /** Milliseconds until the bot of a session is up that has to wait for an instance. Default: 10000. */
  readonly coldStartAfter?: number | undefined
  /** Milliseconds until the bot of a session is up that finds an instance. Default: 1000. */
  readonly warmStartAfter?: number | undefined
  /** Milliseconds that a session lasts which nobody ends. Default: as long as the agent's `maxSessionDuration` lets it. */
  readonly sessionDuration?: number | undefined
  /** Which deployments fail, and why. Default: none. */
  readonly failing?: readonly FailingRule[] | undefined
  /** Which secret sets cannot be provisioned. Default: none. */
  readonly failingSecretSets?: readonly FailingSecretSet[] | undefined
  /** Which builds fail. A build whose Dockerfile was not uploaded fails in any case. Default: none. */
  readonly failingBuilds?: readonly FailingBuild[] | undefined
  /** The most bytes that may be uploaded for a build. Default: 524288000, which is 500 MB. */
  readonly maxUploadBytes?: number | undefined
  /** What a build prints, evenly over its time. Default: the lines of a build with three steps. */
  readonly buildLogs?: readonly string[] | undefined
  /** What the bot of a session prints once it is up, a line a second. Default: a line. */
  readonly sessionLogs?: readonly string[] | undefined
  /** Answers the requests that are sent to sessions. Default: it tells what it got. */
  readonly bot?: Bot | undefined
  /** Tells the time that the emulator's clock goes with. Default: the system's clock. */
  readonly now?: (() => Date) | undefined
  /** `system`: the clock goes by itself. `manual`: it stands still, and only a test moves it. Default: `system`. */
  readonly clock?: 'system' | 'manual' | undefined
  /** Codes of the regions. One of them, `us-west` if it is there and else the first, is the default of requests. Default: the documented ones. */
  readonly regions?: readonly string[] | undefined
  /** Codes of the regions that have cloud builds. Default: all. */
  readonly buildRegions?: readonly string[] | undefined
  /** The secret sets and image pull secret sets. Default: those that the documented requests name, ready. */
  readonly secretSets?: readonly SecretSet[] | undefined
  /** The cloud builds. Default: the one that a documented request names, successful. */
  readonly builds?: readonly Build[] | undefined
  /** Name of the organization, which is the namespace in manifests. Default: `tiny-ferret-maroon-123`. */
  readonly namespace?: string | undefined
  /** Ids, and the chances of faults, are random, unless this is given: then they are the same in each run. */
  readonly seed?: string | undefined
  /**
   * A state that was saved, as `snapshot` gives it or as JSON gives it back. It takes the place of `regions`, `secretSets` and
   * `builds`, and of the default of `seed`; the clock does not run behind its time. Default: none.
   */
  readonly state?: unknown
  /** Called after each request that was answered. Default: nothing. */
  readonly onRequest?: ((request: AnsweredRequest) => void) | undefined
  /** Called after each fault that has struck. Default: nothing. */
  readonly onFault?: ((fault: StruckFault) => void) | undefined
  /** Called with what made the emulator answer with status 500. Default: prints it to standard error. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Options with their defaults filled in. */
export type Settings = {
  readonly [K in Exclude<keyof EmulatorOptions, 'state' | 'buildRegions' | 'sessionDuration'>]-?: Exclude<
    EmulatorOptions[K],
    undefined
  >
} & Pick<EmulatorOptions, 'state' | 'buildRegions' | 'sessionDuration'>

/** Fills in the defaults. */
export function withDefaults(options: EmulatorOptions): Settings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return { ...DEFAULTS, seed: randomUUID(), ...(Object.fromEntries(given) as Partial<Settings>) } // What is left of the options.
}

const DEFAULTS: Omit<Settings, 'seed'> = {
  port: 0,
  host: '127.0.0.1',
  tokens: {},
  readyAfter: 1000,
  provisionAfter: 1000,
  buildAfter: 1000,
  coldStartAfter: 10_000,
  warmStartAfter: 1000,
  failing: [],
  failingSecretSets: [],
  failingBuilds: [],
  maxUploadBytes: 500 * 1024 * 1024,
  buildLogs: defaultBuildLogs,
  sessionLogs: ['Bot is up'],
  bot: echo,
  now: () => new Date(),
  clock: 'system',
  regions: defaultRegions,
  secretSets: defaultSecretSets,
  builds: defaultBuilds,
  namespace: 'tiny-ferret-maroon-123',
  onRequest: () => {},
  onFault: () => {},
  // Looked up when it is needed: a test may have put another in its place.
  onError: (error) => console.error(error),
}
