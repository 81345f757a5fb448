import { describe, expect, it } from 'vitest'
import { smallValue, turnsOf, wholeValue } from '../../../corpus/stripe/values.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'

const text = { type: 'string' }
const number = { type: 'integer' }
const empty = { type: 'string', enum: [''] }
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
})
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items })
const anyOf = (...branches: JsonObject[]): JsonObject => ({ anyOf: branches })

describe('a whole value', () => {
  it.each<[JsonObject, JsonValue, turn?: number]>([
    [text, 'ü1'],
    [
      object({ a: text, b: number, c: text, d: number, e: text, f: number, g: text, h: text }),
      { a: 'ü1', b: 2, c: '1+13', d: 4, e: '😀5', f: 6, g: "!*'()~7", h: '#/?;:@,"<>\\^`{|}\n8' },
    ],
    [listOf(object({ a: text })), [{ a: 'ü1' }, { a: '[x]2' }]],
    [
      listOf({ ...text, maxLength: 1 }), // of the emoji it takes the whole
      ['ü', '['],
    ],
    [
      object({ n: number, m: number, o: number, p: number, t: { ...text, maxLength: 1 } }),
      expect.objectContaining({ t: '😀' }),
    ],
    [{ type: 'string', format: 'decimal' }, '1.50'],
    [listOf({ type: 'boolean' }), [false, true]],
    [{ type: 'number' }, 1.5],
    [{ ...text, enum: ['b', 'a'] }, 'b'],
    [{ ...text, enum: ['b', 'a'] }, 'a', 1],
    [
      { type: 'object', additionalProperties: text },
      { order_id: 'ü1', 'a&b=c +ü%😀': '[x]2' },
    ],
    [object({}), {}],
    [anyOf(listOf(text), empty), ['ü1', '[x]2']],
    [anyOf(listOf(text), empty), '', 1],
    [anyOf(anyOf(number, text), empty), 'ü1', 2],
  ])('of %j is %j', (schema, value, turn = 0) => {
    expect(wholeValue(schema, turn)).toEqual(value)
  })

  it('is not made of what is not known', () => {
    expect(() => wholeValue(object({ a: { $ref: '#/a' } }), 0)).toThrow('schema {"$ref":"#/a"}')
  })
})

describe('a small value', () => {
  it.each<[JsonObject, JsonValue]>([
    [object({ a: text, b: number, c: text }, { required: ['b', 'c'] }), { b: 1, c: '[x]2' }],
    [object({ a: listOf(text), b: number }), { a: ['ü1'] }],
    [object({ a: { type: 'object', additionalProperties: number } }), { a: { order_id: 1 } }],
    [object({}), {}],
  ])('of %j is %j', (schema, value) => {
    expect(smallValue(schema)).toEqual(value)
  })
})

it.each<[JsonObject, number]>([
  [text, 1],
  [object({}), 1],
  [object({ a: anyOf(text, empty), b: anyOf(text, number, empty) }), 3],
  [anyOf(listOf(anyOf(text, number)), empty), 4],
  [{ type: 'object', additionalProperties: anyOf(text, empty) }, 2],
])('%j has alternatives for %i turns', (schema, turns) => {
  expect(turnsOf(schema)).toBe(turns)
})
