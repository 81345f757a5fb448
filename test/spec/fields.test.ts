import { describe, expect, it } from 'vitest'
import { childPointer, isJsonObject, own, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { asObject, component, pageExample } from './document.js'
import { facts, flat, property } from './fields.js'

/** What the reference page says of a field. */
interface Field {
  readonly type: string
  readonly nullable?: true
  readonly format?: string
  readonly enum?: readonly string[]
  readonly default?: JsonValue
  readonly deprecated?: true
  readonly required?: true
  readonly example?: JsonValue
}

const request: Record<string, Field> = {
  serviceName: { type: 'string', required: true, example: 'my-voice-agent' },
  image: { type: 'string', required: true, example: 'your-username/my-agent:latest' },
  region: { type: 'string', default: 'us-west', example: 'us-west' },
  nodeType: { type: 'string', default: 'arm', example: 'arm' },
  imagePullSecretSet: { type: 'string', example: 'dockerhub-credentials' },
  secretSet: { type: 'string', example: 'my-agent-secrets' },
  autoScaling: { type: 'object' },
  enableKrisp: { type: 'boolean', default: false, deprecated: true, example: false },
  krispViva: { type: 'object' },
  agentProfile: {
    type: 'string',
    enum: ['agent-1x', 'agent-2x', 'agent-3x'],
    default: 'agent-1x',
    example: 'agent-1x',
  },
  enableManagedKeys: { type: 'boolean', default: false, example: false },
}

const response: Record<string, Field> = {
  name: { type: 'string' },
  region: { type: 'string' },
  ready: { type: 'boolean' },
  createdAt: { type: 'string', format: 'date-time' },
  updatedAt: { type: 'string', format: 'date-time' },
  activeDeploymentId: { type: 'string' },
  activeDeploymentReady: { type: 'boolean' },
  autoScaling: { type: 'object' },
  activeSessionCount: { type: 'integer' },
  deployment: { type: 'object', nullable: true },
  agentProfile: { type: 'string', nullable: true },
  krispViva: { type: 'object', nullable: true },
}

/** What has changed since the page. That a build may replace the image is held by rules.test.ts. */
const since: Record<string, object> = {
  serviceName: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])$', maxLength: 54 },
  image: { required: undefined },
  activeDeploymentId: { deprecated: true },
  activeDeploymentReady: { deprecated: true },
}

type Member = [kind: string, pointer: string, type: string, schema: JsonObject | undefined]

/** Every member of the page's example at any depth, with the type of its value and the schema that the document has. */
function members(name: string, kind: 'request' | 'response'): Member[] {
  return [...membersOf(pageExample(kind), flat({ $ref: `#${component(name)}` }), '')]

  function* membersOf(value: JsonValue, schema: JsonObject | undefined, pointer: string): Generator<Member> {
    if (pointer !== '') yield [kind, pointer, typeOf(value), schema]
    if (Array.isArray(value))
      for (const [index, item] of value.entries())
        yield* membersOf(item, schema && flat(schema['items']), childPointer(pointer, index))
    if (isJsonObject(value))
      for (const [key, child] of Object.entries(value)) {
        const properties = asObject((schema && own(schema, 'properties')) ?? {})
        const declared = own(properties, key)
        yield* membersOf(
          child,
          declared === undefined ? undefined : flat(declared),
          childPointer(pointer, key),
        )
      }
  }
}

/** The JSON Schema type that says most about a value. */
function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

describe('the fields of the reference page', () => {
  it.each(Object.entries(request))('%s of the request is as the page states', (name, field) => {
    const schema = flat({ $ref: `#${component('CreateAgentRequest')}` })
    const { required } = schema
    const { examples, ...said } = property(schema, name)
    expect({
      ...facts(said),
      required: Array.isArray(required) && required.includes(name) ? true : undefined,
      example: Array.isArray(examples) ? examples[0] : undefined,
    }).toEqual({ ...field, ...since[name] })
  })

  it.each(Object.entries(response))('%s of the response is as the page states', (name, field) => {
    const said = property(flat({ $ref: `#${component('Agent')}` }), name)
    const counts = field.type === 'integer' ? { minimum: 0 } : {}
    expect(facts(said)).toEqual({ ...field, ...counts, ...since[name] })
  })

  it.each([
    ['request', request],
    ['response', response],
  ] as const)('each have a row for the %s', (kind, fields) => {
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(pageExample(kind))))
  })

  it.each([...members('CreateAgentRequest', 'request'), ...members('Agent', 'response')])(
    '%s %s is declared, as %s',
    (_kind, _pointer, type, schema) => {
      expect(schema?.['type']).toBe(type)
    },
  )
})
