import { describe, expect, it } from 'vitest'
import { rolloutAt } from '../../../src/emulator/rollout.js'

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
