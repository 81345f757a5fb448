import { expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { schemasDocument } from '../../model/read-model.js'
import { typeErrors } from './compile.js'
import { printTypes } from './print.js'

/**
 * Assertions about the type of each schema: it is the given type, in both directions. The schemas in `common` are there to
 * refer to.
 */
const rows: readonly (readonly [schema: JsonValue, type: string])[] = [
  [true, 'unknown'],
  [false, 'never'],
  [{}, 'unknown'],
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'integer', minimum: 1 }, 'number'],
  [{ type: 'null' }, 'null'],
  [{ type: 'null', anyOf: [{ type: 'string' }, { type: 'null' }] }, 'null'],
  [{ const: null }, 'null'],
  [{ const: 'a"b\\c\u2028' }, String.raw`"a\"b\\c\u2028"`],
  [{ const: -1.5 }, '-1.5'],
  [{ enum: ['a', 1, true, null] }, '"a" | 1 | true | null'],
  [{ type: ['string', 'null'], enum: ['tel', null] }, '"tel" | null'],
  [{ type: 'object', enum: [{ a: 1 }, { a: 2 }] }, '{ a: 1 } | { a: 2 }'],
  [{ type: ['object', 'null'], required: ['a'], enum: [{ a: 1 }, null] }, '{ a: 1 } | null'],
  [{ enum: [] }, 'never'],
  [{ type: 'object' }, 'Record<string, unknown>'],
  [{ type: 'array' }, 'unknown[]'],
  [{ type: 'array', items: { type: 'string' }, minItems: 2 }, 'string[]'],
  [{ type: 'array', items: { type: 'array', items: { type: 'null' } } }, 'null[][]'],
  [
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] },
    '[string?, number?, ...unknown[]]',
  ],
  [
    { type: 'array', prefixItems: [{ type: 'string' }, true], minItems: 1, items: false },
    '[string, unknown?]',
  ],
  [
    { type: ['array', 'null'], prefixItems: [{ type: 'string' }], minItems: 9, items: { type: 'number' } },
    '[string, ...number[]] | null',
  ],
  [
    { type: 'object', properties: { a: { type: 'string' }, b: false, c: true }, required: ['c'] },
    '{ a?: string; b?: never; c: unknown }',
  ],
  [{ type: 'object', properties: { a: { type: 'string', default: 'x' } } }, '{ a?: string }'],
  [{ properties: { a: { type: 'string' } } }, '{ a?: string }'],
  [{ type: 'object', properties: { a: { type: 'string', readOnly: true } } }, '{ readonly a?: string }'],
  [{ type: 'object', properties: { a: { $ref: '#/components/schemas/Name' } } }, '{ a?: string }'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, '{ [key: string]: string }'],
  [{ type: 'object', additionalProperties: true }, '{ [key: string]: unknown }'],
  [{ type: 'object', patternProperties: { '^a': { type: 'string' } } }, '{ [key: string]: unknown }'],
  [
    { type: 'object', patternProperties: { '^a': { type: 'string' } }, additionalProperties: false },
    '{ [key: string]: string }',
  ],
  [
    { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: { type: 'string' } },
    '{ a?: number } & { [key: string]: string | number }',
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'number' } },
      patternProperties: { '^b': { type: 'null' } },
      additionalProperties: { type: 'string' },
    },
    '{ a?: number } & { [key: string]: string | number | null }',
  ],
  [
    { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: {} },
    '{ a?: number } & { [key: string]: unknown }',
  ],
  [{ type: 'object', required: ['id', 'id'] }, '{ id: unknown }'],
  [
    { type: 'object', required: ['id'], additionalProperties: { type: 'string' } },
    '{ id: string } & { [key: string]: string }',
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'number' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    '{ a: string; b?: number } | { a?: string; b: number }',
  ],
  [
    {
      type: 'object',
      properties: { name: { type: 'string' }, image: { type: 'string' }, build: { type: 'string' } },
      required: ['name'],
      oneOf: [
        { required: ['image'], properties: { build: false } },
        { required: ['build'], properties: { image: false } },
      ],
    },
    '{ name: string; image: string; build?: never } | { name: string; build: string; image?: never }',
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      anyOf: [
        { properties: { b: { type: 'string' } }, required: ['b'] },
        { properties: { c: { type: 'string' } }, required: ['c'] },
      ],
    },
    '{ a: string; b: string } | { a: string; c: string }',
  ],
  [{ oneOf: [{ required: ['a'] }, true] }, 'unknown'],
  [{ $ref: '#/components/schemas/MaybePet', required: ['name'] }, '{ name: string } | null'],
  [{ $ref: '#/components/schemas/Pet' }, '{ kind?: string; name?: string }'],
  [{ $ref: '#/components/schemas/Pet', required: ['name'] }, '{ kind?: string; name: string }'],
  [{ $ref: '#/components/schemas/Pet', description: 'One' }, '{ kind?: string; name?: string }'],
  [{ $ref: '#/components/schemas/Pet/properties/name' }, 'string'],
  [{ $ref: '#/components/schemas/Pet/$defs/age' }, 'number'],
  [{ $defs: { unused: true }, type: 'object', properties: { a: true } }, '{ a?: unknown }'],
  [
    {
      allOf: [
        { $ref: '#/components/schemas/Pet' },
        { type: 'object', properties: { age: { type: 'number' } } },
      ],
      required: ['name'],
    },
    '{ kind?: string; name: string } & { age?: number }',
  ],
  [
    { allOf: [{ $ref: '#/components/schemas/Dog' }], required: ['name', 'breed', 'other'] },
    '{ kind?: string; name: string; breed: string; other: unknown }',
  ],
  [{ allOf: [{ $ref: '#/components/schemas/MaybePet' }], required: ['other'] }, '{ name?: string } | null'],
  [
    { $ref: '#/components/schemas/Dog', type: 'object', required: ['kind'] },
    '{ kind: string; name?: string; breed?: string }',
  ],
  [
    {
      type: 'object',
      required: ['id', 'a'],
      oneOf: [
        { properties: { id: { const: 1 } }, required: ['id'] },
        { properties: { id: { const: 2 } }, required: ['id'] },
      ],
    },
    '{ id: 1; a: unknown } | { id: 2; a: unknown }',
  ],
  [{ allOf: [{ type: 'string' }, true] }, 'string'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [
    { oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] },
    '{ kind?: string; name?: string } | null',
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { properties: { a: { const: 'x' } } }],
    },
    '{ a?: string }',
  ],
  [
    {
      type: 'object',
      properties: { a: true },
      anyOf: [{ properties: { b: { type: 'string' } } }, { properties: { c: { type: 'string' } } }],
    },
    '{ a?: unknown } & ({ b?: string } | { c?: string })',
  ],
  [
    {
      discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Pet' } },
      oneOf: [{ $ref: '#/components/schemas/Pet' }],
    },
    '{ kind?: string; name?: string }',
  ],
  [{ type: 'string', nullable: true, 'x-enum-varnames': ['a'] }, 'string'],
  [
    {
      type: ['object', 'boolean'],
      allOf: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({
        type: ['object', 'boolean'],
        properties: { [name]: { type: 'string' } },
      })),
    },
    '{ a?: string; b?: string; c?: string; d?: string; e?: string; f?: string; g?: string } | boolean',
  ],
]

const common = {
  Name: { type: 'string' },
  MaybePet: { type: ['object', 'null'], properties: { name: { type: 'string' } } },
  Pet: {
    type: 'object',
    properties: { kind: { type: 'string' }, name: { type: 'string' } },
    $defs: { age: { type: 'number' } },
  },
  Dog: {
    allOf: [
      { $ref: '#/components/schemas/Pet' },
      { type: 'object', properties: { breed: { type: 'string' } } },
    ],
  },
}

const SAME = `type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
export const same = <A, B>(_: Same<A, B>): void => undefined
`

it('the types of schemas are what the schemas say', () => {
  const schemas = Object.fromEntries(rows.map(([schema], index) => [`Row${index}`, schema]))
  const files = printTypes(schemasDocument({ ...common, ...schemas }))
  const checks = rows.map(([, type], index) => `same<types.Row${index}, ${type}>(true)`)
  const test = [
    `import type { types } from './index.js'`,
    `import { same } from './same.js'`,
    ...checks,
    // Shows that the check can fail.
    'same<types.Name, number>(true)',
  ]
  const errors = typeErrors([
    ...files,
    { path: 'same.ts', content: SAME },
    { path: 'test.ts', content: test.join('\n') },
  ])
  const wrong = errors.map((error) => test[Number(/^\/test\.ts:(\d+)/.exec(error)?.[1]) - 1] ?? error)
  expect(wrong).toEqual([test.at(-1)])
})
