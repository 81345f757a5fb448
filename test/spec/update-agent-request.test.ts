import { describe, expect, it } from 'vitest'
import { own } from '../../scripts/src/json.js'
import { asObject, component, document, oracle, valueAt } from './document.js'
import { facts, flat, property } from './fields.js'

const problems = oracle(document)
const create = asObject(valueAt(document, component('CreateAgentRequest')))
const update = asObject(valueAt(document, component('UpdateAgentRequest')))
const membersOf = (schema: typeof create) => Object.keys(asObject(own(schema, 'properties')))
const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'

describe('UpdateAgentRequest', () => {
  it('has the members of a create, but for those that cannot be changed, and forceRedeploy', () => {
    const fixed = new Set(['serviceName', 'region', 'enableKrisp', 'enableManagedKeys'])
    const expected = membersOf(create).filter((name) => !fixed.has(name))
    expect(membersOf(update).toSorted()).toEqual([...expected, 'forceRedeploy'].toSorted())
    expect(own(update, 'required')).toBeUndefined()
  })

  it.each(membersOf(update).filter((name) => name !== 'forceRedeploy'))(
    '%s is as in a create, without a default, since left out it keeps its value',
    (name) => {
      const { default: _, ...said } = facts(property(create, name))
      expect(facts(property(update, name))).toEqual(said)
    },
  )

  it('forceRedeploy is off unless it is asked for', () => {
    expect(facts(property(update, 'forceRedeploy'))).toEqual({ type: 'boolean', default: false })
  })

  it.each(['AutoScaling', 'KrispViva'])('%s has no default in it', (name) => {
    const schema = asObject(valueAt(document, component(name)))
    const defaults = membersOf(schema).map((member) => own(property(schema, member), 'default'))
    expect(new Set(defaults)).toEqual(new Set([undefined]))
    expect(own(flat({ $ref: `#${component(name)}` }), 'default')).toBeUndefined()
  })

  it.each<[string, object]>([
    ['nothing', {}],
    ['an image', { image: 'a/b:1' }],
    ['a build', { buildId }],
    ['one limit', { autoScaling: { maxAgents: 3 } }],
    ['no filter', { krispViva: { audioFilter: null } }],
    ['a new deployment', { forceRedeploy: true }],
    ['a token', { websocketAuth: 'token' }],
  ])('takes %s', (_, value) => {
    expect(problems(component('UpdateAgentRequest'), value)).toEqual([])
  })

  it.each<[string, object]>([
    ['an image and a build', { image: 'a/b:1', buildId }],
    ['a build that is no UUID', { buildId: 'latest' }],
    ['an image that is null', { image: null }],
    ['another name', { serviceName: 'b1' }],
    ['another region', { region: 'us-east' }],
    ['a session too long', { maxSessionDuration: 14401 }],
    ['a misspelt member', { forceRedploy: true }],
  ])('refuses %s', (_, value) => {
    expect(problems(component('UpdateAgentRequest'), value)).not.toEqual([])
  })
})
