import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import type { Parameter } from '../../../scripts/src/model/types.js'
import { build, operationDocument } from './read-model.js'

const schemas = {
  Id: { type: 'integer' },
  Ids: { type: 'array', items: { $ref: '#/components/schemas/Id' } },
  Range: { type: 'object', properties: { from: { type: 'integer' }, to: { type: 'integer' } } },
  Tree: {
    type: 'object',
    properties: { size: { type: 'integer' }, next: { $ref: '#/components/schemas/Tree' } },
    additionalProperties: false,
  },
}
const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` })
const array = (items: JsonValue): JsonObject => ({ type: 'array', items })
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
})

/** The parameters of an operation; whatever is remarked on them. */
function parametersOf(parameters: JsonValue[], more: JsonObject = {}): readonly Parameter[] {
  const components = { schemas, securitySchemes: { Key: { type: 'apiKey', in: 'query', name: 'key' } } }
  const document = operationDocument({ parameters, ...more }, { components, path: '/{p}' })
  return build(document).model.operations[0]!.parameters
}

const reading = (parameter: JsonObject) =>
  parametersOf([{ name: 'a', in: 'query', ...parameter }])[0]?.reading

describe('a text stands for', () => {
  it.each<readonly [schema: JsonValue, want: unknown]>([
    [true, {}],
    [{}, {}],
    [{ type: 'string' }, {}],
    [{ type: ['string', 'null', 'integer'] }, {}],
    [{ type: 'boolean' }, { types: ['boolean'] }],
    [{ type: ['number', 'null'] }, { types: ['number', 'null'] }],
    [{ enum: ['a', 1, 1.5, null, true] }, {}],
    [{ enum: [1, 1.5, null, true] }, { types: ['integer', 'number', 'null', 'boolean'] }],
    [{ const: 'a' }, {}],
    [{ const: null }, { types: ['null'] }],
    [{ type: 'number', enum: [1, 2] }, { types: ['integer'] }],
    [{ type: ['string', 'integer'], enum: [1] }, { types: ['integer'] }],
    [ref('Id'), { types: ['integer'] }],
    [{ ...ref('Id'), type: ['integer', 'string'] }, { types: ['integer'] }],
    [{ allOf: [{ minimum: 1 }, { type: 'number' }] }, { types: ['number'] }],
    [{ anyOf: [{ type: 'boolean' }, ref('Id')] }, { types: ['boolean', 'integer'] }],
    [{ anyOf: [{ type: 'boolean' }, {}] }, {}],
    [{ oneOf: [{ const: 1 }, { const: true }] }, { types: ['integer', 'boolean'] }],
  ])('of schema %j: %j', (schema, want) => {
    expect(reading({ schema })).toEqual(want)
  })
})

describe('the items', () => {
  it.each<readonly [schema: JsonValue, want: unknown]>([
    [array({ type: 'string' }), { array: {} }],
    [{ type: 'array' }, { array: {} }],
    [{ items: { type: 'integer' } }, { array: { types: ['integer'] } }],
    [ref('Ids'), { array: { types: ['integer'] } }],
    [{ allOf: [ref('Ids')] }, { array: { types: ['integer'] } }],
    [{ allOf: [ref('Ids'), { items: { type: ['integer', 'boolean'] } }] }, { array: { types: ['integer'] } }],
    [
      { type: ['array', 'string'], items: ref('Id') },
      { types: ['string'], array: { types: ['integer'] } },
    ],
    [{ anyOf: [ref('Ids'), { type: 'null' }] }, { types: ['null'], array: { types: ['integer'] } }],
    [{ oneOf: [ref('Ids'), array({ type: 'boolean' })] }, { array: { types: ['integer', 'boolean'] } }],
    [
      { type: 'array', prefixItems: [{ type: 'boolean' }], items: { type: 'integer' } },
      { array: { types: ['boolean', 'integer'] } },
    ],
    [array(ref('Ids')), { array: { json: true } }],
    [array({ type: ['object', 'integer'] }), { array: { types: ['integer'], json: true } }],
  ])('of schema %j: %j', (schema, want) => {
    expect(reading({ schema })).toEqual(want)
  })
})

describe('the members', () => {
  const range = { from: { types: ['integer'] }, to: { types: ['integer'] } }

  it.each<readonly [parameter: JsonObject, want: unknown]>([
    [{ schema: ref('Range') }, { object: range }],
    [{ schema: { properties: { from: ref('Id') } } }, { object: { from: { types: ['integer'] } } }],
    [{ schema: { anyOf: [ref('Range'), ref('Id')] } }, { types: ['integer'], object: range }],
    [
      { schema: { allOf: [ref('Range'), object({ a: { type: 'string' } })] } },
      { object: { ...range, a: {} } },
    ],
    [{ schema: { type: 'object' } }, { object: {}, others: {} }],
    [{ schema: { type: 'object', additionalProperties: false } }, { object: {} }],
    [
      { schema: object({}, { additionalProperties: { type: 'integer' } }) },
      { object: {}, others: { types: ['integer'] } },
    ],
    [{ schema: object({ a: true }, { additionalProperties: true }) }, { object: { a: {} }, others: {} }],
    [
      { schema: object({}, { additionalProperties: false, patternProperties: { x: { type: 'boolean' } } }) },
      { object: {}, others: { types: ['boolean'] } },
    ],
    [
      { schema: object(JSON.parse('{"__proto__":{"type":"integer"}}')) },
      { object: JSON.parse('{"__proto__":{"types":["integer"]}}') },
    ],
    // Exploded, members are parameters of their own; else what is inside them is JSON.
    [
      { schema: object({ a: ref('Ids'), b: ref('Range') }) },
      { object: { a: { array: { types: ['integer'] } }, b: { json: true } } },
    ],
    [{ explode: false, schema: object({ a: ref('Ids') }) }, { object: { a: { json: true } } }],
    [{ style: 'pipeDelimited', schema: object({ a: ref('Ids') }) }, { object: { a: { json: true } } }],
    [
      { style: 'deepObject', schema: object({ a: ref('Ids'), b: ref('Range'), c: array(ref('Range')) }) },
      {
        object: {
          a: { array: { types: ['integer'] } },
          b: { object: range },
          c: { array: { object: range } },
        },
      },
    ],
    [
      { style: 'deepObject', schema: ref('Tree') },
      { object: { size: { types: ['integer'] }, next: { isTooDeep: true } } },
    ],
    [
      { style: 'deepObject', schema: array(ref('Tree')) },
      { array: { object: { size: { types: ['integer'] }, next: { isTooDeep: true } } } },
    ],
    [
      {
        style: 'deepObject',
        schema: { anyOf: [object({ a: { anyOf: [object({ b: ref('Id') }), ref('Id')] } }), ref('Id')] },
      },
      { types: ['integer'], object: { a: { types: ['integer'], object: { b: { types: ['integer'] } } } } },
    ],
  ])('of parameter %j: %j', (parameter, want) => {
    expect(reading(parameter)).toEqual(want)
  })

  it('are read only so deep where schemas are in one another', () => {
    const names = Array.from({ length: 12 }, (_, index) => `Node${index}`)
    const inOneAnother = Object.fromEntries(
      names.map((name) => [
        name,
        object(Object.fromEntries(names.map((key) => [key, { $ref: `#/components/schemas/${key}` }]))),
      ]),
    )
    const parameter = { name: 'a', in: 'query', style: 'deepObject', schema: inOneAnother['Node0']! }
    const document = operationDocument({ parameters: [parameter] }, { components: { schemas: inOneAnother } })
    const read = build(document).model.operations[0]?.parameters[0]?.reading
    expect(read?.object?.['Node1']?.object?.['Node2']).toEqual({ isTooDeep: true })
  })
})

describe('the names that an object does not take', () => {
  it('are those of other parameters, of their members, and of credentials', () => {
    const [free, ...others] = parametersOf(
      [
        { name: 'free', in: 'query', schema: { type: 'object' } },
        { name: 'limit', in: 'query', schema: ref('Id') },
        { name: 'range', in: 'query', schema: ref('Range') },
        { name: 'p', in: 'path', required: true, schema: ref('Id') },
      ],
      { security: [{ Key: [] }] },
    )
    expect(free?.taken).toEqual(['limit', 'range', 'from', 'to', 'key'])
    expect(others.map(({ taken }) => taken)).toEqual([undefined, undefined, undefined])
  })
})
