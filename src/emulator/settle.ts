import { isIP } from 'node:net'
import { inspect } from 'node:util'
import { type EmulatorOptions, type Settings, withDefaults } from './options.js'

type Rules = {
  readonly [K in keyof Settings]?: { readonly test: (value: unknown) => boolean; readonly expected: string }
}

const MILLISECONDS = {
  test: (value: unknown) => typeof value === 'number' && value >= 0 && value < Infinity,
  expected: 'a number of milliseconds, 0 or more',
}
const LIST = { test: (value: unknown) => Array.isArray(value), expected: 'a list' }
const LINES = { test: isTextList, expected: 'a list of strings' }
const CALLBACK = { test: (value: unknown) => typeof value === 'function', expected: 'a function' }

const RULES: Rules = {
  port: { test: isPort, expected: 'a whole number from 0 to 65535' },
  host: { test: isLoopback, expected: 'a loopback address, such as 127.0.0.1' },
  readyAfter: MILLISECONDS,
  provisionAfter: MILLISECONDS,
  buildAfter: MILLISECONDS,
  coldStartAfter: MILLISECONDS,
  warmStartAfter: MILLISECONDS,
  sessionDuration: MILLISECONDS,
  failing: LIST,
  failingSecretSets: LIST,
  failingBuilds: LIST,
  maxUploadBytes: { test: isCount, expected: 'a number of bytes, 1 or more' },
  buildLogs: LINES,
  sessionLogs: LINES,
  bot: CALLBACK,
  now: CALLBACK,
  clock: { test: (value) => value === 'system' || value === 'manual', expected: "'system' or 'manual'" },
  regions: {
    test: (value) => isTextList(value) && value.length > 0,
    expected: 'a list with at least one region',
  },
  buildRegions: LINES,
  onRequest: CALLBACK,
  onFault: CALLBACK,
  onError: CALLBACK,
}

/**
 * Fills in the defaults, and makes sure that every option has a value that it can have; not every caller is checked by the types.
 * @throws TypeError with everything that is wrong.
 */
export function settle(options: EmulatorOptions): Settings {
  const settings = withDefaults(options)
  const findings = Object.entries(RULES).flatMap(([option, { test, expected }]) => {
    const found = settings[option as keyof Rules] // The keys of an object that was written as a literal are those of its type.
    if (found === undefined || test(found)) return []
    return [`The option ${option} must be ${expected}, but is ${inspect(found)}`]
  })
  if (findings.length > 0) throw new TypeError(findings.join('\n'))
  return settings
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
}

/** Whether a host is a loopback address (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). A name could stand for any address. */
function isLoopback(host: unknown): boolean {
  return typeof host === 'string' && (host === '::1' || (isIP(host) === 4 && host.startsWith('127.')))
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
