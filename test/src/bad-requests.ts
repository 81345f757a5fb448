/** A request that must be refused. */
export interface BadRequest {
  readonly request: unknown
  /** Places of the issues that the validator finds; empty where only the server knows. */
  readonly issues: readonly string[]
  /** Whether TypeScript cannot see it. */
  readonly compiles?: boolean
  /** The error body of the API, if it is not that of invalid parameters. */
  readonly answer?: { readonly status: number; readonly error: string; readonly code: string }
}

const good = { serviceName: 'my-agent', image: 'you/my-agent:1' }
const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'

const neither = {
  status: 400,
  code: 'GENERIC_BAD_REQUEST',
  error: 'Either image or buildId is required for service creation',
}
const both = {
  status: 400,
  code: 'GENERIC_BAD_REQUEST',
  error: 'Cannot specify both image and buildId. Use one or the other.',
}
const noSet = { status: 404, code: 'NOT_FOUND', error: 'Secret set not found' }
const noBuild = { status: 400, code: 'GENERIC_BAD_REQUEST', error: 'Build not found' }

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

/** Requests that must be refused, by what is wrong with them. */
export const badRequests: Readonly<Record<string, BadRequest>> = {
  null: { request: null, issues: [''] },
  'an array': { request: [], issues: [''] },
  'a string': { request: 'my-agent', issues: [''] },
  'a number': { request: 5, issues: [''] },
  true: { request: true, issues: [''] },
  'an empty object': { request: {}, issues: ['', ''], answer: neither },
  'neither image nor buildId': { request: { serviceName: 'my-agent' }, issues: [''], answer: neither },
  'both image and buildId': { request: { ...good, buildId }, issues: [''], answer: both },
  'no name': { request: { image: 'you/my-agent:1' }, issues: [''] },
  'null for the name': { request: { ...good, serviceName: null }, issues: ['/serviceName'] },
  'a number for the name': { request: { ...good, serviceName: 5 }, issues: ['/serviceName'] },
  'an array for the name': { request: { ...good, serviceName: ['my-agent'] }, issues: ['/serviceName'] },
  'an object for the name': {
    request: { ...good, serviceName: { toString: 'my-agent' } },
    issues: ['/serviceName'],
  },
  'an empty name': { request: { ...good, serviceName: '' }, issues: ['/serviceName'], compiles: true },
  'a name of one character': {
    request: { ...good, serviceName: 'a' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a name of 55 characters': {
    request: { ...good, serviceName: 'a'.repeat(55) },
    issues: ['/serviceName'],
    compiles: true,
  },
  'upper case in the name': {
    request: { ...good, serviceName: 'My-agent' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'an underscore in the name': {
    request: { ...good, serviceName: 'my_agent' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a hyphen at the start of the name': {
    request: { ...good, serviceName: '-agent' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a hyphen at the end of the name': {
    request: { ...good, serviceName: 'agent-' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a line break after the name': {
    request: { ...good, serviceName: 'agent\n' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a letter that only looks right': {
    request: { ...good, serviceName: 'аgent' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a path for a name': {
    request: { ...good, serviceName: '../agent' },
    issues: ['/serviceName'],
    compiles: true,
  },
  'a number for the image': { request: { ...good, image: 1 }, issues: ['/image'] },
  'null for the image': { request: { ...good, image: null }, issues: ['/image'] },
  'a buildId that is no UUID': {
    request: { serviceName: 'my-agent', buildId: 'latest' },
    issues: ['/buildId'],
    compiles: true,
  },
  'a number for the buildId': { request: { serviceName: 'my-agent', buildId: 5 }, issues: ['/buildId'] },
  'null for the buildId beside an image': {
    request: { ...good, buildId: null },
    issues: ['/buildId', ''],
    answer: both,
  },
  'a number for the region': { request: { ...good, region: 1 }, issues: ['/region'] },
  'null for the region': { request: { ...good, region: null }, issues: ['/region'] },
  'an unknown region': { request: { ...good, region: 'moon-1' }, issues: [], compiles: true },
  'a number for the node type': { request: { ...good, nodeType: 64 }, issues: ['/nodeType'] },
  'an array for the secret set': { request: { ...good, secretSet: ['a'] }, issues: ['/secretSet'] },
  'a boolean for the image pull secret set': {
    request: { ...good, imagePullSecretSet: true },
    issues: ['/imagePullSecretSet'],
  },
  'a number for auto-scaling': { request: { ...good, autoScaling: 5 }, issues: ['/autoScaling'] },
  'an array for auto-scaling': { request: { ...good, autoScaling: [1, 20] }, issues: ['/autoScaling'] },
  'a number as a string': {
    request: { ...good, autoScaling: { minAgents: '1' } },
    issues: ['/autoScaling/minAgents'],
  },
  'a negative minimum': {
    request: { ...good, autoScaling: { minAgents: -1 } },
    issues: ['/autoScaling/minAgents'],
    compiles: true,
  },
  'a fraction of an agent': {
    request: { ...good, autoScaling: { maxAgents: 1.5 } },
    issues: ['/autoScaling/maxAgents'],
    compiles: true,
  },
  'at most no agents': {
    request: { ...good, autoScaling: { maxAgents: 0 } },
    issues: ['/autoScaling/maxAgents'],
    compiles: true,
  },
  'the names of responses': {
    request: { ...good, autoScaling: { minReplicas: 1 } },
    issues: ['/autoScaling/minReplicas'],
  },
  'a string for enableKrisp': { request: { ...good, enableKrisp: 'false' }, issues: ['/enableKrisp'] },
  'a string for krispViva': { request: { ...good, krispViva: 'tel' }, issues: ['/krispViva'] },
  'an unknown filter': {
    request: { ...good, krispViva: { audioFilter: 'max' } },
    issues: ['/krispViva/audioFilter'],
  },
  'a boolean for the filter': {
    request: { ...good, krispViva: { audioFilter: false } },
    issues: ['/krispViva/audioFilter'],
  },
  'an unknown profile': { request: { ...good, agentProfile: 'agent-4x' }, issues: ['/agentProfile'] },
  'a profile in upper case': { request: { ...good, agentProfile: 'AGENT-1X' }, issues: ['/agentProfile'] },
  'a number for enableManagedKeys': {
    request: { ...good, enableManagedKeys: 0 },
    issues: ['/enableManagedKeys'],
  },
  'a duration that is too short': {
    request: { ...good, maxSessionDuration: 59 },
    issues: ['/maxSessionDuration'],
    compiles: true,
  },
  'a duration that is too long': {
    request: { ...good, maxSessionDuration: 14401 },
    issues: ['/maxSessionDuration'],
    compiles: true,
  },
  'a duration as a string': {
    request: { ...good, maxSessionDuration: '3600' },
    issues: ['/maxSessionDuration'],
  },
  'a misspelt property': { request: { ...good, serviceNmae: 'my-agent' }, issues: ['/serviceNmae'] },
  'a property __proto__': {
    request: JSON.parse('{"serviceName":"my-agent","image":"i:1","__proto__":{"a":1}}'),
    issues: ['/__proto__'],
  },
  'a property constructor': { request: { ...good, constructor: 'x' }, issues: ['/constructor'] },
  'a name in __proto__ only': {
    request: JSON.parse('{"image":"i:1","__proto__":{"serviceName":"my-agent"}}'),
    issues: ['', '/__proto__'],
  },
  'deep nesting': { request: { ...good, krispViva: deep(1000) }, issues: ['/krispViva'] },
  'deep nesting where anything goes': { request: { ...good, extra: deep(1000) }, issues: ['/extra'] },
  'several things at once': {
    request: {
      serviceName: 'A',
      image: 5,
      autoScaling: { minAgents: '1', maxAgents: 0 },
      agentProfile: 'x',
      other: 1,
    },
    issues: [
      '/serviceName',
      '/image',
      '/autoScaling/minAgents',
      '/autoScaling/maxAgents',
      '/agentProfile',
      '/other',
    ],
  },
  'a secret set that does not exist': {
    request: { ...good, secretSet: 'nowhere' },
    issues: [],
    compiles: true,
    answer: noSet,
  },
  'an image pull secret set that does not exist': {
    request: { ...good, imagePullSecretSet: 'nowhere' },
    issues: [],
    compiles: true,
    answer: noSet,
  },
  'a build that does not exist': {
    request: { serviceName: 'my-agent', buildId: '00000000-0000-4000-8000-000000000000' },
    issues: [],
    compiles: true,
    answer: noBuild,
  },
}
