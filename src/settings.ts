import { checkOptions } from './check-options.js'
import { ApiKey, keyFromEnvironment } from './key.js'
import type { CallOptions, ValidationMode, ValidationWarning } from './options.js'
import { VERSION } from './version.js'

/** Options with every default filled in. */
export interface Settings {
  readonly key: ApiKey
  readonly baseUrl: string | undefined
  readonly fetch: ((request: Request) => Promise<Response>) | undefined
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | null>>
  readonly timeout: number
  readonly signals: readonly AbortSignal[]
  readonly validate: { readonly requests: ValidationMode; readonly responses: ValidationMode }
  readonly onWarning: (warning: ValidationWarning) => void
}

type Defaults = Omit<Settings, 'key'>

const DEFAULTS: Defaults = {
  baseUrl: undefined,
  fetch: undefined,
  // Some edges refuse requests that do not name a program of their own.
  headers: { 'user-agent': `pipecat-cloud-client/${VERSION}` },
  timeout: 60_000,
  signals: [],
  validate: { requests: 'throw', responses: 'warn' },
  onWarning: (warning) => console.warn(warning.message),
}

/**
 * The settings of a client.
 * @throws ConfigurationError if an option is not what it has to be, or there is no key.
 */
export function clientSettings(options: CallOptions): Settings {
  checkOptions(options)
  const key = options.apiKey === undefined ? keyFromEnvironment() : new ApiKey(options.apiKey)
  return { ...merged(DEFAULTS, options), key }
}

/**
 * The settings of a call of a client.
 * @throws ConfigurationError if an option is not what it has to be.
 */
export function callSettings(client: Settings, options: CallOptions): Settings {
  checkOptions(options)
  const key = options.apiKey === undefined ? client.key : new ApiKey(options.apiKey)
  return { ...merged(client, options), key }
}

function merged(
  base: Defaults,
  { baseUrl, fetch, headers, timeout, signal, validate, onWarning }: CallOptions,
): Defaults {
  return {
    baseUrl: baseUrl ?? base.baseUrl,
    fetch: fetch ?? base.fetch,
    headers: { ...base.headers, ...lowerCased(headers) },
    timeout: timeout ?? base.timeout,
    signals: signal === undefined ? base.signals : [...base.signals, signal],
    validate: {
      requests: validate?.requests ?? base.validate.requests,
      responses: validate?.responses ?? base.validate.responses,
    },
    onWarning: onWarning ?? base.onWarning,
  }
}

function lowerCased(headers: CallOptions['headers'] = {}): Record<string, string | null> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers)
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  )
}
