import { describe, expect, it } from 'vitest'
import { createAgentError } from '../../../../src/emulator/operations/create-agent-rules.js'
import { type Build, createState, type SecretSet } from '../../../../src/emulator/state.js'
import { minimal } from '../emulation.js'

const secretSets: readonly SecretSet[] = [
  { name: 'ready', region: 'us-west' },
  { name: 'said-ready', region: 'us-west', type: 'secret', status: 'ready' },
  { name: 'pending', region: 'us-west', status: 'pending' },
  { name: 'failed', region: 'us-west', status: 'failed' },
  { name: 'elsewhere', region: 'us-east', status: 'pending' },
  { name: 'provisioned', region: 'us-west', changedAt: new Date(90), provisionAfter: 10 },
  { name: 'on-its-way', region: 'us-west', changedAt: new Date(90), provisionAfter: 11 },
  { name: 'pull', region: 'us-west', type: 'imagePullSecret' },
  { name: 'pull-pending', region: 'us-west', type: 'imagePullSecret', status: 'pending' },
  { name: 'pull-elsewhere', region: 'us-east', type: 'imagePullSecret' },
]
const builds: readonly Build[] = [
  { id: 'built', region: 'us-west' },
  { id: 'done', region: 'us-west', createdAt: new Date(90), buildAfter: 10 },
  { id: 'under-way', region: 'us-west', createdAt: new Date(90), buildAfter: 11 },
  { id: 'elsewhere', region: 'us-east', status: 'pending' },
  ...(['pending', 'building', 'failed', 'timeout', 'success'] as const).map((status) => ({
    id: status,
    region: 'us-west',
    status,
  })),
]
const now = new Date(100)
const state = createState({ regions: ['us-west', 'us-east'], secretSets, builds })

const notFound = [404, 'Secret set not found'] as const
const notReady = (name: string) =>
  [409, `Secret set '${name}' is not yet ready. Retry once it has been provisioned.`] as const
const notBuilt = (status: string) =>
  [400, `Build is not ready (status: ${status}). Only successful builds can be deployed.`] as const

const refused: readonly (readonly [request: object, status: number, error: string])[] = [
  [{ secretSet: 'nobody' }, ...notFound],
  [{ secretSet: 'pull' }, ...notFound],
  [{ secretSet: '__proto__' }, ...notFound],
  [{ secretSet: 'pending' }, ...notReady('pending')],
  [{ secretSet: 'failed' }, ...notReady('failed')],
  [{ secretSet: 'on-its-way' }, ...notReady('on-its-way')],
  [
    { secretSet: 'elsewhere' },
    400,
    "Secret set 'elsewhere' is in region 'us-east' but service will be created in region 'us-west'. Secrets must be in the same region as the service.",
  ],
  [{ imagePullSecretSet: 'nobody' }, ...notFound],
  [{ imagePullSecretSet: 'ready' }, ...notFound],
  [{ imagePullSecretSet: 'pull-pending' }, ...notReady('pull-pending')],
  [
    { imagePullSecretSet: 'pull-elsewhere' },
    400,
    "Image pull secret set 'pull-elsewhere' is in region 'us-east' but service will be created in region 'us-west'. Image pull secrets must be in the same region as the service.",
  ],
  [{ secretSet: 'pending', imagePullSecretSet: 'nobody' }, ...notReady('pending')],
  [{ buildId: 'nothing' }, 400, 'Build not found'],
  [
    { buildId: 'elsewhere' },
    400,
    "Build is in region 'us-east' but service is in region 'us-west'. Builds must be in the same region as the service.",
  ],
  [{ buildId: 'pending' }, ...notBuilt('pending')],
  [{ buildId: 'building' }, ...notBuilt('building')],
  [{ buildId: 'under-way' }, ...notBuilt('building')],
  [{ buildId: 'failed' }, ...notBuilt('failed')],
  [{ buildId: 'timeout' }, ...notBuilt('timeout')],
]

const accepted: readonly object[] = [
  {},
  { secretSet: 'ready', imagePullSecretSet: 'pull' },
  { secretSet: 'said-ready' },
  { secretSet: 'provisioned' },
  { buildId: 'built' },
  { buildId: 'success' },
  { buildId: 'done' },
  { nodeType: 'arm' },
]

describe('createAgentError', () => {
  it.each(refused)('refuses %j with %i: %s', (members, status, error) => {
    const found = createAgentError({ request: { ...minimal, ...members }, region: 'us-west', state, now })
    expect(found).toMatchObject({ status, body: { error } })
  })

  it.each(accepted)('accepts %j', (members) => {
    const found = createAgentError({ request: { ...minimal, ...members }, region: 'us-west', state, now })
    expect(found).toBeUndefined()
  })

  it('judges sets by the region of the agent', () => {
    const request = { ...minimal, imagePullSecretSet: 'pull-elsewhere' }
    expect(createAgentError({ request, region: 'us-east', state, now })).toBeUndefined()
  })

  it('lists what the document has no enum for', () => {
    const request = { ...minimal, nodeType: 'intel', secretSet: 'nobody' }
    expect(createAgentError({ request, region: 'mars', state, now })).toEqual({
      status: 400,
      body: {
        error: 'Invalid parameters',
        code: 'GENERIC_BAD_REQUEST',
        issues: [
          { pointer: '/body/region', message: 'must be one of "us-west", "us-east", but is "mars"' },
          { pointer: '/body/nodeType', message: 'must be one of "arm", but is "intel"' },
        ],
      },
    })
  })
})
