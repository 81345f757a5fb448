import { describe, expect, it } from 'vitest'
import { own } from '../../scripts/src/json.js'
import { asObject, document, valueAt } from './document.js'
import { operations, responsesOf } from './operations.js'

/** Key, tag, success and refusals of each operation, by its id, method and path. */
const wanted: Record<string, [key: 'private' | 'public', tag: string, success: string, refusals: string]> = {
  'createAgent POST /agents': ['private', 'agents', '200', '400 401 404 409 500'],
  'listAgents GET /agents': ['private', 'agents', '200', '401 500'],
  'getAgent GET /agents/{agentName}': ['private', 'agents', '200', '401 404 500'],
  'updateAgent POST /agents/{agentName}': ['private', 'agents', '200', '400 401 404 409 500'],
  'deleteAgent DELETE /agents/{agentName}': ['private', 'agents', '200', '401 404 500'],
  'getAgentLogs GET /agents/{agentName}/logs': ['private', 'agents', '200', '400 401 404 500'],
  'listSessions GET /agents/{agentName}/sessions': ['private', 'sessions', '200', '400 401 404 500'],
  'getSession GET /agents/{agentName}/sessions/{sessionId}': ['private', 'sessions', '200', '401 404 500'],
  'stopSession DELETE /agents/{agentName}/sessions/{sessionId}': [
    'private',
    'sessions',
    '200',
    '400 401 404 500',
  ],
  'createUploadUrl POST /builds/upload-url': ['private', 'builds', '200', '400 401 500'],
  'createBuild POST /builds': ['private', 'builds', '200 201', '400 401 500'],
  'listBuilds GET /builds': ['private', 'builds', '200', '401 500'],
  'getBuild GET /builds/{buildId}': ['private', 'builds', '200', '400 401 404 500'],
  'getBuildLogs GET /builds/{buildId}/logs': ['private', 'builds', '200', '400 401 404 500'],
  'getProperties GET /properties': ['private', 'properties', '200', '401 500'],
  'updateProperties PATCH /properties': ['private', 'properties', '200', '400 401 500'],
  'getPropertiesSchema GET /properties/schema': ['private', 'properties', '200', '401 500'],
  'listRegions GET /regions': ['private', 'regions', '200', '401 500'],
  'listSecretSets GET /secrets': ['private', 'secrets', '200', '401 500'],
  'getSecretSet GET /secrets/{setName}': ['private', 'secrets', '200', '400 401 404 500'],
  'upsertSecretSet PUT /secrets/{setName}': ['private', 'secrets', '202', '400 401 409 500'],
  'deleteSecretSet DELETE /secrets/{setName}': ['private', 'secrets', '200', '401 404 500'],
  'deleteSecret DELETE /secrets/{setName}/{secretKey}': ['private', 'secrets', '200', '401 404 500'],
  'startSession POST /{agentName}/start': ['public', 'sessions', '200', '400 401 404 413 429 500'],
  ...Object.fromEntries(
    ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Head'].map((method) => [
      `sessionProxy${method} ${method.toUpperCase()} /{serviceName}/sessions/{sessionId}/{path}`,
      ['public', 'sessions', '200', '400 401 404 500'] as const,
    ]),
  ),
}

/** What the document has where `wanted` says `private` or `public`. */
const keys = {
  private: { scheme: 'PrivateKey', server: 'https://api.pipecat.daily.co/v1' },
  public: { scheme: 'PublicKey', server: 'https://api.pipecat.daily.co/v1/public' },
}

describe('the operations', () => {
  it('are these 31', () => {
    const names = operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`)
    expect(names.toSorted()).toEqual(Object.keys(wanted).toSorted())
    expect(names).toHaveLength(31)
  })

  it.each(operations)('$operationId has its key, its server, its tag and its statuses', (entry) => {
    const { operation, item, operationId, method, path } = entry
    const [key, tag, success, refusals] = wanted[`${operationId} ${method} ${path}`]!
    expect(own(operation, 'security') ?? document['security']).toEqual([{ [keys[key].scheme]: [] }])
    expect(own(item, 'servers') ?? document['servers']).toMatchObject([{ url: keys[key].server }])
    expect(operation['tags']).toEqual([tag])
    expect(responsesOf(entry).map(([status]) => status)).toEqual(`${success} ${refusals}`.split(' '))
  })

  it.each(operations)('$operationId says what it does', ({ operation }) => {
    expect(operation).toMatchObject({
      summary: expect.stringMatching(/\w$/),
      description: expect.stringMatching(/\.$/m),
    })
  })
})

describe('the keys and tags', () => {
  it.each(['PrivateKey', 'PublicKey'])('%s is a bearer token', (name) => {
    const scheme = valueAt(document, `/components/securitySchemes/${name}`)
    expect(scheme).toMatchObject({ type: 'http', scheme: 'bearer' })
  })

  it('are all used', () => {
    expect(Object.keys(asObject(valueAt(document, '/components/securitySchemes')))).toHaveLength(2)
    const tags = new Set(operations.flatMap(({ operation }) => operation['tags']))
    const described = document['tags']
    expect(described).toMatchObject([...tags].map((name) => ({ name, description: expect.any(String) })))
  })
})
