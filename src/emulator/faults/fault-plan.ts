import { createRandom } from '../random.js'
import { matches } from '../wildcard.js'
import { checkFault } from './check-fault.js'
import type { Fault, FaultOf, FaultTarget, OperationId, RequestFaultKind } from './fault.js'

/** The faults of an emulator. */
export interface Faults {
  /**
   * Adds a fault. Of several that would strike the same request the one that was added first does; each counts the requests that it
   * is for, also those that another strikes.
   * @throws TypeError with everything that is wrong, if it is no fault.
   *
   * @example
   * emulator.faults.add({ kind: 'reset', when: 'after', operation: 'createAgent', nth: 1 })
   * emulator.faults.add({ kind: 'status', status: 429, retryAfter: 1, probability: 0.2 })
   */
  readonly add: (fault: Fault) => AddedFault
  /** Removes all faults. Requests that hang go on hanging. */
  readonly clear: () => void
}

/** A fault that was added. */
export interface AddedFault {
  /** How many requests it was for so far. */
  readonly calls: number
  /** How many of them it has struck. */
  readonly hits: number
  /** Removes it; to do so again does nothing. */
  readonly remove: () => void
}

/** A request as faults see it. */
export interface FaultedCall {
  readonly method: string
  /** Path of the URL, without the query. */
  readonly path: string
  /** The operation that it is for, if it is for one. */
  readonly operation: OperationId | undefined
}

/** The faults of an emulator, and which of them strikes. */
export interface FaultPlan extends Faults {
  /** The fault that strikes a request. */
  readonly strikeCall: (call: FaultedCall) => FaultOf<RequestFaultKind> | undefined
  /** The fault that strikes a connection. */
  readonly strikeConnection: () => FaultOf<'refuse'> | undefined
}

interface Planned {
  readonly fault: Fault
  readonly counter: Counter
}

/** Makes a plan without faults. Its chances are the same in each run with the same seed. */
export function createFaultPlan(seed: string): FaultPlan {
  const plan = new Set<Planned>()
  let added = 0
  return {
    add: (fault) => {
      added += 1
      const counter = createCounter(checkFault(fault), createRandom(`${seed}/faults/${added}`))
      const planned = { fault: { ...fault }, counter }
      plan.add(planned)
      return {
        get calls() {
          return counter.calls
        },
        get hits() {
          return counter.hits
        },
        remove: () => void plan.delete(planned),
      }
    },
    clear: () => plan.clear(),
    strikeCall: (call) =>
      struck([...plan].filter(({ fault }) => isFor(fault, call))) as FaultOf<RequestFaultKind> | undefined, // None of them is for connections.
    strikeConnection: () =>
      struck([...plan].filter(({ fault }) => fault.kind === 'refuse')) as FaultOf<'refuse'> | undefined,
  }
}

/** Every fault counts the request, and the first that can strikes it. */
function struck(planned: readonly Planned[]): Fault | undefined {
  for (const { counter } of planned) counter.calls += 1
  return planned.find(({ counter }) => counter.strikes())?.fault
}

interface Counter {
  calls: number
  readonly hits: number
  /** Whether the fault strikes the request that was counted last. */
  readonly strikes: () => boolean
}

function createCounter({ nth, times, probability = 1 }: FaultTarget, random: () => number): Counter {
  const most = times ?? (nth === undefined ? Infinity : 1)
  const counter = {
    calls: 0,
    hits: 0,
    strikes: () => {
      const isDue = counter.calls >= (nth ?? 1) && counter.hits < most && random() < probability
      if (isDue) counter.hits += 1
      return isDue
    },
  }
  return counter
}

function isFor({ kind, operation, method, path }: Fault, call: FaultedCall): boolean {
  if (kind === 'refuse') return false
  if (operation !== undefined && !(call.operation && [operation].flat().includes(call.operation)))
    return false
  if (method !== undefined && method !== call.method) return false
  return (
    path === undefined || (path instanceof RegExp ? call.path.search(path) !== -1 : matches(path, call.path))
  )
}
