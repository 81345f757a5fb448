import { describe, expect, it } from 'vitest'
import { chosenCalls, type PlannedCall } from '../../../corpus/github/planned-calls.js'
import { valuesOf } from '../../../corpus/github/values.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { calls } from './document.js'

const shown = ({ operation, body, answer }: PlannedCall) =>
  [operation.id, body?.example?.key, answer.status, answer.body?.example?.key] as const

describe('calls', () => {
  it('are made for each answer that has all it takes, with the body of the same name or the first', () => {
    expect(calls.map(shown)).toEqual([
      ['things/get', undefined, 200, 'a'],
      ['things/get', undefined, 404, ''],
      ['things/put-it', 'good', 201, 'good'],
      ['things/put-it', 'bad', 201, 'bad'],
      ['things/put-it', 'bad', 204, undefined],
      ['things/all', undefined, 200, ''],
    ])
  })

  it('are chosen if they show something new', () => {
    expect(chosenCalls([...calls, ...calls]).map(shown)).toEqual([
      ['things/get', undefined, 200, 'a'],
      ['things/get', undefined, 404, ''],
      ['things/put-it', 'good', 201, 'good'],
      ['things/put-it', 'bad', 204, undefined],
      ['things/all', undefined, 200, ''],
    ])
  })
})

describe('the value of a parameter', () => {
  const hard = 'a b/ü?x=1&y#50%+,;"'
  it.each<[why: string, parameter: JsonObject, wanted: JsonValue]>([
    ['its example', { example: 'e', schema: { type: 'string', example: 'f' } }, 'e'],
    ['the first of its examples', { examples: { a: { value: 1 }, b: { value: 2 } }, schema: {} }, 1],
    ['one that is referred to', { examples: { a: { $ref: '#/components/examples/A' } }, schema: {} }, 5],
    ['the example of its schema', { schema: { type: 'string', example: 'f' } }, 'f'],
    [
      'no text for an array',
      { schema: { type: 'array', items: { type: 'integer' }, example: 'a[]=1' } },
      [7, 8],
    ],
    ['the first of an enum', { schema: { type: 'string', enum: ['x', 'y'] } }, 'x'],
    ['two of an enum', { schema: { type: 'array', items: { enum: ['x', 'y', 'z'] } } }, ['x', 'y']],
    ['two texts', { schema: { type: 'array', items: { type: 'string' } } }, [hard, 'second']],
    ['not below a minimum', { schema: { type: 'integer', minimum: 9 } }, 9],
    ['a truth', { schema: { type: 'boolean' } }, true],
    ['a date', { schema: { type: 'string', format: 'date' } }, '2026-02-03'],
    ['hard to write', { schema: { type: 'string' } }, hard],
    ['what a pattern asks for', { schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' } }, '1.2.3'],
    ['no longer than allowed', { schema: { type: 'string', maxLength: 10 } }, 'hard-text'],
    [
      'a text where there is a choice',
      { schema: { oneOf: [{ type: 'integer' }, { type: 'string' }] } },
      hard,
    ],
    ['of a schema elsewhere', { schema: { $ref: '#/components/schemas/S' } }, true],
  ])('is %s', (_, object, wanted) => {
    const components = { examples: { A: { value: 5 } }, schemas: { S: { type: 'boolean' } } }
    const operation = { ...calls[0]!.operation, parameters: [{ name: 'p', in: 'query', object }] } // There is one.
    expect(valuesOf({ components }, operation)).toEqual({ query: { p: wanted } })
  })

  it('is refused where no text of the list fits', () => {
    const object = { schema: { type: 'string', pattern: '^never$' } }
    const operation = { ...calls[0]!.operation, parameters: [{ name: 'p', in: 'query', object }] } // There is one.
    expect(() => valuesOf({}, operation)).toThrow('No text of the list is what the pattern ^never$ asks for')
  })
})
