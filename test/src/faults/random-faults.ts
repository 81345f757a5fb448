import type { Fault } from '../../../src/emulator/index.js'

const moments = ['before', 'after'] as const

/** Every kind of fault, at both moments where it has them. */
const KINDS: readonly Fault[] = [
  { kind: 'refuse' },
  // Before its effect this one gives an answer that the service never would.
  { kind: 'content-type', when: 'after' },
  { kind: 'status', status: 429, retryAfter: 0 },
  ...moments.flatMap((when): Fault[] => [
    { kind: 'reset', when },
    { kind: 'hang', when },
    { kind: 'slow', when, delay: 50 },
    { kind: 'truncate', when },
    { kind: 'stall', when },
    { kind: 'invalid-json', when },
    { kind: 'status', when, status: 408 },
    { kind: 'status', when, status: 500 },
    { kind: 'status', when, status: 502 },
    { kind: 'status', when, status: 503 },
  ]),
]

/** Faults of every kind, all of them equally likely, which strike that share of all requests. */
export function randomFaults(share: number): readonly Fault[] {
  // Each is asked in its turn, and the first that strikes is the only one.
  const probability = 1 - (1 - share) ** (1 / KINDS.length)
  return KINDS.map((fault) => ({ ...fault, probability }))
}
