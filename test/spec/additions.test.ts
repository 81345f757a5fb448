import { describe, expect, it } from 'vitest'
import { asObject, component, document, valueAt } from './document.js'
import { facts, property } from './fields.js'

const text = { type: 'string' }
const flag = { type: 'boolean' }
const count = { type: 'integer', minimum: 0 }
const time = { type: 'string', format: 'date-time' }
const object = { type: 'object' }

/** Members by component that the reference page does not name, or shows in its example alone. */
const additions: Record<string, Record<string, object>> = {
  CreateAgentRequest: {
    buildId: { type: 'string', format: 'uuid' },
    maxSessionDuration: { type: 'integer', minimum: 60, maximum: 14400, default: 7200 },
    websocketAuth: { type: 'string', enum: ['none', 'token'] },
  },
  AutoScaling: { minAgents: count, maxAgents: { type: 'integer', minimum: 1 } },
  KrispViva: { audioFilter: { type: 'string', nullable: true, enum: ['tel', 'pro', null] } },
  Agent: {
    available: flag,
    desiredDeploymentId: text,
    reconciledDeploymentId: { type: 'string', nullable: true },
    currentRevision: { type: 'object', nullable: true },
    previousRevision: { type: 'object', nullable: true },
    conditions: { type: 'array' },
    errors: { type: 'array' },
    warning: text,
  },
  ReplicaScaling: { minReplicas: count, maxReplicas: count },
  KrispVivaStatus: { audioFilter: { type: 'string', nullable: true } },
  Deployment: { id: text, serviceId: text, manifest: object, createdAt: time, updatedAt: time },
  DeploymentManifest: { apiVersion: text, kind: text, metadata: object, spec: object },
  DeploymentSpec: { imagePullSecretName: text, maxSessionDurationSeconds: count },
  Revision: {
    deploymentID: text,
    phase: { type: 'string', enum: ['Creating', 'Validating', 'Active', 'Draining', 'Failed'] },
    readyReplicas: count,
    phaseStartedAt: time,
    health: object,
    hasInfrastructureIssue: flag,
  },
  RevisionHealth: {
    ready: flag,
    state: { type: 'string', enum: ['running', 'waiting', 'terminated'] },
    restartCount: count,
    replicasStarted: count,
    reason: text,
    lastExitCode: { type: 'integer' },
    lastTerminationReason: text,
    message: text,
  },
  DeploymentCondition: { type: text, status: text, reason: text, message: text },
  DeploymentFailure: { code: text, message: text, error: text },
}

describe('additions', () => {
  const rows = Object.entries(additions).flatMap(([name, members]) =>
    Object.entries(members).map(([member, want]) => [name, member, want] as const),
  )

  it.each(rows)('%s.%s is declared', (name, member, want) => {
    expect(facts(property(asObject(valueAt(document, component(name))), member))).toEqual(want)
  })

  it.each([
    ['conditions', 'DeploymentCondition'],
    ['errors', 'DeploymentFailure'],
  ])('Agent.%s is a list of %s', (member, item) => {
    const list = property(asObject(valueAt(document, component('Agent'))), member)
    expect(list['items']).toEqual({ $ref: `#${component(item)}` })
  })
})

describe('required members', () => {
  it.each<[string, string[] | undefined]>([
    ['CreateAgentRequest', ['serviceName']],
    ['ReplicaScaling', ['minReplicas', 'maxReplicas']],
    ['KrispVivaStatus', undefined],
    ['Deployment', ['id', 'manifest', 'serviceId', 'createdAt', 'updatedAt']],
    ['DeploymentManifest', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['DeploymentManifest/properties/metadata', ['name', 'namespace']],
    ['DeploymentSpec', undefined],
    ['Revision', undefined],
    ['RevisionHealth', undefined],
    ['DeploymentCondition', ['type', 'status']],
    ['DeploymentFailure', ['code']],
  ])('of %s', (name, required) => {
    expect(asObject(valueAt(document, component(name)))['required']).toEqual(required)
  })
})
