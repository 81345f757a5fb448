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
    ['what is inside an item as JSON', { x: [[1], { a: 'b' }] }, 'x=%5B1%5D&x=%7B%22a%22%3A%22b%22%7D'],
  ])('writes %s', (_, values, want) => {
    expect(writeQuery(values)).toBe(want)
  })

  test.each<[string, Record<string, unknown>]>([
    ['an object, of which the document says nothing', { x: { y: 1 } }],
    ['a date', { x: new Date(0) }],
    ['a date in an array', { x: [new Date(0)] }],
    ['a map', { x: new Map([['y', 1]]) }],
    ['a bigint', { x: 1n }],
    ['half a surrogate pair', { x: '\uDC00' }],
    ['half a surrogate pair in a name', { '\uDC00': 'x' }],
    ['a symbol', { x: Symbol('x') }],
  ])('refuses %s and names the parameter', (_, values) => {
    expect(() => writeQuery(values)).toThrow(`Parameter "${Object.keys(values)[0]}" cannot`)
  })
})
