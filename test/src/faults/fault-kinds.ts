import type { Fault } from '../../../src/emulator/index.js'

/** What a caller learns of a request that a fault has struck. */
export type Told =
  /** The connection never came about, so that nothing was sent. */
  | 'unreachable'
  /** The connection broke before the response, or in its body. */
  | 'broken'
  | 'cut off'
  /** No response came, or no end of it. */
  | 'silence'
  | 'endless'
  /** What came is no JSON, or JSON of another shape. */
  | 'garbage'
  | 'empty object'
  /** The answer, for all that. */
  | 'answer'
  /** An error response. */
  | 408
  | 429
  | 500
  | 502
  | 503

/** A fault, and what it means. */
export interface FaultKindRow {
  /** `undefined` for an emulator that is offline. */
  readonly fault: Fault | undefined
  readonly told: Told
  /** Whether the emulator has done what it was asked. */
  readonly isDone: boolean
}

/** Longer than any attempt may take in these tests. */
const FOREVER = 60_000

const statuses = [408, 500, 502, 503] as const
const moments = ['before', 'after'] as const

/** Every fault by its name, with the moment at which it strikes. */
export const faultKinds: Readonly<Record<string, FaultKindRow>> = {
  offline: { fault: undefined, told: 'unreachable', isDone: false },
  refuse: { fault: { kind: 'refuse' }, told: 'broken', isDone: false },
  'slow, within the time': { fault: { kind: 'slow', delay: 30 }, told: 'answer', isDone: true },
  // That an error says "too many requests" after it has done what was asked is against its meaning (RFC 6585, 4).
  '429 with Retry-After before': {
    fault: { kind: 'status', status: 429, retryAfter: 1 },
    told: 429,
    isDone: false,
  },
  ...both('reset', 'broken', (when) => ({ kind: 'reset', when })),
  ...both('hang', 'silence', (when) => ({ kind: 'hang', when })),
  ...both('slow', 'silence', (when) => ({ kind: 'slow', delay: FOREVER, when })),
  ...both('truncate', 'cut off', (when) => ({ kind: 'truncate', when })),
  ...both('stall', 'endless', (when) => ({ kind: 'stall', when })),
  ...both('invalid JSON', 'garbage', (when) => ({ kind: 'invalid-json', when })),
  'wrong content type before': {
    fault: { kind: 'content-type', when: 'before' },
    told: 'empty object',
    isDone: false,
  },
  'wrong content type after': {
    fault: { kind: 'content-type', when: 'after' },
    told: 'answer',
    isDone: true,
  },
  ...Object.assign(
    {},
    ...statuses.map((status) => both(String(status), status, (when) => ({ kind: 'status', status, when }))),
  ),
}

function both(
  name: string,
  told: Told,
  fault: (when: 'before' | 'after') => Fault,
): Record<string, FaultKindRow> {
  return Object.fromEntries(
    moments.map((when) => [`${name} ${when}`, { fault: fault(when), told, isDone: when === 'after' }]),
  )
}
