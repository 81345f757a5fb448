import { ConfigurationError } from './errors/configuration-error.js'
import type { CallOptions, DeployOptions, ReadyOptions, PipecatCloudOptions, WaitOptions } from './options.js'

/** What is wrong with the value of an option, to be read after its name; never the value, which may be a secret. */
export type Check = (value: unknown) => string | undefined

/** Finds fault with what is no function. */
export const isFunction: Check = (value) => (typeof value === 'function' ? undefined : 'must be a function')
const isDuration: Check = (value) =>
  typeof value === 'number' && value > 0 ? undefined : 'must be a number of milliseconds above 0'

const isCount: Check = (value) =>
  typeof value === 'number' && value >= 1 ? undefined : 'must be a number of 1 or more'

const CALL_CHECKS: { readonly [Name in keyof CallOptions]-?: Check } = {
  // `ApiKey` checks the keys.
  apiKey: () => undefined,
  publicApiKey: () => undefined,
  baseUrl: checkBaseUrl,
  fetch: isFunction,
  headers: checkHeaders,
  timeout: isDuration,
  attemptTimeout: isDuration,
  retries: checkRetries,
  maxResponseBytes: isCount,
  signal: (value) => (value instanceof AbortSignal ? undefined : 'must be an AbortSignal'),
  validate: checkValidate,
  onWarning: isFunction,
  onRequest: isFunction,
  onResponse: isFunction,
  onRetry: isFunction,
  onError: isFunction,
}

const CLIENT_CHECKS: { readonly [Name in keyof PipecatCloudOptions]-?: Check } = {
  ...CALL_CHECKS,
  maxConcurrency: isCount,
  allowPrivateKeyInBrowser: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
}

/** The options of waiting. */
export const WAIT_CHECKS: { readonly [Name in keyof WaitOptions]-?: Check } = {
  ...CALL_CHECKS,
  interval: isDuration,
  onProgress: isFunction,
}

/** @throws ConfigurationError that names every option of a client that is not what it has to be. */
export function checkClientOptions(options: PipecatCloudOptions): void {
  check(options, CLIENT_CHECKS)
}

/** @throws ConfigurationError that names every option of a call that is not what it has to be. */
export function checkOptions(options: CallOptions): void {
  check(options, CALL_CHECKS)
}

/** @throws ConfigurationError that names every option of waiting that is not what it has to be. */
export function checkWaitOptions(options: WaitOptions | DeployOptions): void {
  check(options, WAIT_CHECKS)
}

/** @throws ConfigurationError that names every option of waiting for something to be ready that is not what it has to be. */
export function checkReadyOptions(options: ReadyOptions): void {
  check(options, { ...CALL_CHECKS, interval: isDuration })
}

/** @throws ConfigurationError if the interval is none that can be waited for. */
export function checkInterval(interval: unknown): void {
  check({ interval }, { interval: isDuration })
}

/** @throws ConfigurationError that names every option that is unknown or not what it has to be. */
export function check(options: unknown, checks: Readonly<Record<string, Check>>): void {
  if (typeof options !== 'object' || options === null)
    throw new ConfigurationError('The options must be an object')
  const problems = Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return []
    const known = Object.hasOwn(checks, name) ? checks[name] : undefined
    const problem = known === undefined ? 'is not an option' : known(value)
    return problem === undefined ? [] : [`\`${name}\` ${problem}`]
  })
  if (problems.length > 0) throw new ConfigurationError(problems.join('; '))
}

function checkBaseUrl(value: unknown): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  const isUsable =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.search}${url.hash}${url.username}${url.password}` === ''
  return isUsable ? undefined : 'must be an absolute http or https URL without user, query and fragment'
}

function checkHeaders(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Symbol.iterator in value !== value instanceof Headers) {
    return 'must be an object of names and values, or Headers'
  }
  const entries: readonly [string, unknown][] = value instanceof Headers ? [...value] : Object.entries(value)
  if (entries.some(([name]) => name.toLowerCase() === 'authorization')) {
    return 'must not hold Authorization, which is made from `apiKey`'
  }
  const bad = entries.filter(([name, text]) => text !== null && text !== undefined && !isHeader(name, text))
  return bad.length === 0
    ? undefined
    : `cannot be sent: ${bad.map(([name]) => JSON.stringify(name)).join(', ')}`
}

function isHeader(name: string, value: unknown): boolean {
  try {
    return typeof value === 'string' && new Headers([[name, value]]).has(name)
  } catch {
    return false
  }
}

const MODES: ReadonlySet<unknown> = new Set(['off', 'warn', 'throw'])

function checkValidate(value: unknown): string | undefined {
  const isValid =
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, mode]) =>
        (name === 'requests' || name === 'responses') && (mode === undefined || MODES.has(mode)),
    )
  return isValid ? undefined : 'must be an object with `requests` and `responses`, each off, warn or throw'
}

const RETRY_CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  limit: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  minDelay: (value) => typeof value === 'number' && value >= 0,
  maxDelay: (value) => typeof value === 'number' && value >= 0,
}

function checkRetries(value: unknown): string | undefined {
  const options = typeof value === 'number' ? { limit: value } : value
  const isValid =
    typeof options === 'object' &&
    options !== null &&
    Object.entries(options).every(
      ([name, item]) =>
        Object.hasOwn(RETRY_CHECKS, name) && (item === undefined || RETRY_CHECKS[name]!(item)), // It is there.
    )
  return isValid
    ? undefined
    : 'must be a whole number of retries, or an object with `limit`, `minDelay` and `maxDelay`, none below 0'
}
