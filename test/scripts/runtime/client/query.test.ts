import { describe, expect, test } from 'vitest'
import { writeQuery } from '../../../../scripts/src/runtime/client/query.js'

describe('writeQuery', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['nothing', {}, ''],
    ['primitives in their order', { s: 'x', n: 1.5, t: true, f: false }, 's=x&n=1.5&t=true&f=false'],
    ['not what is undefined', { a: undefined, b: 1 }, 'b=1'],
    ['null as text', { a: null }, 'a=null'],
    ['empty text', { a: '' }, 'a='],
    ['reserved characters', { 'a&b': '1&c=2#d+e f%[]' }, 'a%26b=1%26c%3D2%23d%2Be%20f%25%5B%5D'],
    ['an own property called __proto__', JSON.parse('{"__proto__":"x"}'), '__proto__=x'],
    ['each item of an array', { x: ['blue', 'a,b', 3, undefined] }, 'x=blue&x=a%2Cb&x=3'],
    ['no empty array', { x: [], y: 1 }, 'y=1'],
  ])('writes %s', (_, values, want) => {
    expect(writeQuery(values)).toBe(want)
  })

  test.each<[string, Record<string, unknown>]>([
    ['an array in an array', { x: [[1]] }],
    ['an object', { x: { y: 1 } }],
    ['half a surrogate pair', { x: '\uDC00' }],
    ['half a surrogate pair in a name', { '\uDC00': 'x' }],
    ['a symbol', { x: Symbol('x') }],
  ])('refuses %s and names the parameter', (_, values) => {
    expect(() => writeQuery(values)).toThrow(`Parameter "${Object.keys(values)[0]}" cannot`)
  })
})
