import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { inspect } from 'node:util'
import { defaultBuilds, defaultRegions, defaultSecretSets } from './defaults.js'
import type { Build, SecretSet } from './state.js'
import type { Tokens } from './tokens.js'

/** An answered request. */
export interface AnsweredRequest {
  readonly method: string
  /** Path of the URL, without the query. */
  readonly path: string
  /** Status of the response. */
  readonly status: number
}

/** How an emulator behaves, and what it knows at its start. */
export interface EmulatorOptions {
  /** Port to listen on, 0 for any that is free. Default: 0. */
  readonly port?: number | undefined
  /** Address to listen on; only loopback addresses are allowed. Default: `127.0.0.1`. */
  readonly host?: string | undefined
  /** The keys to let in. Default: any bearer token. */
  readonly tokens?: Tokens | undefined
  /** Milliseconds from the creation of an agent until it is ready. Default: 1000. */
  readonly readyAfter?: number | undefined
  /** Tells the time that agents are created at and become ready by. Default: the system's clock. */
  readonly now?: (() => Date) | undefined
  /** Codes of the regions. One of them, `us-west` if it is there and else the first, is the default of requests. Default: the documented ones. */
  readonly regions?: readonly string[] | undefined
  /** The secret sets and image pull secret sets. Default: those that the documented requests name, ready. */
  readonly secretSets?: readonly SecretSet[] | undefined
  /** The cloud builds. Default: the one that a documented request names, successful. */
  readonly builds?: readonly Build[] | undefined
  /** Name of the organization, which is the namespace in manifests. Default: `tiny-ferret-maroon-123`. */
  readonly namespace?: string | undefined
  /** Ids are random, unless this is given: then they are the same in each run. */
  readonly seed?: string | undefined
  /** Called after each request that was answered. Default: nothing. */
  readonly onRequest?: ((request: AnsweredRequest) => void) | undefined
  /** Called with what made the emulator answer with status 500. Default: prints it to standard error. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Options with their defaults filled in. */
export type Settings = { readonly [K in keyof EmulatorOptions]-?: Exclude<EmulatorOptions[K], undefined> }

/**
 * Fills in the defaults.
 * @throws TypeError if an option has a value that it cannot have.
 */
export function settle(options: EmulatorOptions): Settings {
  const settings = withDefaults(options)
  const { port, host, readyAfter, regions } = settings
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535
  demand(isPort, 'port', 'a whole number from 0 to 65535', port)
  demand(isLoopback(host), 'host', 'a loopback address, such as 127.0.0.1', host)
  demand(
    readyAfter >= 0 && readyAfter < Infinity,
    'readyAfter',
    'a number of milliseconds, 0 or more',
    readyAfter,
  )
  demand(regions.length > 0, 'regions', 'a list with at least one region', regions)
  return settings
}

function withDefaults({
  port = 0,
  host = '127.0.0.1',
  tokens = {},
  readyAfter = 1000,
  now = () => new Date(),
  regions = defaultRegions,
  secretSets = defaultSecretSets,
  builds = defaultBuilds,
  namespace = 'tiny-ferret-maroon-123',
  seed = randomUUID(),
  onRequest = () => {},
  onError = console.error,
}: EmulatorOptions): Settings {
  return {
    port,
    host,
    tokens,
    readyAfter,
    now,
    regions,
    secretSets,
    builds,
    namespace,
    seed,
    onRequest,
    onError,
  }
}

/** Whether a host is a loopback address (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). A name could stand for any address. */
function isLoopback(host: string): boolean {
  return host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function demand(holds: boolean, option: string, expected: string, found: unknown): void {
  if (!holds) throw new TypeError(`The option ${option} must be ${expected}, but is ${inspect(found)}`)
}
