import { expect, test } from 'vitest'
import { type Readiness, readiness } from '../../../src/deploy/readiness.js'
import type { Agent } from '../../../src/index.js'
import { agentWith } from '../agent.js'

const pending: Readiness = { state: 'pending' }
const ready: Readiness = { state: 'ready' }
const failed = (reason: string): Readiness => ({ state: 'failed', reason })

test.each<[string, Partial<Agent>, Readiness]>([
  ['is new, in a response of before 2026', { ready: false }, pending],
  ['is ready, in a response of before 2026', { ready: true }, ready],
  [
    'was not processed yet',
    { ready: false, desiredDeploymentId: 'd1', reconciledDeploymentId: null },
    pending,
  ],
  [
    'is ready with the deployment before',
    { ready: true, desiredDeploymentId: 'd2', reconciledDeploymentId: 'd1' },
    pending,
  ],
  [
    'is ready but was never processed',
    { ready: true, desiredDeploymentId: 'd1', reconciledDeploymentId: null },
    pending,
  ],
  [
    'is processed and not ready',
    { ready: false, desiredDeploymentId: 'd1', reconciledDeploymentId: 'd1' },
    pending,
  ],
  ['is processed and ready', { ready: true, desiredDeploymentId: 'd1', reconciledDeploymentId: 'd1' }, ready],
  [
    'is processed under the older name',
    { ready: true, activeDeploymentId: 'd2', reconciledDeploymentId: 'd1' },
    pending,
  ],
  ['is available with the deployment before', { ready: false, available: true }, pending],
  ['is in the phase Creating', { ready: false, currentRevision: { phase: 'Creating' } }, pending],
  ['has no revision', { ready: true, currentRevision: null }, ready],
  ['failed', { ready: false, currentRevision: { phase: 'Failed' } }, failed('its phase is Failed')],
  [
    'failed, and why',
    {
      desiredDeploymentId: 'd1',
      currentRevision: {
        deploymentID: 'd1',
        phase: 'Failed',
        health: { reason: 'CrashLoopBackOff', lastTerminationReason: 'OOMKilled', message: 'Traceback' },
      },
    },
    failed('its phase is Failed: CrashLoopBackOff: OOMKilled: Traceback'),
  ],
  [
    'failed with the deployment before',
    { ready: false, desiredDeploymentId: 'd2', currentRevision: { deploymentID: 'd1', phase: 'Failed' } },
    pending,
  ],
  [
    'lists an error',
    { errors: [{ code: 'PCC_IMAGE_NOT_FOUND', message: 'No such tag' }] },
    failed('PCC_IMAGE_NOT_FOUND: No such tag'),
  ],
  [
    'lists an error by its other name',
    { errors: [{ code: 'X', error: 'y' }, { code: 'Z' }] },
    failed('X: y'),
  ],
  ['lists an error although it is ready', { ready: true, errors: [{ code: 'X' }] }, failed('X')],
  ['lists no errors', { ready: true, errors: [] }, ready],
])('an agent that %s', (_, members, want) => {
  expect(readiness(agentWith(members))).toEqual(want)
})
