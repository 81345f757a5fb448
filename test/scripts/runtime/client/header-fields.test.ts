import { expect, test } from 'vitest'
import { headerFields } from '../../../../scripts/src/runtime/client/header-fields.js'
import type { ParameterStyle } from '../../../../scripts/src/runtime/client/parameter-style.js'

test.each<[string, Record<string, unknown>, Record<string, string>]>([
  ['nothing', {}, {}],
  ['primitives', { A: 'x y%', B: 1, C: false, D: null }, { A: 'x y%', B: '1', C: 'false', D: 'null' }],
  ['text with what separates items', { A: 'a,b=%2C' }, { A: 'a,b=%2C' }],
  ['not what is undefined', { A: undefined }, {}],
  ['items', { A: ['a b', 1, undefined, true] }, { A: 'a b,1,true' }],
  ['what separates items', { A: ['a,b', 'c'] }, { A: 'a%2Cb,c' }],
  ['what would be taken for an escape', { A: ['%2C', '50%', '%zz'] }, { A: '%252C,50%,%zz' }],
  ['space around an item', { A: [' a b ', '\t'] }, { A: '%20a b%20,%09' }],
  ['line breaks inside an item', { A: ['a\r\nb'] }, { A: 'a%0D%0Ab' }],
  ['members', { A: { a: 1, b: 'c=d' } }, { A: 'a,1,b,c=d' }],
  ['no array or object that is empty', { A: [], B: {}, C: { a: undefined } }, {}],
])('headerFields writes %s', (_, values, want) => {
  expect(headerFields(values)).toEqual(want)
})

test.each<[string, ParameterStyle, unknown, string]>([
  ['exploded items', { explode: true }, ['a', 'b'], 'a,b'],
  ['exploded members', { explode: true }, { 'a=': 'b=', c: 1 }, 'a%3D=b=,c=1'],
  ['JSON, in ASCII', { isJson: true }, { é: ['😀\n', 1] }, '{"\\u00e9":["\\ud83d\\ude00\\n",1]}'],
])('headerFields writes %s', (_, style, value, want) => {
  expect(headerFields({ A: value }, { A: style })).toEqual({ A: want })
})

test('headerFields refuses what is no plain value', () => {
  expect(() => headerFields({ A: new Date(0) })).toThrow(
    /^Parameter "A" cannot be or hold what is of a class/,
  )
})
