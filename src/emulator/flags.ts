import { parseArgs } from 'node:util'
import { DecodeError, object, optional, quantity, text } from './decode.js'
import { checkFault } from './faults/check-fault.js'
import type { Fault } from './faults/fault.js'
import type { FailingRule } from './failing.js'
import type { EmulatorOptions } from './options.js'

/** What the command line asks for. */
export interface Flags {
  readonly help: boolean
  /** Path of the file that the state is loaded from and saved to. */
  readonly state?: string | undefined
  readonly options: EmulatorOptions
  readonly faults: readonly Fault[]
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  state: { type: 'string' },
  seed: { type: 'string' },
  region: { type: 'string', multiple: true },
  'ready-after': { type: 'string' },
  'provision-after': { type: 'string' },
  'build-after': { type: 'string' },
  'session-duration': { type: 'string' },
  failing: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
} as const

/** What the help says of the flags. */
export const FLAGS_HELP = `  --port N                port to listen on; 0, the default, takes any that is free
  --state FILE            load the state from this JSON file if it is there, and save it there at the end
  --seed TEXT             make the same ids, and the same chances of faults, in each run
  --region CODE           a region; again for each. Default: the documented ones
  --ready-after MS        milliseconds until a deployment is ready. Default: 1000
  --provision-after MS    milliseconds until a secret set is ready. Default: 1000
  --build-after MS        milliseconds until a build is over. Default: 1000
  --session-duration MS   milliseconds that a session lasts. Default: as long as its agent lets it
  --failing JSON          deployments that fail; again for each. Members: image, agent, reason, message, exitCode, code,
                          as in {"image":"*:broken","reason":"CrashLoopBackOff"}
  --fault JSON            requests that go wrong; again for each. Members: kind, when, operation, method, path, nth, times,
                          probability and those of the kind, as in {"kind":"reset","when":"after","probability":0.1}
  -h, --help              print this
`

/**
 * Reads the command line.
 * @throws Error with a message of one line if it is not understood.
 */
export function readFlags(args: readonly string[]): Flags {
  const values = parse(args)
  const { help = false, state, seed, region: regions, failing = [], fault = [] } = values
  const rules = failing.map((value) => fromJson('--failing', value, failingRule))
  const milliseconds = (name: keyof typeof values) => wholeNumber(name, values[name], 2 ** 31 - 1)
  return {
    help,
    state,
    options: {
      port: wholeNumber('port', values.port ?? '0', 65_535),
      seed,
      regions,
      readyAfter: milliseconds('ready-after'),
      provisionAfter: milliseconds('provision-after'),
      buildAfter: milliseconds('build-after'),
      sessionDuration: milliseconds('session-duration'),
      failing: rules,
    },
    faults: fault.map((value) => fromJson('--fault', value, checkFault)),
  }
}

function failingRule(value: unknown): FailingRule {
  return object<FailingRule>({
    image: optional(text),
    agent: optional(text),
    reason: text,
    message: optional(text),
    exitCode: optional(quantity),
    code: optional(text),
    hasInfrastructureIssue: optional((it) => it === true),
  })(value, '')
}

function wholeNumber(name: string, value: unknown, most: number): number | undefined {
  if (value === undefined) return undefined
  const digits = String(value)
  if (/^\d{1,10}$/.test(digits) && Number(digits) <= most) return Number(digits)
  throw new Error(`--${name} must be a whole number from 0 to ${most}, but is ${JSON.stringify(value)}`)
}

function fromJson<T>(flag: string, value: string, check: (value: unknown) => T): T {
  try {
    return check(JSON.parse(value))
  } catch (error) {
    const reason = error instanceof SyntaxError ? `is not JSON: ${error.message}` : messageOf(error)
    throw new Error(`${flag} ${reason.replaceAll('\n', '; ')}`, { cause: error })
  }
}

function messageOf(error: unknown): string {
  if (error instanceof DecodeError) return `is not valid: ${error.message}`
  return `is not valid: ${error instanceof Error ? error.message : String(error)}`
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // The advice is for command lines that take arguments beside options.
    const finding = error.message.replace(/\. To specify a positional argument.*/s, '').replaceAll('\n', ' ')
    throw new Error(`${finding.replace(/\.$/, '')}; --help tells what there is`, { cause: error })
  }
}
