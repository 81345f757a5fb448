import { describe, expect, it } from 'vitest'
import { decodeParameter, type ParameterFormat } from '../../../../scripts/src/runtime/server/parameter.js'
import { textSources } from '../../../../scripts/src/runtime/server/text-sources.js'

function decode(
  format: ParameterFormat,
  { query = '', headers = {}, path }: { query?: string; headers?: Record<string, string>; path?: string },
) {
  const values = new Map(path === undefined ? [] : [[format.name, path]])
  const sources = textSources(new Request('http://localhost/', { headers }), query, values)
  return decodeParameter(format, sources[format.in])
}

describe('a parameter in the query', () => {
  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [{}, 'q=a', 'a'],
    [{}, 'q=', ''],
    [{}, 'q', ''],
    [{}, 'q=a=b', 'a=b'],
    [{}, 'q=a+b%20c%2Bd', 'a b c+d'],
    [{}, 'q=%2541', '%41'],
    [{}, 'q=%E2%82%AC', '€'],
    [{}, '%71=a', 'a'],
    [{}, 'x=1&&q=a&', 'a'],
    [{}, 'Q=a', undefined],
    [{}, '', undefined],
    [{}, 'q=a&q=b', ['a', 'b']],
    [{}, '%E0%A4=1&q=a', 'a'],
    [{}, 'x=%zz&q=a', 'a'],
    [{}, 'q=12', '12'],
    [{ types: ['integer'] }, 'q=12', 12],
    [{ types: ['integer'] }, 'q=-12', -12],
    [{ types: ['integer'] }, 'q=0', 0],
    [{ types: ['integer'] }, 'q=012', '012'],
    [{ types: ['integer'] }, 'q=+12', ' 12'],
    [{ types: ['integer'] }, 'q=%2B12', '+12'],
    [{ types: ['integer'] }, 'q=12.0', '12.0'],
    [{ types: ['integer'] }, 'q=1e3', '1e3'],
    [{ types: ['integer'] }, 'q=0x10', '0x10'],
    [{ types: ['integer'] }, 'q=', ''],
    [{ types: ['integer'] }, 'q=%2012', ' 12'],
    [{ types: ['integer'] }, 'q=12%0A', '12\n'],
    [{ types: ['integer'] }, 'q=9007199254740991', 9_007_199_254_740_991],
    [{ types: ['integer'] }, 'q=9007199254740992', '9007199254740992'],
    [{ types: ['integer'] }, 'q=true', 'true'],
    [{ types: ['number'] }, 'q=1.5', 1.5],
    [{ types: ['number'] }, 'q=-1.5e-3', -0.0015],
    [{ types: ['number'] }, 'q=.5', '.5'],
    [{ types: ['number'] }, 'q=5.', '5.'],
    [{ types: ['number'] }, 'q=1e999', '1e999'],
    [{ types: ['number'] }, 'q=NaN', 'NaN'],
    [{ types: ['number'] }, 'q=Infinity', 'Infinity'],
    [{ types: ['boolean'] }, 'q=true', true],
    [{ types: ['boolean'] }, 'q=false', false],
    [{ types: ['boolean'] }, 'q=TRUE', 'TRUE'],
    [{ types: ['boolean'] }, 'q=1', '1'],
    [{ types: ['integer', 'boolean'] }, 'q=true', true],
    [{ types: ['integer', 'boolean'] }, 'q=7', 7],
    [{ types: ['integer'] }, 'q=1&q=2', [1, 2]],
    [{ array: {} }, 'q=a', ['a']],
    [{ array: {} }, 'q=a,b', ['a,b']],
    [{ array: {} }, 'q=a&x=0&q=b', ['a', 'b']],
    [{ array: {} }, '', undefined],
    [{ array: { types: ['integer'] } }, 'q=1&q=x', [1, 'x']],
    [{ types: ['null', 'integer'] }, 'q=null', null],
    [{ types: ['null', 'integer'] }, 'q=', ''],
    [{ types: ['null'], array: {} }, 'q=null', null],
    [{ types: ['null'], array: {} }, 'q=a', ['a']],
    [{ types: ['string'], array: {} }, 'q=a', 'a'],
    [{ types: ['string'], array: {} }, 'q=a&q=b', ['a', 'b']],
    [{ array: { json: true } }, 'q={"a":1}&q=[]&q=1&q={', [{ a: 1 }, [], '1', '{']],
    [{ isUnusedIfEmpty: true }, 'q=', undefined],
    [{ isUnusedIfEmpty: true }, 'q', undefined],
    [{ isUnusedIfEmpty: true, array: {} }, 'q=&q=a', ['', 'a']],
  ])('of format %j is in %j: %j', (format, query, want) => {
    expect(decode({ in: 'query', name: 'q', ...format }, { query })).toEqual(want)
  })

  it.each(['q=%', 'q=%zz', 'q=%E0%A4', 'q=ok&q=%ff'])('refuses the escape in %j', (query) => {
    expect(() => decode({ in: 'query', name: 'q' }, { query })).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ kind: 'malformed', part: 'query' }) }),
    )
  })
})

describe('a parameter in the path', () => {
  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [{}, 'a', 'a'],
    [{}, 'a%2Fb', 'a/b'],
    [{}, '%2541', '%41'],
    [{}, 'a+b', 'a+b'],
    [{}, '%E2%82%AC', '€'],
    [{ types: ['integer'] }, '12', 12],
    [{ types: ['integer'] }, '%31%32', 12],
    [{ types: ['integer'] }, '12a', '12a'],
  ])('of format %j is in %j: %j', (format, path, want) => {
    expect(decode({ in: 'path', name: 'p', ...format }, { path })).toEqual(want)
  })

  it.each(['%FF', 'a%C3'])('refuses %j, which is no UTF-8', (path) => {
    expect(() => decode({ in: 'path', name: 'p' }, { path })).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ kind: 'malformed', part: 'path' }) }),
    )
  })
})

describe('a parameter in a header', () => {
  it.each<[Partial<ParameterFormat>, Record<string, string>, unknown]>([
    [{}, { 'x-trace': 'a' }, 'a'],
    [{}, { 'X-TRACE': 'a' }, 'a'],
    [{}, { 'x-trace': ' a%20b ' }, 'a%20b'],
    [{}, {}, undefined],
    [{ types: ['integer'] }, { 'x-trace': '7' }, 7],
    [{ types: ['boolean'] }, { 'x-trace': 'yes' }, 'yes'],
  ])('of format %j is in %j: %j', (format, headers, want) => {
    expect(decode({ in: 'header', name: 'X-Trace', ...format }, { headers })).toEqual(want)
  })
})

describe('a parameter in a cookie', () => {
  it.each<[string, unknown]>([
    ['c=a', 'a'],
    ['b=1; c=a; d=2', 'a'],
    ['b=1 ; c = a ; d=2', 'a'],
    ['c="a"', 'a'],
    ['c=a%20b', 'a b'],
    ['c=100%', '100%'],
    ['c=a=b', 'a=b'],
    ['C=a', undefined],
    ['c', undefined],
    ['', undefined],
  ])('is in %j: %j', (cookie, want) => {
    expect(decode({ in: 'cookie', name: 'c' }, { headers: { cookie } })).toEqual(want)
  })
})
