import { describe, expect, it } from 'vitest'
import type { StoredDeployment } from '../../../src/emulator/index.js'
import { rolloutAt, rolloutsOf } from '../../../src/emulator/rollout.js'

const createdAt = new Date(1000)

describe('rolloutAt', () => {
  it.each([
    [999, 100, undefined],
    [1000, 100, undefined],
    [1024, 100, undefined],
    [1025, 100, { phase: 'Creating', phaseStartedAt: new Date(1025) }],
    [1050, 100, { phase: 'Validating', phaseStartedAt: new Date(1050) }],
    [1099, 100, { phase: 'Validating', phaseStartedAt: new Date(1050) }],
    [1100, 100, { phase: 'Active', phaseStartedAt: new Date(1100) }],
    [999, 0, undefined],
    [1000, 0, { phase: 'Active', phaseStartedAt: new Date(1000) }],
  ])('at %i with %i ms', (now, readyAfter, rollout) => {
    expect(rolloutAt(new Date(now), createdAt, readyAfter)).toEqual(rollout)
  })
})

const manifest = { apiVersion: '', kind: '', metadata: { name: '', namespace: '' }, spec: {} }

/** A deployment that was created then and takes 100 milliseconds. */
function deployment(created: number, isFailing = false): StoredDeployment {
  const at = new Date(created)
  const failure = isFailing ? { reason: 'Error' } : undefined
  return { id: String(created), manifest, createdAt: at, updatedAt: at, readyAfter: 100, failure }
}

/** The deployment that the platform turned to last, its phase, and the one that serves, at a time. */
const moments: readonly (readonly [
  deployments: readonly StoredDeployment[],
  now: number,
  current: string | undefined,
  phase: string | undefined,
  serving: string | undefined,
])[] = [
  [[], 0, undefined, undefined, undefined],
  [[deployment(0)], 24, undefined, undefined, undefined],
  [[deployment(0)], 99, '0', 'Validating', undefined],
  [[deployment(0)], 100, '0', 'Active', '0'],
  [[deployment(0), deployment(200)], 224, '0', 'Active', '0'],
  [[deployment(0), deployment(200)], 225, '200', 'Creating', '0'],
  [[deployment(0), deployment(200)], 300, '200', 'Active', '200'],
  [[deployment(0), deployment(60)], 84, '0', 'Validating', undefined],
  [[deployment(0), deployment(60)], 120, '60', 'Validating', undefined],
  [[deployment(0), deployment(60)], 160, '60', 'Active', '60'],
  [[deployment(0), deployment(80)], 104, '0', 'Active', '0'],
  [[deployment(0), deployment(80)], 110, '80', 'Creating', '0'],
  [[deployment(0, true)], 100, '0', 'Failed', undefined],
  [[deployment(0), deployment(200, true)], 300, '200', 'Failed', '0'],
  [[deployment(0), deployment(200, true), deployment(400)], 425, '400', 'Creating', '0'],
  [[deployment(0), deployment(200, true), deployment(400)], 500, '400', 'Active', '400'],
]

describe('rolloutsOf', () => {
  it.each(moments)('%# at %2$i', (deployments, now, current, phase, serving) => {
    const rollouts = rolloutsOf(deployments, new Date(now))
    expect([
      rollouts.current?.deployment.id,
      rollouts.current?.rollout.phase,
      rollouts.serving?.deployment.id,
    ]).toEqual([current, phase, serving])
  })
})
