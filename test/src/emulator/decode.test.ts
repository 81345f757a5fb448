import { describe, expect, it } from 'vitest'
import {
  type Decode,
  DecodeError,
  flag,
  list,
  object,
  oneOf,
  optional,
  quantity,
  text,
  time,
  valid,
} from '../../../src/emulator/decode.js'

const pair = object<{ a: string; b?: number | undefined }>({ a: text, b: optional(quantity) })

const good: readonly (readonly [Decode<unknown>, value: unknown, decoded: unknown])[] = [
  [text, '', ''],
  [flag, false, false],
  [quantity, 0, 0],
  [quantity, 1.5, 1.5],
  [time, '2026-05-11T08:00:00.000Z', new Date('2026-05-11T08:00:00.000Z')],
  [oneOf('a', 'b'), 'b', 'b'],
  [optional(text), undefined, undefined],
  [list(text), ['a', 'b'], ['a', 'b']],
  [pair, { a: 'x' }, { a: 'x' }],
  [pair, { b: 1, a: 'x' }, { a: 'x', b: 1 }],
  [valid(() => ({ value: 5 })), 5, 5],
]

const bad: readonly (readonly [Decode<unknown>, value: unknown, message: string])[] = [
  [text, 5, '/ must be a string, but is 5'],
  [flag, 'true', "/ must be true or false, but is 'true'"],
  [quantity, -1, '/ must be a number, 0 or more, but is -1'],
  [quantity, Number.NaN, '/ must be a number, 0 or more, but is NaN'],
  [time, 'soon', "/ must be a time, such as 2026-05-11T08:00:00.000Z, but is 'soon'"],
  [time, 5, '/ must be a time, such as 2026-05-11T08:00:00.000Z, but is 5'],
  [oneOf('a', 'b'), 'c', "/ must be one of a, b, but is 'c'"],
  [list(text), {}, '/ must be an array, but is {}'],
  [list(text), ['a', 1, null], '/1 must be a string, but is 1\n/2 must be a string, but is null'],
  [pair, null, '/ must be an object, but is null'],
  [pair, [], '/ must be an object, but is []'],
  [pair, {}, '/a must be a string, but is undefined'],
  [
    pair,
    { a: 1, b: 'x', 'c/~': 1 },
    "/a must be a string, but is 1\n/b must be a number, 0 or more, but is 'x'\n/c~1~0 is not known",
  ],
  [pair, JSON.parse('{ "a": "x", "__proto__": {} }'), '/__proto__ is not known'],
  [list(pair), [{ a: 'x' }, { a: null }], '/1/a must be a string, but is null'],
  [list(valid(() => ({ issues: [{ pointer: '/x', message: 'is bad' }] }))), [1], '/0/x is bad'],
]

describe('decoding', () => {
  it.each(good)('%# takes what it should', (decode, value, decoded) => {
    expect(decode(value, '')).toEqual(decoded)
  })

  it.each(bad)('%# says all that is wrong with %2$j', (decode, value, message) => {
    expect(() => decode(value, '')).toThrow(new DecodeError(issuesOf(message)))
    expect(() => decode(value, '')).toThrow(message)
  })
})

function issuesOf(message: string) {
  return message.split('\n').map((line) => {
    const [pointer = ''] = line.split(' ')
    return { pointer: pointer === '/' ? '' : pointer, message: line.slice(pointer.length + 1) }
  })
}
