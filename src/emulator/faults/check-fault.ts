import { inspect } from 'node:util'
import { routes } from '../../../generated/server/index.js'
import type { Fault, FaultDetails, FaultKind, FaultTarget } from './fault.js'

/** Tells whether a value can be that of a member, and says what it has to be. */
interface Rule {
  readonly test: (value: unknown) => boolean
  readonly expected: string
}

const IDS: ReadonlySet<unknown> = new Set(routes.map(({ id }) => id))

const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 1
const isNumber = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most

const ANYTHING: Rule = { test: () => true, expected: 'anything' }
const TEXT: Rule = { test: (value) => typeof value === 'string', expected: 'a string' }
const COUNT: Rule = { test: isCount, expected: 'a whole number, 1 or more' }

const TARGET: { readonly [K in keyof FaultTarget]-?: Rule } = {
  operation: {
    test: (value) => [value].flat().every((id) => IDS.has(id)),
    expected: `one or several of ${[...IDS].join(', ')}`,
  },
  method: { test: (value) => typeof value === 'string' && /^[A-Z]+$/.test(value), expected: 'in upper case' },
  path: {
    test: (value) => value instanceof RegExp || (typeof value === 'string' && /^[/*]/.test(value)),
    expected: 'a regular expression, or a string that begins with / or *',
  },
  nth: COUNT,
  times: COUNT,
  probability: { test: (value) => isNumber(value, 0, 1), expected: 'a number from 0 to 1' },
}

const MOMENT = {
  when: { test: (value) => value === 'before' || value === 'after', expected: "'before' or 'after'" },
} satisfies Readonly<Record<string, Rule>>

const DETAILS: { readonly [K in FaultKind]: { readonly [M in keyof FaultDetails[K]]-?: Rule } } = {
  refuse: {},
  reset: MOMENT,
  hang: MOMENT,
  slow: {
    ...MOMENT,
    delay: {
      test: (value) => isNumber(value, 0, 2 ** 31 - 1),
      expected: 'a number of milliseconds, from 0 to 2147483647',
    },
  },
  truncate: MOMENT,
  stall: MOMENT,
  'invalid-json': MOMENT,
  'content-type': { ...MOMENT, contentType: TEXT },
  status: {
    ...MOMENT,
    status: {
      test: (value) => Number.isInteger(value) && isNumber(value, 200, 599),
      expected: 'a whole number from 200 to 599',
    },
    retryAfter: {
      test: (value) => typeof value === 'string' || isNumber(value, 0, Number.MAX_SAFE_INTEGER),
      expected: 'a number of seconds, or a date as HTTP writes it',
    },
    body: ANYTHING,
    headers: {
      test: (value) =>
        typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((text) => typeof text === 'string'),
      expected: 'an object of strings',
    },
  },
}

/**
 * Makes sure that something is a fault; not every caller is checked by the types.
 * @throws TypeError with everything that is wrong.
 */
export function checkFault(value: unknown): Fault {
  const findings = isKeyed(value)
    ? [...findingsOf(value)]
    : [`it must be an object, but is ${inspect(value)}`]
  if (findings.length > 0) throw new TypeError(`This is no fault: ${findings.join('; ')}`)
  return value as Fault // The findings are all that its type demands.
}

type Keyed = Readonly<Record<string, unknown>>

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null
}

function* findingsOf(fault: Keyed): Generator<string> {
  const { kind } = fault
  if (!isKind(kind)) {
    yield `\`kind\` must be one of ${Object.keys(DETAILS).join(', ')}, but is ${inspect(kind)}`
    return
  }
  const rules = new Map<string, Rule>(Object.entries({ ...TARGET, ...DETAILS[kind] }))
  for (const [name, value] of Object.entries(fault)) {
    const rule = rules.get(name)
    if (name === 'kind' || value === undefined) continue
    if (!rule) yield `\`${name}\` is not known for the kind ${kind}`
    else if (!rule.test(value)) yield `\`${name}\` must be ${rule.expected}, but is ${inspect(value)}`
  }
  if (kind === 'status' && fault['status'] === undefined) yield '`status` is missing'
  if (kind !== 'refuse') return
  const named = ['operation', 'method', 'path'].filter((name) => fault[name] !== undefined)
  if (named.length > 0) {
    yield `refuse strikes before a request is read, and takes no ${named.join(', ')}; reset strikes requests`
  }
}

function isKind(kind: unknown): kind is FaultKind {
  return typeof kind === 'string' && Object.hasOwn(DETAILS, kind)
}
