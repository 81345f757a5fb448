import type { JsonObject } from '../../scripts/src/json.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } })

/** An own property of that name, which an object literal would take for the prototype. */
const proto: JsonObject = JSON.parse(
  '{ "type": "object", "properties": { "__proto__": { "type": "string" } } }',
)

const kind = (name: string, more: JsonObject): JsonObject => ({
  type: 'object',
  properties: { kind: { const: name }, ...more },
  required: ['kind', ...Object.keys(more)],
})

/** A document of what schemas can say and those of the project's document do not. */
export const shapes: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shapes', version: '1' },
  paths: {
    '/accounts': {
      post: {
        operationId: 'createAccount',
        requestBody: { required: true, ...json(ref('Account')) },
        responses: { 201: { description: 'Created.', ...json(ref('Account')) } },
      },
    },
  },
  components: {
    schemas: {
      Account: {
        description: 'One schema for requests and another for responses.',
        type: 'object',
        properties: {
          id: { type: 'string', readOnly: true },
          password: { type: 'string', writeOnly: true },
          pet: ref('Pet'),
          state: ref('State'),
          plan: { enum: ['free', 'paid', 1, null] },
        },
        required: ['id', 'password', 'pet'],
      },
      State: {
        type: ['string', 'null'],
        enum: ['', '+1', '*/*', '__proto__', 'default', 'name', '-name', 'Name', null],
        'x-enum-descriptions': { '*/*': 'Ends */ no comment.' },
      },
      Level: {
        type: 'integer',
        deprecated: true,
        enum: [-1, 0, 1],
        'x-enum-varnames': ['__proto__', 'new', 'a$'],
      },
      Cat: kind('cat', { lives: { type: 'integer', minimum: 0 } }),
      Dog: kind('dog', { owner: ref('Account') }),
      Pet: {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
      },
      Lizard: { allOf: [ref('Reptile'), { properties: { tail: { type: 'boolean' } } }] },
      Reptile: {
        type: 'object',
        properties: { species: { type: 'string' } },
        required: ['species'],
        discriminator: { propertyName: 'species' },
      },
      Tree: {
        $id: 'https://shapes.example/tree',
        $dynamicAnchor: 'node',
        type: 'object',
        properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
      },
      StrictTree: {
        $id: 'https://shapes.example/strict-tree',
        $dynamicAnchor: 'node',
        $ref: 'tree',
        unevaluatedProperties: false,
      },
      Evaluated: {
        type: 'object',
        properties: { a: { type: 'string' } },
        anyOf: [
          { properties: { b: { type: 'number' } }, required: ['b'] },
          { patternProperties: { '^c': true } },
        ],
        if: { required: ['a'] },
        then: { properties: { d: true } },
        unevaluatedProperties: { type: 'boolean' },
      },
      EvaluatedItems: {
        type: 'array',
        prefixItems: [{ type: 'string' }],
        contains: { type: 'number' },
        anyOf: [{ prefixItems: [true, { type: 'null' }] }, { maxItems: 1 }],
        unevaluatedItems: false,
      },
      Proto: {
        ...proto,
        required: ['__proto__', 'constructor'],
        dependentRequired: { toString: ['valueOf'] },
      },
      Content: { type: 'string', contentMediaType: 'application/json', contentSchema: ref('Tree') },
      Scalars: {
        type: 'object',
        properties: {
          huge: { type: 'number', minimum: -1e300, multipleOf: 1e-300 },
          many: { enum: Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? index : `${index}`)) },
          objects: { enum: [{ a: [1] }, null] },
          'a-b/c~d': { type: ['integer', 'null'], exclusiveMaximum: 5 },
          none: { enum: [] },
        },
        propertyNames: { minLength: 2 },
      },
    },
  },
}
