import { expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { formatIssue } from '../../../../scripts/src/runtime/validation.js'
import { importValidators } from '../import-validators.js'

const DEPTH = 100_000
const MILLION = 1_000_000

/** Arrays in one another, the innermost with an item. */
function nested(item: unknown): unknown {
  let value = [item]
  for (let level = 1; level < DEPTH; level += 1) value = [value]
  return value
}

const parse = (text: string): unknown => JSON.parse(text)
const numbers = Array.from({ length: MILLION }, (_, index) => index)
const texts = numbers.map((index) => `text ${index}`)
const objects = numbers.slice(0, DEPTH).map((id) => ({ id, tags: [`${id}`] }))

class Instance {
  readonly own = 1
  get computed(): number {
    return this.own
  }
}

interface Row {
  readonly what: string
  readonly schema: JsonValue
  readonly valid: readonly unknown[]
  readonly invalid: readonly (readonly [value: unknown, issue: string])[]
}

const string = { type: 'string' }
const proto = JSON.parse('{ "__proto__": { "type": "string" } }') as JsonValue // an own property

const rows: readonly Row[] = [
  {
    what: 'any array, nested deep',
    schema: { type: 'array', minItems: 1 },
    valid: [nested(1)],
    invalid: [[{ a: nested(1) }, 'must be an array, but is an object']],
  },
  {
    what: 'equal items, nested deep',
    schema: { uniqueItems: true },
    valid: [[nested(1), nested(2)]],
    invalid: [[[nested(1), nested(1)], 'must not have equal items, but item 1 equals item 0']],
  },
  {
    what: 'a constant compared with what is nested deep',
    schema: { const: [[1]] },
    valid: [[[1]]],
    invalid: [[nested(1), 'must be [[1]], but is an array']],
  },
  {
    what: 'a million items',
    schema: { uniqueItems: true, maxItems: MILLION },
    valid: [numbers, texts, objects],
    invalid: [
      [[...numbers.slice(1), 1], 'must not have equal items, but item 999999 equals item 0'],
      [[...texts.slice(1), 'text 1'], 'must not have equal items, but item 999999 equals item 0'],
      [[...objects, { tags: ['7'], id: 7 }], 'must not have equal items, but item 100000 equals item 7'],
      [[...numbers, 'one more'], 'must have at most 1000000 items, but has 1000001'],
    ],
  },
  {
    what: 'a million properties',
    schema: { additionalProperties: { type: 'number' } },
    valid: [Object.fromEntries(texts.map((text) => [text, 1]))],
    invalid: [
      [
        Object.fromEntries([...texts, 'a'].map((text) => [text, text.length > 1 ? 1 : null])),
        '/a must be a number, but is null',
      ],
    ],
  },
  {
    what: 'a million characters',
    schema: { type: 'string', maxLength: MILLION, minLength: 2, pattern: '^(?:😀|x)+$' },
    valid: ['😀'.repeat(MILLION), 'x'.repeat(MILLION)],
    invalid: [['😀'.repeat(MILLION + 1), 'must have at most 1000000 characters, but has 1000001']],
  },
  {
    what: 'a property __proto__',
    schema: { properties: proto, required: ['__proto__'], additionalProperties: false },
    valid: [parse('{ "__proto__": "a" }')],
    invalid: [
      [{}, 'must have the property "__proto__"'],
      [{ __proto__: { a: 1 } }, 'must have the property "__proto__"'],
      [parse('{ "__proto__": 1 }'), '/__proto__ must be a string, but is a number'],
    ],
  },
  {
    what: 'a property __proto__ that is not listed',
    schema: { properties: { a: true }, additionalProperties: false },
    valid: [{ __proto__: { b: 1 } }],
    invalid: [[parse('{ "__proto__": 1 }'), '/__proto__ is not a known property']],
  },
  {
    what: 'a property __proto__ that no schema evaluates',
    schema: { anyOf: [{ patternProperties: { '^a': true } }], unevaluatedProperties: false },
    valid: [{ a: 1, __proto__: { b: 1 } }],
    invalid: [[parse('{ "__proto__": 1 }'), '/__proto__ is not a known property']],
  },
  {
    what: 'a property __proto__ by its name, its value and what depends on it',
    schema: {
      propertyNames: { minLength: 2 },
      additionalProperties: string,
      dependentRequired: JSON.parse('{ "__proto__": ["bb"] }') as JsonValue, // an object of lists
    },
    valid: [parse('{ "__proto__": "a", "bb": "b" }'), { bb: 'b' }],
    invalid: [
      [parse('{ "__proto__": "a" }'), 'must have the property "bb" because it has "__proto__"'],
      [parse('{ "__proto__": 1, "bb": "b" }'), '/__proto__ must be a string, but is a number'],
    ],
  },
  {
    what: 'names that every object inherits',
    schema: { properties: { constructor: string, valueOf: string }, required: ['toString'] },
    valid: [{ toString: 1 }, { toString: 1, constructor: 'a' }],
    invalid: [
      [{}, 'must have the property "toString"'],
      [Object.create({ toString: 1 }), 'must have the property "toString"'],
      [{ toString: 1, valueOf: 1 }, '/valueOf must be a string, but is a number'],
    ],
  },
  {
    what: 'objects without and with other prototypes',
    schema: {
      type: 'object',
      properties: { own: { type: 'number' } },
      required: ['own'],
      additionalProperties: false,
    },
    valid: [Object.assign(Object.create(null), { own: 1 }), new Instance(), { own: 1, computed: undefined }],
    invalid: [
      [Object.create({ own: 1 }), 'must have the property "own"'],
      [
        Object.assign(Object.create(null), parse('{ "own": 1, "__proto__": 2 }')),
        '/__proto__ is not a known property',
      ],
    ],
  },
  {
    what: 'a zero with a sign',
    schema: { type: 'integer', minimum: 0, maximum: 0, multipleOf: 5, enum: [0, 1] },
    valid: [0, -0],
    invalid: [],
  },
  {
    what: 'a zero with a sign, excluded',
    schema: { exclusiveMinimum: 0 },
    valid: [Number.MIN_VALUE],
    invalid: [[-0, 'must be greater than 0, but is 0']],
  },
  {
    what: 'a constant that is a zero with a sign, in an object',
    schema: { const: { a: -0 } },
    valid: [{ a: 0 }, { a: -0 }],
    invalid: [[{ a: false }, 'must be {"a":0}, but is an object']],
  },
  ...['number', 'integer'].map((type) => ({
    what: `what is no number of JSON, where ${type} is asked for`,
    schema: { type },
    valid: [Number.MAX_SAFE_INTEGER, -1e308],
    invalid: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(
      (value) =>
        [value, `must be ${type === 'number' ? 'a number' : 'an integer'}, but is ${value}`] as const,
    ),
  })),
  ...[
    [{ minimum: 5 }, 'at least 5'],
    [{ maximum: 5 }, 'at most 5'],
    [{ exclusiveMinimum: 5 }, 'greater than 5'],
    [{ exclusiveMaximum: 5 }, 'less than 5'],
    [{ multipleOf: 5 }, 'a multiple of 5'],
    [{ minimum: 5, not: { type: 'null' } }, 'at least 5'],
  ].map(([schema, bound]) => ({
    what: `NaN, of which no comparison is true, by ${JSON.stringify(schema)}`,
    schema: schema!,
    valid: ['no number'],
    invalid: [[Number.NaN, `must be ${String(bound)}, but is NaN`] as const],
  })),
  {
    what: 'what is no value of JSON',
    schema: { type: ['null', 'boolean', 'number', 'string', 'array', 'object'] },
    valid: [null, {}],
    invalid: [
      [undefined, 'must be null, a boolean, a number, a string, an array or an object, but is undefined'],
      [1n, 'must be null, a boolean, a number, a string, an array or an object, but is a bigint'],
      [Symbol('a'), 'must be null, a boolean, a number, a string, an array or an object, but is a symbol'],
      [() => 1, 'must be null, a boolean, a number, a string, an array or an object, but is a function'],
    ],
  },
  {
    what: 'huge exponents',
    schema: { type: 'number', minimum: -1e308, maximum: 1.7976931348623157e308, multipleOf: 5e-324 },
    valid: [1.7976931348623157e308, 5e-324, -1e308, 1e300],
    invalid: [[-1.1e308, 'must be at least -1e+308, but is -1.1e+308']],
  },
  {
    what: 'multiples with huge exponents',
    schema: { multipleOf: 1e300 },
    valid: [1e300, 3e300, 0],
    invalid: [[1e299, 'must be a multiple of 1e+300, but is 1e+299']],
  },
  {
    what: 'integers that are written with an exponent or a fraction',
    schema: { type: 'integer' },
    valid: [parse('1e300'), parse('1.0'), parse('-0.0'), parse('120e-1')],
    invalid: [[parse('1e-300'), 'must be an integer, but is 1e-300']],
  },
  {
    what: 'halves of surrogate pairs, of which each is a character',
    schema: { type: 'string', minLength: 2, maxLength: 2 },
    valid: ['\ud83d\ud83d', '\ude00\ud83d', '😀\ud83d'],
    invalid: [
      ['\ud83d\ude00', 'must have at least 2 characters, but has 1'],
      ['\ude00\ud83d\ude00\ud83d', 'must have at most 2 characters, but has 3'],
    ],
  },
  {
    what: 'halves of surrogate pairs in what is compared and in messages',
    schema: { enum: ['\ud83d', '😀'] },
    valid: ['\ud83d', '😀'],
    invalid: [['\ude00', String.raw`must be one of "\ud83d", "😀", but is "\ude00"`]],
  },
  {
    what: 'halves of surrogate pairs in names and patterns',
    schema: { patternProperties: { '^[\ud800-\udbff]$': { type: 'null' } }, additionalProperties: false },
    valid: [{ '\ud83d': null }],
    invalid: [
      [{ '\ud83d': 1 }, '/\ud83d must be null, but is a number'],
      [{ '😀': null }, '/😀 is not a known property'],
    ],
  },
]

it('tells extreme values right, and says what is wrong', { timeout: 60_000 }, async () => {
  const validators = await importValidators(
    Object.fromEntries(rows.map(({ schema }, index) => [`Row${index}`, schema])),
  )
  for (const [index, { what, valid, invalid }] of rows.entries()) {
    const { is, validate } = validators[`Row${index}`]!
    const says = (value: unknown) => [is(value), validate(value).issues?.map(formatIssue)]
    expect([what, valid.map(says)]).toEqual([what, valid.map(() => [true, undefined])])
    expect([what, invalid.map(([value]) => says(value))]).toEqual([
      what,
      invalid.map(([, issue]) => [false, [issue]]),
    ])
  }
})
