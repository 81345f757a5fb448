import { describe, expect, it } from 'vitest'
import { own } from '../../scripts/src/json.js'
import { asObject, component, document, valueAt } from './document.js'
import { facts, flat } from './fields.js'
import { documentedMembers } from './members.js'

describe('the members', () => {
  it.each(Object.entries(documentedMembers))('of %s are as documented', (name, documented) => {
    const schema = asObject(valueAt(document, component(name)))
    const required = own(schema, 'required') ?? []
    const found = Object.entries(asObject(own(schema, 'properties'))).map(([member, value]) => [
      Array.isArray(required) && required.includes(member) ? `${member}!` : member,
      value === false ? { not: true } : facts(flat(value)),
    ])
    expect(Object.fromEntries(found)).toEqual(documented)
  })

  it.each<[string, object]>([
    ['AgentList/properties/services', { $ref: '#/components/schemas/AgentListItem' }],
    ['AgentLogs/properties/logs', { $ref: '#/components/schemas/LogLine' }],
    ['SessionList/properties/sessions', { $ref: '#/components/schemas/Session' }],
    ['SessionDetails/allOf/1/properties/meetingIds', { $ref: '#/components/schemas/SessionMeeting' }],
    ['SessionMetrics/properties/timeseries', { $ref: '#/components/schemas/SessionSample' }],
    ['BuildList/properties/builds', { $ref: '#/components/schemas/Build' }],
    ['BuildLogs/properties/logs', { type: 'string' }],
    ['RegionList/properties/regions', { $ref: '#/components/schemas/Region' }],
    ['SecretSetList/properties/sets', { $ref: '#/components/schemas/SecretSetListItem' }],
    ['SecretSetDetails/properties/secrets', { $ref: '#/components/schemas/SecretField' }],
    ['RegularSecretsRequest/properties/secrets', { $ref: '#/components/schemas/SecretValue' }],
    ['IceConfig/properties/iceServers', { $ref: '#/components/schemas/IceServer' }],
    ['IceServer/properties/urls', { type: 'string' }],
  ])('%s is a list of %j', (pointer, items) => {
    expect(asObject(valueAt(document, component(pointer)))['items']).toEqual(items)
  })

  it.each<[string, object]>([
    ['UploadUrl/properties/uploadFields', { type: 'string' }],
    ['PropertySchemas/properties/properties', { $ref: '#/components/schemas/PropertySchema' }],
  ])('%s is a map of %j', (pointer, values) => {
    expect(asObject(valueAt(document, component(pointer)))['additionalProperties']).toEqual(values)
  })

  it('of all components are in a table', () => {
    const objects = Object.entries(asObject(valueAt(document, '/components/schemas')))
      .filter(([, schema]) => own(asObject(schema), 'properties') !== undefined)
      .map(([name]) => name)
    expect(objects.filter((name) => !Object.hasOwn(documentedMembers, name))).toEqual([
      'CreateAgentRequest',
      'UpdateAgentRequest',
      'AutoScaling',
      'KrispViva',
      'Agent',
      'ReplicaScaling',
      'KrispVivaStatus',
      'Deployment',
      'DeploymentManifest',
      'DeploymentSpec',
      'DeploymentResources',
      'Revision',
      'RevisionHealth',
      'DeploymentCondition',
      'DeploymentFailure',
    ])
  })

  it('are all described, unless they must not be there', () => {
    const undescribed = Object.entries(asObject(valueAt(document, '/components/schemas'))).flatMap(
      ([name, schema]) =>
        Object.entries(asObject(own(asObject(schema), 'properties') ?? {}))
          .filter(([, member]) => member !== false && !String(asObject(member)['description']).endsWith('.'))
          .map(([member]) => `${name}.${member}`),
    )
    expect(undescribed).toEqual([])
  })
})
