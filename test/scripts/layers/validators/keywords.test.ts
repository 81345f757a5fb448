import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { importValidators } from '../import-validators.js'

/** A schema, values that it accepts, and values that it refuses with the messages of their issues. */
interface Row {
  readonly schema: JsonValue
  readonly accepts: readonly unknown[]
  readonly refuses: readonly (readonly [value: unknown, ...issues: readonly string[]])[]
}

const rows: Readonly<Record<string, Row>> = {
  True: { schema: true, accepts: [null, 1, {}], refuses: [] },
  False: { schema: false, accepts: [], refuses: [[null, 'must be absent']] },
  TypeString: {
    schema: { type: 'string' },
    accepts: ['', 'x'],
    refuses: [
      [1, 'must be a string, but is a number'],
      [null, 'must be a string, but is null'],
      [[], 'must be a string, but is an array'],
      [{}, 'must be a string, but is an object'],
      [undefined, 'must be a string, but is undefined'],
    ],
  },
  TypeNumber: {
    schema: { type: 'number' },
    accepts: [0, -0, 1.5, 1e308],
    refuses: [
      ['1', 'must be a number, but is a string'],
      [Number.NaN, 'must be a number, but is NaN'],
      [Number.POSITIVE_INFINITY, 'must be a number, but is Infinity'],
      [1n, 'must be a number, but is a bigint'],
    ],
  },
  TypeInteger: {
    schema: { type: 'integer' },
    accepts: [0, 1.0, -5, 1e300],
    refuses: [[1.5, 'must be an integer, but is 1.5']],
  },
  TypeList: {
    schema: { type: ['string', 'null'], minLength: 2 },
    accepts: [null, 'ab'],
    refuses: [
      ['a', 'must have at least 2 characters, but has 1'],
      [1, 'must be a string or null, but is a number'],
    ],
  },
  Enum: {
    schema: { enum: ['a', 1, null, { b: [1] }] },
    accepts: ['a', 1, null, { b: [1] }],
    refuses: [
      ['b', 'must be one of "a", 1, null, {"b":[1]}, but is "b"'],
      [{ b: [2] }, 'must be one of "a", 1, null, {"b":[1]}, but is an object'],
    ],
  },
  EnumOfType: {
    schema: { type: 'string', enum: ['a', 1] },
    accepts: ['a'],
    refuses: [[1, 'must be one of "a", but is 1']],
  },
  EnumMany: {
    schema: { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    accepts: [9],
    refuses: [[10, 'must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, but is 10']],
  },
  Const: { schema: { const: [1] }, accepts: [[1]], refuses: [[1, 'must be [1], but is 1']] },
  Minimum: {
    schema: { minimum: 2 },
    accepts: [2, 'x'],
    refuses: [[1.9, 'must be at least 2, but is 1.9']],
  },
  Maximum: { schema: { maximum: 2 }, accepts: [2], refuses: [[3, 'must be at most 2, but is 3']] },
  ExclusiveMinimum: {
    schema: { exclusiveMinimum: 2 },
    accepts: [2.1],
    refuses: [[2, 'must be greater than 2, but is 2']],
  },
  ExclusiveMaximum: {
    schema: { exclusiveMaximum: 2 },
    accepts: [1.9],
    refuses: [[2, 'must be less than 2, but is 2']],
  },
  MultipleOf: {
    schema: { multipleOf: 0.01 },
    accepts: [4.02, 0, 1e300],
    refuses: [[4.021, 'must be a multiple of 0.01, but is 4.021']],
  },
  MinLength: {
    schema: { type: 'string', minLength: 2 },
    accepts: ['ab', '😀😀'],
    refuses: [['😀', 'must have at least 2 characters, but has 1']],
  },
  MaxLength: {
    schema: { type: 'string', maxLength: 1 },
    accepts: ['😀', '\uD800'],
    refuses: [['ab', 'must have at most 1 character, but has 2']],
  },
  Pattern: {
    schema: { pattern: '^\\p{Lu}$' },
    accepts: ['É', 1],
    refuses: [['é', 'must match the pattern ^\\p{Lu}$, but is "é"']],
  },
  Format: {
    schema: { format: 'uuid' },
    accepts: ['13c0be89-5ae8-4b0b-ad22-79565e11de3b', 7],
    refuses: [['x', 'must have the format uuid, but is "x"']],
  },
  FormatInt32: {
    schema: { type: 'integer', format: 'int32' },
    accepts: [2147483647, -2147483648],
    refuses: [[2147483648, 'must have the format int32, but is 2147483648']],
  },
  Properties: {
    schema: {
      type: 'object',
      required: ['a', 'c'],
      properties: { a: { type: 'string' }, 'b-b': { minimum: 1 }, never: false },
    },
    accepts: [
      { a: 'x', c: null },
      { a: 'x', c: 1, 'b-b': 'text', other: 1 },
      { a: '', c: 0, never: undefined },
    ],
    refuses: [
      [{ c: 1 }, 'must have the property "a"'],
      [
        { a: 1, 'b-b': 0, never: 1 },
        '/a must be a string, but is a number',
        '/b-b must be at least 1, but is 0',
        '/never must be absent',
        'must have the property "c"',
      ],
      [[], 'must be an object, but is an array'],
    ],
  },
  OddNames: {
    schema: {
      properties: {
        ['__proto__']: { type: 'string' },
        constructor: { type: 'number' },
        toString: { type: 'number' },
        value: { type: 'number' },
        at: { type: 'number' },
        place: { type: 'number' },
        isObject: { type: 'number' },
        undefined: { type: 'number' },
        'a.b': { type: 'number' },
        aB: { type: 'number' },
        '': { type: 'number' },
        "'": { type: 'number' },
        'a/~b': { type: 'number' },
      },
    },
    accepts: [{}, { constructor: 1 }, JSON.parse('{"__proto__": "x"}')],
    refuses: [
      [JSON.parse('{"__proto__": 1}'), '/__proto__ must be a string, but is a number'],
      [
        { toString: 'x', value: '', at: '' },
        '/toString must be a number, but is a string',
        '/value must be a number, but is a string',
        '/at must be a number, but is a string',
      ],
      [
        { 'a.b': '', aB: 1, '': '', "'": '', 'a/~b': '' },
        '/a.b must be a number, but is a string',
        '/ must be a number, but is a string',
        "/' must be a number, but is a string",
        '/a~1~0b must be a number, but is a string',
      ],
    ],
  },
  Closed: {
    schema: { properties: { a: true }, additionalProperties: false },
    accepts: [{}, { a: 1 }, { b: undefined }],
    refuses: [[{ a: 1, b: 2, c: 3 }, '/b is not a known property', '/c is not a known property']],
  },
  Map: {
    schema: { type: 'object', additionalProperties: { type: 'integer' } },
    accepts: [{}, { a: 1 }],
    refuses: [[{ a: 1.5 }, '/a must be an integer, but is 1.5']],
  },
  PatternProperties: {
    schema: {
      properties: { known: true },
      patternProperties: { '^x-': { type: 'string' }, '-n$': { minLength: 2 } },
      additionalProperties: { type: 'number' },
    },
    accepts: [{ known: {}, 'x-a': '', 'x-n': 'ab', other: 1 }],
    refuses: [
      [{ 'x-n': 'a' }, '/x-n must have at least 2 characters, but has 1'],
      [
        { 'x-n': 1, other: '' },
        '/x-n must be a string, but is a number',
        '/other must be a number, but is a string',
      ],
    ],
  },
  PropertyNames: {
    schema: { propertyNames: { maxLength: 2 } },
    accepts: [{ ab: 1 }],
    refuses: [[{ abc: 1 }, '/abc must have at most 2 characters, but has 3']],
  },
  PropertyCounts: {
    schema: { minProperties: 1, maxProperties: 2 },
    accepts: [{ a: 1 }],
    refuses: [
      [{ a: undefined }, 'must have at least 1 property, but has 0'],
      [{ a: 1, b: 2, c: 3 }, 'must have at most 2 properties, but has 3'],
    ],
  },
  DependentRequired: {
    schema: { dependentRequired: { a: ['b', 'c'] } },
    accepts: [{}, { b: 1 }, { a: 1, b: 1, c: 1 }],
    refuses: [[{ a: 1, b: 1 }, 'must have the property "c" because it has "a"']],
  },
  DependentSchemas: {
    schema: { dependentSchemas: { a: { properties: { b: { type: 'string' } }, required: ['b'] } } },
    accepts: [{ b: 1 }, { a: 1, b: '' }],
    refuses: [[{ a: 1, b: 1 }, '/b must be a string, but is a number']],
  },
  Items: {
    schema: { type: 'array', items: { type: 'string' } },
    accepts: [[], ['a']],
    refuses: [[['a', 1, null], '/1 must be a string, but is a number', '/2 must be a string, but is null']],
  },
  PrefixItems: {
    schema: { prefixItems: [{ type: 'string' }, true, { type: 'number' }], items: { type: 'boolean' } },
    accepts: [[], ['a'], ['a', null, 1, true]],
    refuses: [
      [
        [1, 1, '1', 1],
        '/0 must be a string, but is a number',
        '/2 must be a number, but is a string',
        '/3 must be a boolean, but is a number',
      ],
    ],
  },
  NoMoreItems: {
    schema: { prefixItems: [true], items: false },
    accepts: [[], [1]],
    refuses: [[[1, 2], 'must have at most 1 item, but has 2']],
  },
  ItemCounts: {
    schema: { minItems: 1, maxItems: 2 },
    accepts: [[1]],
    refuses: [
      [[], 'must have at least 1 item, but has 0'],
      [[1, 2, 3], 'must have at most 2 items, but has 3'],
    ],
  },
  UniqueItems: {
    schema: { uniqueItems: true },
    accepts: [[1, '1', [1], ['1'], { a: 1 }, null]],
    refuses: [
      [[1, 2, 1], 'must not have equal items, but item 2 equals item 0'],
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        'must not have equal items, but item 1 equals item 0',
      ],
    ],
  },
  Contains: {
    schema: { contains: { type: 'string' } },
    accepts: [[1, 'a']],
    refuses: [[[1], 'must have an item that matches the schema under "contains"']],
  },
  ContainsCounts: {
    schema: { contains: { type: 'string' }, minContains: 2, maxContains: 3 },
    accepts: [['a', 'b', 1]],
    refuses: [
      [['a'], 'must have at least 2 items matching the schema under "contains", but has 1'],
      [['a', 'b', 'c', 'd'], 'must have at most 3 items matching the schema under "contains", but has 4'],
    ],
  },
  AllOf: {
    schema: { allOf: [{ required: ['a'] }, { required: ['b'] }] },
    accepts: [{ a: 1, b: 1 }],
    refuses: [[{}, 'must have the property "a"', 'must have the property "b"']],
  },
  AnyOf: {
    schema: {
      anyOf: [{ type: 'string' }, { type: 'integer', minimum: 2 }, { type: 'object', required: ['a'] }],
    },
    accepts: ['x', 2, { a: 1 }],
    refuses: [
      [1, 'must be at least 2, but is 1'],
      [true, 'must be a string, an integer or an object, but is a boolean'],
    ],
  },
  OneOf: {
    schema: { oneOf: [{ type: 'integer' }, { minimum: 2 }] },
    accepts: [1, 2.5],
    refuses: [
      [3, 'must match exactly one of 2 alternatives, but matches 2'],
      [1.5, 'must be at least 2, but is 1.5'],
    ],
  },
  OneOfThree: {
    schema: { oneOf: [{ required: ['a'] }, { required: ['b'] }, { required: ['c'] }] },
    accepts: [{ a: 1 }],
    refuses: [
      [{ a: 1, c: 1 }, 'must match exactly one of 3 alternatives, but matches 2'],
      [
        {},
        'must match exactly one of 3 alternatives: must have the property "a"; or must have the property "b"; or must have the property "c"',
      ],
    ],
  },
  Discriminated: {
    schema: {
      oneOf: [
        {
          type: 'object',
          required: ['kind', 'a'],
          properties: { kind: { const: 'a' }, a: { type: 'string' } },
        },
        {
          type: 'object',
          required: ['kind', 'b'],
          properties: { kind: { const: 'b' }, b: { type: 'string' } },
        },
      ],
    },
    accepts: [{ kind: 'a', a: '' }],
    refuses: [[{ kind: 'b', b: 1 }, '/b must be a string, but is a number']],
  },
  Not: {
    schema: { not: { type: 'string' } },
    accepts: [1],
    refuses: [['x', 'must not match the schema under "not"']],
  },
  Ref: {
    schema: {
      type: 'object',
      properties: { child: { $ref: '#/components/schemas/Ref' }, n: { type: 'number' } },
    },
    accepts: [{}, { child: { child: { n: 1 } } }],
    refuses: [
      [
        { child: { child: { n: '' }, n: '' } },
        '/child/child/n must be a number, but is a string',
        '/child/n must be a number, but is a string',
      ],
    ],
  },
  RefWithSiblings: {
    schema: { $ref: '#/components/schemas/TypeString', maxLength: 1 },
    accepts: ['a'],
    refuses: [['ab', 'must have at most 1 character, but has 2']],
  },
  NullableRef: {
    schema: { anyOf: [{ $ref: '#/components/schemas/Closed' }, { type: 'null' }] },
    accepts: [null, {}],
    refuses: [[{ z: 1 }, '/z is not a known property']],
  },
  SeveralTypes: {
    schema: {
      type: ['object', 'array', 'null'],
      properties: { a: { type: 'string' } },
      items: { type: 'number' },
    },
    accepts: [null, { a: '' }, [1]],
    refuses: [
      [{ a: 1 }, '/a must be a string, but is a number'],
      [[''], '/0 must be a number, but is a string'],
      [1, 'must be an object, an array or null, but is a number'],
    ],
  },
}

describe('keywords', async () => {
  const schemas = Object.fromEntries(Object.entries(rows).map(([name, { schema }]) => [name, schema]))
  let imported: ReturnType<typeof importValidators> | undefined
  const validator = async (name: string) => (await (imported ??= importValidators(schemas)))[name]!

  it.each(Object.entries(rows))('%s', async (name, { accepts, refuses }) => {
    const { is, validate, assert, schema } = await validator(name)
    for (const value of accepts) {
      expect(is(value), inspect(value)).toBe(true)
      expect(validate(value)).toEqual({ value })
      expect(() => assert(value)).not.toThrow()
    }
    for (const [value, ...messages] of refuses) {
      expect(is(value), inspect(value)).toBe(false)
      const issues = validate(value).issues?.map(({ pointer, message }) =>
        `${pointer} ${message}`.trimStart(),
      )
      expect(issues).toEqual(messages)
      expect(() => assert(value)).toThrow(messages.join('; '))
      expect(schema['~standard'].validate(value)).toEqual(validate(value))
    }
  })
})
