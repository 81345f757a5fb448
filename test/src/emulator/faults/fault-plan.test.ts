import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../../src/emulator/faults/fault.js'
import {
  createFaultPlan,
  type FaultedCall,
  type FaultPlan,
} from '../../../../src/emulator/faults/fault-plan.js'

const call: FaultedCall = { method: 'GET', path: '/v1/agents/a', operation: 'getAgent' }

/** Which of so many requests are struck, counted from 1. */
function struck(plan: FaultPlan, count: number, of: FaultedCall = call): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return numbers.filter(() => plan.strikeCall(of) !== undefined)
}

function planOf(...faults: readonly Fault[]): FaultPlan {
  const plan = createFaultPlan('seed')
  for (const fault of faults) plan.add(fault)
  return plan
}

const counted: readonly (readonly [target: object, numbers: readonly number[]])[] = [
  [{}, [1, 2, 3, 4, 5]],
  [{ nth: 1 }, [1]],
  [{ nth: 3 }, [3]],
  [{ nth: 2, times: 3 }, [2, 3, 4]],
  [{ times: 2 }, [1, 2]],
  [{ nth: 4, times: 100 }, [4, 5]],
  [{ probability: 0 }, []],
  [{ probability: 1 }, [1, 2, 3, 4, 5]],
]

const targets: readonly (readonly [target: object, isStruck: boolean])[] = [
  [{ operation: 'getAgent' }, true],
  [{ operation: ['createAgent', 'getAgent'] }, true],
  [{ operation: 'createAgent' }, false],
  [{ method: 'GET' }, true],
  [{ method: 'POST' }, false],
  [{ path: '/v1/agents/a' }, true],
  [{ path: '/v1/agents' }, false],
  [{ path: '*/agents/*' }, true],
  [{ path: /AGENTS/i }, true],
  [{ path: /AGENTS/ }, false],
  [{ path: /agents/, method: 'GET', operation: 'getAgent' }, true],
  [{ path: /agents/, method: 'POST', operation: 'getAgent' }, false],
]

describe('a plan of faults', () => {
  it.each(counted)('with %j strikes the requests %j of five', (target, numbers) => {
    expect(struck(planOf({ kind: 'reset', ...target }), 5)).toEqual(numbers)
  })

  it.each(targets)('with %j strikes: %s', (target, isStruck) => {
    expect(struck(planOf({ kind: 'reset', ...target }), 2)).toEqual(isStruck ? [1, 2] : [])
  })

  it('does not strike by an operation what is for none', () => {
    const none = { ...call, operation: undefined }
    expect(struck(planOf({ kind: 'reset', operation: 'getAgent' }), 1, none)).toEqual([])
    expect(struck(planOf({ kind: 'reset' }), 1, none)).toEqual([1])
  })

  it('looks at a pattern with a place of its own anew each time', () => {
    expect(struck(planOf({ kind: 'reset', path: /agents/g }), 3)).toEqual([1, 2, 3])
  })

  it('strikes by chance about as often as it is told, and the same requests each time', () => {
    const [one, other] = [planOf(), planOf()].map((plan) => {
      plan.add({ kind: 'reset', probability: 0.2 })
      return struck(plan, 1000)
    })
    expect(one!.length).toBeGreaterThan(150)
    expect(one!.length).toBeLessThan(250)
    expect(other).toEqual(one)
  })

  it('has other chances for another fault', () => {
    const plan = planOf()
    const first = plan.add({ kind: 'reset', probability: 0.5 })
    const before = struck(plan, 50)
    first.remove()
    plan.add({ kind: 'reset', probability: 0.5 })
    expect(struck(plan, 50)).not.toEqual(before)
  })

  it('lets the fault that was added first strike, and has each count', () => {
    const plan = planOf()
    const first = plan.add({ kind: 'reset', nth: 2 })
    const second = plan.add({ kind: 'hang', nth: 2, times: 2 })
    const kinds = [1, 2, 3, 4].map(() => plan.strikeCall(call)?.kind)
    expect(kinds).toEqual([undefined, 'reset', 'hang', 'hang'])
    expect([first.calls, first.hits, second.calls, second.hits]).toEqual([4, 1, 4, 2])
  })

  it('removes one or all', () => {
    const plan = planOf({ kind: 'hang' })
    const added = plan.add({ kind: 'reset' })
    added.remove()
    added.remove()
    expect(plan.strikeCall(call)?.kind).toBe('hang')
    plan.clear()
    expect(plan.strikeCall(call)).toBeUndefined()
  })

  it('is not changed by what is done to a fault later', () => {
    const fault: { kind: 'reset'; method?: string } = { kind: 'reset' }
    const plan = planOf(fault)
    fault.method = 'POST'
    expect(struck(plan, 1)).toEqual([1])
  })

  it('tells connections from requests', () => {
    const plan = planOf({ kind: 'refuse', nth: 2 }, { kind: 'reset', times: 1 })
    expect([plan.strikeConnection(), plan.strikeConnection()?.kind]).toEqual([undefined, 'refuse'])
    expect([plan.strikeCall(call)?.kind, plan.strikeCall(call)]).toEqual(['reset', undefined])
  })

  it('takes nothing that is no fault', () => {
    expect(() => planOf(JSON.parse('{ "kind": "explode" }'))).toThrow(/^This is no fault/)
  })
})
