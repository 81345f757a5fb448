import { expect, test } from 'vitest'
import { type HeaderFormat, headersReader } from '../../../../scripts/src/runtime/client/read-headers.js'
import { headerFields } from '../../../../scripts/src/runtime/client/header-fields.js'

const integers: HeaderFormat = { array: { types: ['integer'] } }
const point: HeaderFormat = { object: { x: { types: ['integer'] }, y: {} } }

test.each<readonly [text: string, format: HeaderFormat, want: unknown]>([
  ['7', {}, '7'],
  ['a, b', {}, 'a, b'],
  ['', {}, ''],
  ['7', { types: ['integer'] }, 7],
  ['7.5', { types: ['integer'] }, '7.5'],
  ['soon', { types: ['integer'] }, 'soon'],
  ['true', { types: ['boolean'] }, true],
  ['1, 2,3', integers, [1, 2, 3]],
  ['1', integers, [1]],
  ['1,two', integers, [1, 'two']],
  ['a%2Cb, 100%', { array: {} }, ['a,b', '100%']],
  ['x,1,y,a', point, { x: 1, y: 'a' }],
  ['x=1, y=a', { ...point, explode: true }, { x: 1, y: 'a' }],
  ['x,1,y', point, 'x,1,y'],
  ['nothing', point, 'nothing'],
  ['{"a":[1]}', { isJson: true }, { a: [1] }],
  ['null', { isJson: true }, null],
  ['{"a":', { isJson: true }, '{"a":'],
])('a header field %j of %j is %j', (text, format, want) => {
  const response = new Response(null, { headers: { 'x-it': text } })
  expect(headersReader({ 'X-It': format, 'X-Other': format })(response)).toEqual({ 'X-It': want })
})

test.each<readonly [value: unknown, format: HeaderFormat]>([
  [[1, 2], integers],
  [['a,b', ' c ', '%2C'], { array: {} }],
  [{ x: 1, y: 'a,b' }, point],
  [
    { x: 1, y: 'a=b' },
    { ...point, explode: true },
  ],
  [{ a: 'ä' }, { isJson: true }],
])('%j is read back as it was written', (value, format) => {
  const { explode = false, isJson = false } = format
  const response = new Response(null, {
    headers: headerFields({ it: value }, { it: isJson ? { isJson } : { explode } }),
  })
  expect(headersReader({ it: format })(response)).toEqual({ it: value })
})
