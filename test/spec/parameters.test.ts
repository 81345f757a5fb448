import { describe, expect, it } from 'vitest'
import { own, type JsonObject } from '../../scripts/src/json.js'
import { component, document, oracle } from './document.js'
import { facts, flat } from './fields.js'
import { operations, operationById, parametersOf } from './operations.js'

const text = { type: 'string' }
const uuid = { type: 'string', format: 'uuid' }
const name = { type: 'string', minLength: 1 }
const seconds = { type: 'integer', minimum: 0 }
const offset = { type: 'integer', minimum: 0, default: 0 }
const limit = { type: 'integer', minimum: 1, default: 10 }
const none = { type: 'integer', minimum: 0, default: 0 }
const setName = {
  type: 'string',
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
  minLength: 3,
  maxLength: 63,
}
const proxied = { 'path serviceName': name, 'path sessionId': uuid, 'path path': name }

/** The parameters of each operation that has some. */
const wanted: Record<string, Record<string, object>> = {
  listAgents: { 'query region': text, 'query includeActiveDeployment': { type: 'boolean' } },
  getAgent: { 'path agentName': name },
  updateAgent: { 'path agentName': name },
  deleteAgent: { 'path agentName': name },
  getAgentLogs: {
    'path agentName': name,
    'query limit': limit,
    'query offset': offset,
    'query order': { type: 'string', enum: ['asc', 'desc'], default: 'desc' },
    'query deploymentId': text,
    'query sessionId': uuid,
    'query query': text,
    'query startTime': seconds,
    'query endTime': seconds,
  },
  listSessions: {
    'path agentName': name,
    'query limit': limit,
    'query offset': offset,
    'query deploymentId': text,
    'query status': { type: 'string', enum: ['active', 'ended', 'all'], default: 'all' },
    'query startType': { type: 'string', enum: ['cold', 'warm', 'all'], default: 'all' },
    'query startTime': seconds,
    'query endTime': seconds,
    'query startTimeMin': none,
    'query startTimeMax': none,
  },
  getSession: { 'path agentName': name, 'path sessionId': uuid },
  stopSession: { 'path agentName': name, 'path sessionId': uuid },
  listBuilds: {
    'query status': { type: 'string', enum: ['pending', 'building', 'success', 'failed', 'timeout'] },
    'query region': text,
    'query contextHash': text,
    'query limit': { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    'query offset': offset,
  },
  getBuild: { 'path buildId': uuid },
  getBuildLogs: {
    'path buildId': uuid,
    'query limit': { type: 'integer', minimum: 1, maximum: 10000, default: 500 },
  },
  getSecretSet: { 'path setName': setName },
  upsertSecretSet: { 'path setName': setName },
  deleteSecretSet: { 'path setName': setName },
  deleteSecret: { 'path setName': setName, 'path secretKey': name },
  startSession: { 'path agentName': name },
  ...Object.fromEntries(
    operations
      .filter(({ path }) => path.endsWith('/{path}'))
      .map(({ operationId }) => [operationId, proxied]),
  ),
}

describe('the parameters', () => {
  it.each(operations)('of $operationId are as documented', (operation) => {
    const found = [...parametersOf(operation)].map(([key, { schema }]) => [key, facts(flat(schema))])
    expect(Object.fromEntries(found)).toEqual(wanted[operation.operationId] ?? {})
  })

  it.each(operations)(
    'of $operationId are described, with an example, and required in the path alone',
    (operation) => {
      for (const [key, parameter] of parametersOf(operation)) {
        expect(parameter['description'], key).toMatch(/\.$/)
        expect(own(parameter, 'required') ?? false, key).toBe(key.startsWith('path '))
        const { examples, enum: values } = flat(parameter['schema'])
        expect(examples ?? values, key).toBeDefined()
      }
    },
  )

  it.each(['seven', 'seven.lives', 'a-b.c-d', '0-0', 'a'.repeat(63)])('take the set name %s', (value) => {
    expect(refusals('getSecretSet', 'path setName', value)).toEqual([])
  })

  it.each([
    'ab',
    'a'.repeat(64),
    'A-set',
    'a_set',
    '-ab',
    'ab-',
    '.ab',
    'ab.',
    'a..b',
    'a-.b',
    'a/b',
    'abc\n',
  ])('refuse the set name %j', (value) => {
    expect(refusals('getSecretSet', 'path setName', value)).not.toEqual([])
  })
})

/** What the oracle finds wrong with a value of a parameter. */
function refusals(id: string, key: string, value: string): string[] {
  const schema = parametersOf(operationById(id)).get(key)?.['schema'] ?? null
  const schemas: JsonObject = { Probe: schema }
  const root: JsonObject = { components: { schemas }, openapi: document['openapi'] ?? null }
  return oracle(root)(component('Probe'), value)
}
