import { Limiter } from './call/limiter.js'
import { checkClientOptions, checkOptions } from './check-options.js'
import { ConfigurationError } from './errors/configuration-error.js'
import { isBrowser } from './is-browser.js'
import { findKey, howToGive, type Keys } from './key.js'
import type {
  CallOptions,
  Hooks,
  PipecatCloudOptions,
  RetryOptions,
  ValidationMode,
  ValidationWarning,
} from './options.js'
import { type Redact, redactAll } from './redact.js'
import { VERSION } from './version.js'

/** Options with every default filled in. */
export interface Settings {
  readonly keys: Keys
  /** Takes every key out of text. */
  readonly redact: Redact
  readonly allowPrivateKeyInBrowser: boolean
  readonly baseUrl: string
  readonly fetch: CallOptions['fetch']
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | null>>
  readonly timeout: number
  readonly attemptTimeout: number | undefined
  readonly retries: Retries
  readonly maxResponseBytes: number
  readonly limiter: Limiter
  readonly signals: readonly AbortSignal[]
  readonly validate: { readonly requests: ValidationMode; readonly responses: ValidationMode }
  readonly onWarning: (warning: ValidationWarning) => void
  readonly hooks: readonly Hooks[]
}

/** Retries with every default filled in. */
export type Retries = { readonly [Name in keyof RetryOptions]-?: number }

type Defaults = Omit<Settings, 'keys' | 'redact' | 'limiter' | 'allowPrivateKeyInBrowser'>

const DEFAULTS: Defaults = {
  baseUrl: 'https://api.pipecat.daily.co/v1',
  fetch: undefined,
  // Some edges refuse requests that do not name a program of their own.
  headers: { 'user-agent': `pipecat-cloud-client/${VERSION}` },
  timeout: 60_000,
  attemptTimeout: undefined,
  retries: { limit: 2, minDelay: 500, maxDelay: 8000 },
  maxResponseBytes: 16 * 2 ** 20,
  signals: [],
  validate: { requests: 'throw', responses: 'warn' },
  onWarning: (warning) => console.warn(warning.message),
  hooks: [],
}

const CONCURRENCY = 100

/**
 * The settings of a client.
 * @throws ConfigurationError if an option is not what it has to be, or there is no key.
 */
export function clientSettings(options: PipecatCloudOptions): Settings {
  checkClientOptions(options)
  const keys = {
    private: findKey('private', options.apiKey),
    public: findKey('public', options.publicApiKey),
  }
  if (keys.private === undefined && keys.public === undefined) {
    throw new ConfigurationError(`There is no API key: ${howToGive('private')}`)
  }
  const { allowPrivateKeyInBrowser = false, maxConcurrency = CONCURRENCY } = options
  return {
    ...merged(DEFAULTS, options),
    ...guarded(keys, allowPrivateKeyInBrowser),
    allowPrivateKeyInBrowser,
    limiter: new Limiter(maxConcurrency),
  }
}

/**
 * The settings of a call of a client.
 * @throws ConfigurationError if an option is not what it has to be.
 */
export function callSettings(client: Settings, options: CallOptions): Settings {
  checkOptions(options)
  if (Object.keys(options).length === 0) return client
  const { apiKey, publicApiKey } = options
  if (apiKey === undefined && publicApiKey === undefined) return { ...client, ...merged(client, options) }
  const keys = {
    private: apiKey === undefined ? client.keys.private : findKey('private', apiKey),
    public: publicApiKey === undefined ? client.keys.public : findKey('public', publicApiKey),
  }
  const { redact, ...given } = guarded(keys, client.allowPrivateKeyInBrowser)
  // The keys of the client stay secret where a call has others.
  return { ...client, ...merged(client, options), ...given, redact: redactAll([redact, client.redact]) }
}

/**
 * Keys, and what takes them out of text.
 * @throws ConfigurationError for a private key in a browser, where everybody who opens the page could take it.
 */
function guarded(keys: Keys, isAllowed: boolean): Pick<Settings, 'keys' | 'redact'> {
  if (keys.private !== undefined && !isAllowed && isBrowser()) {
    throw new ConfigurationError(
      'A private API key must not be given to a browser, where everybody who opens the page can read it: call the API from a ' +
        'server, or give a public key alone. If nobody but you opens the page, set `allowPrivateKeyInBrowser`',
    )
  }
  const given = [keys.private, keys.public].filter((key) => key !== undefined)
  return { keys, redact: redactAll(given.map(({ redact }) => redact)) }
}

function merged(base: Defaults, options: CallOptions): Defaults {
  const { headers, signal, validate, retries, onRequest, onResponse, onRetry, onError } = options
  const hooks = { onRequest, onResponse, onRetry, onError }
  const hasHooks = Object.values(hooks).some((hook) => hook !== undefined)
  return {
    baseUrl: options.baseUrl ?? base.baseUrl,
    fetch: options.fetch ?? base.fetch,
    headers: headers === undefined ? base.headers : { ...base.headers, ...lowerCased(headers) },
    timeout: options.timeout ?? base.timeout,
    attemptTimeout: options.attemptTimeout ?? base.attemptTimeout,
    retries: mergedRetries(base.retries, retries),
    maxResponseBytes: options.maxResponseBytes ?? base.maxResponseBytes,
    signals: signal === undefined ? base.signals : [...base.signals, signal],
    validate: {
      requests: validate?.requests ?? base.validate.requests,
      responses: validate?.responses ?? base.validate.responses,
    },
    onWarning: options.onWarning ?? base.onWarning,
    hooks: hasHooks ? [...base.hooks, hooks] : base.hooks,
  }
}

function mergedRetries(base: Retries, retries: CallOptions['retries']): Retries {
  if (retries === undefined) return base
  if (typeof retries === 'number') return { ...base, limit: retries }
  const { limit = base.limit, minDelay = base.minDelay, maxDelay = base.maxDelay } = retries
  return { limit, minDelay, maxDelay }
}

function lowerCased(headers: NonNullable<CallOptions['headers']>): Record<string, string | null> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers)
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  )
}
