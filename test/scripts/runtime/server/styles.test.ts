import { describe, expect, it } from 'vitest'
import { decodeParameter, type ParameterFormat } from '../../../../scripts/src/runtime/server/parameter.js'
import type { Reading } from '../../../../scripts/src/runtime/reading/reading.js'
import { textSources } from '../../../../scripts/src/runtime/server/text-sources.js'

type Sent = { readonly path?: string; readonly query?: string; readonly headers?: HeadersInit }

function decode(format: ParameterFormat, { path, query = '', headers = {} }: Sent): unknown {
  const values = new Map(path === undefined ? [] : [[format.name, path]])
  return decodeParameter(
    format,
    textSources(new Request('http://localhost/', { headers }), query, values)[format.in],
  )
}

const malformed = (part: string, message: string) =>
  expect.objectContaining({ refusal: expect.objectContaining({ kind: 'malformed', part, message }) })

const nested = (depth: number): Sent => ({ query: `q=${'['.repeat(depth)}${']'.repeat(depth)}` })
const list: Reading = { array: {} }
const integers: Reading = { array: { types: ['integer'] } }
const color: Reading = { object: { R: { types: ['integer'] }, G: { types: ['integer'] } } }
const free: Reading = { object: {}, others: {} }
const either: Reading = { types: ['integer'], array: { types: ['integer'] } }
const textOrColor: Reading = { types: ['string'], object: { R: { types: ['integer'] } } }

describe('in the path', () => {
  const label = { style: 'label' } as const
  const matrix = { style: 'matrix' } as const
  const explode = { explode: true } as const

  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [list, 'a,b', ['a', 'b']],
    [list, 'a%2Cb,c', ['a,b', 'c']],
    [list, 'a', ['a']],
    [{ ...list, ...explode }, 'a,b', ['a', 'b']],
    [integers, '1,2,x', [1, 2, 'x']],
    [color, 'R,1,G,2', { R: 1, G: 2 }],
    [{ ...color, ...explode }, 'R=1,G=2', { R: 1, G: 2 }],
    [color, 'R,1,G', 'R,1,G'],
    [{ ...color, ...explode }, 'R=1,G', 'R=1,G'],
    [color, 'R,1,R,2', { R: [1, 2] }],
    [either, '1', 1],
    [either, '1,2', [1, 2]],
    [textOrColor, 'R,1', { R: 1 }],
    [textOrColor, 'a', 'a'],
    [{ ...color, ...list }, 'R,1', { R: 1 }],
    [{ ...color, ...list }, 'R,1,x,2', ['R', '1', 'x', '2']],
    [free, '__proto__,1', JSON.parse('{"__proto__":"1"}')],
    [{ object: { a: { json: true } } }, 'a,%5B1%5D', { a: [1] }],
    [{ ...label, types: ['integer'] }, '.5', 5],
    [label, '.a.b', 'a.b'],
    [{ ...label, ...list }, '.a,b.c', ['a', 'b.c']],
    [{ ...label, ...explode, ...integers }, '.1.2', [1, 2]],
    [{ ...label, ...explode, ...list }, '.a%2Eb.c', ['a.b', 'c']],
    [{ ...label, ...color }, '.R,1,G,2', { R: 1, G: 2 }],
    [{ ...label, ...explode, ...color }, '.R=1.G=2', { R: 1, G: 2 }],
    [{ ...matrix, types: ['integer'] }, ';p=5', 5],
    [matrix, ';p', ''],
    [matrix, ';%70=a=b', 'a=b'],
    [{ ...matrix, ...list }, ';p=a,b%3B', ['a', 'b;']],
    [{ ...matrix, ...explode, ...integers }, ';p=1;p=2', [1, 2]],
    [{ ...matrix, ...explode, ...either }, ';p=1', 1],
    [{ ...matrix, ...color }, ';p=R,1,G,2', { R: 1, G: 2 }],
    [{ ...matrix, ...explode, ...color }, ';R=1;G=2', { R: 1, G: 2 }],
    [{ ...matrix, ...explode, ...textOrColor }, ';p=a', 'a'],
    [{ ...matrix, ...explode, ...textOrColor }, ';R=1', { R: 1 }],
    [{ isJson: true }, '%7B%22a%22%3A1%7D', { a: 1 }],
  ])('of format %j, %j is %j', (format, path, want) => {
    expect(decode({ in: 'path', name: 'p', ...format }, { path })).toEqual(want)
  })

  it.each<[Partial<ParameterFormat>, string, string]>([
    [label, 'a', 'is not in the style label'],
    [matrix, 'p=a', 'is not in the style matrix'],
    [matrix, ';q=a', 'is not in the style matrix'],
    [matrix, ';p=a;p=b', 'is not in the style matrix'],
    [{ ...matrix, ...list }, ';p=a;p=b', 'is not in the style matrix'],
    [{ ...matrix, ...explode, ...list }, ';p=a;q=b', 'is not in the style matrix'],
    [{ ...label, ...list }, '.%FF', 'has an escape that is malformed or no UTF-8'],
    [{ isJson: true }, '%7B', 'is not valid JSON'],
    [{ isJson: true }, 'a', 'is not valid JSON'],
  ])('of format %j, %j is malformed', (format, path, what) => {
    expect(() => decode({ in: 'path', name: 'p', ...format }, { path })).toThrow(
      malformed('path', `The path parameter p ${what}`),
    )
  })
})

describe('in the query', () => {
  const flat = { explode: false } as const

  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [{ ...flat, ...integers }, 'q=1,2', [1, 2]],
    [{ ...flat, ...list }, 'q=a%2Cb,c+d', ['a,b', 'c d']],
    [{ ...flat, ...list }, 'q=', ['']],
    [{ ...flat, ...list }, '', undefined],
    [{ ...flat, ...integers }, 'q=1,2&q=3', [1, 2, 3]],
    [{ ...flat, ...color }, 'q=R,1,G,2', { R: 1, G: 2 }],
    [{ ...flat, ...color }, 'q=R,1&q=G,2', ['R,1', 'G,2']],
    [{ ...flat, ...color }, 'q=', ''],
    [flat, 'q=a,b', 'a,b'],
    [{ ...flat, ...either }, 'q=1', 1],
    [{ ...flat, ...either }, 'q=1,2', [1, 2]],
    [{ ...flat, types: ['null'], ...list }, 'q=null', null],
    [{ style: 'spaceDelimited', ...integers }, 'q=1%202+3 4', [1, 2, 3, 4]],
    [{ style: 'spaceDelimited', ...color }, 'q=R%201', { R: 1 }],
    [{ style: 'spaceDelimited' }, 'q=a%20b', 'a b'],
    [{ style: 'spaceDelimited', explode: true, ...list }, 'q=a%20b&q=c', ['a b', 'c']],
    [{ style: 'pipeDelimited', ...integers }, 'q=1|2%7C3%7c4', [1, 2, 3, 4]],
    [{ style: 'pipeDelimited', ...color }, 'q=R|1', { R: 1 }],
    [{ style: 'pipeDelimited', explode: true, ...list }, 'q=a|b&q=c', ['a|b', 'c']],
    [{ isJson: true }, 'q={"a":[1]}', { a: [1] }],
    [{ isJson: true }, 'q=%22a+b%22', 'a b'],
    [{ isJson: true }, 'q=null', null],
    [{ isJson: true }, 'q=1&q=2', [1, 2]],
    [{ isJson: true }, '', undefined],
  ])('of format %j, %j is %j', (format, query, want) => {
    expect(decode({ in: 'query', name: 'q', ...format }, { query })).toEqual(want)
  })

  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [color, 'R=1&x=2&G=3', { R: 1, G: 3 }],
    [color, 'x=2', undefined],
    [color, 'q=2', '2'],
    [color, 'R=1&R=2', { R: [1, 2] }],
    [{ object: { a: integers } }, 'a=1', { a: [1] }],
    [{ object: { a: integers } }, 'a=1&a=2', { a: [1, 2] }],
    [{ ...textOrColor }, 'q=a', 'a'],
    [{ ...textOrColor }, 'q=a&R=1', { R: 1 }],
    [{ ...free, types: ['string'] }, 'q=a', 'a'],
    [{ ...free, others: { types: ['integer'] } }, 'a=1&b=2', { a: 1, b: 2 }],
    [free, 'toString=1&__proto__=2', JSON.parse('{"toString":"1","__proto__":"2"}')],
    [{ ...free, taken: ['limit', 'page'] }, 'limit=1&page[size]=2&a[b]=3', { 'a[b]': '3' }],
    [{ ...free, taken: ['limit'] }, 'limit=1', undefined],
  ])('an exploded object of format %j is, in %j, %j', (format, query, want) => {
    expect(decode({ in: 'query', name: 'q', ...format }, { query })).toEqual(want)
  })

  it('a malformed escape of a member is one of the parameter', () => {
    expect(() => decode({ in: 'query', name: 'q', ...color }, { query: 'R=%zz' })).toThrow(
      malformed('query', 'The query parameter q has an escape that is malformed or no UTF-8'),
    )
  })

  it('JSON that is nested too deep is malformed', () => {
    const format = { in: 'query', name: 'q', isJson: true } as const
    expect(decode(format, nested(512))).toBeInstanceOf(Array)
    expect(() => decode(format, nested(513))).toThrow(
      malformed('query', 'The query parameter q is not valid JSON'),
    )
  })
})

describe('in the style deepObject', () => {
  const deep: ParameterFormat = { in: 'query', name: 'f', style: 'deepObject' }

  it.each<[Reading, string, unknown]>([
    [color, 'f[R]=1&f%5BG%5D=2', { R: 1, G: 2 }],
    [color, 'f[R]=x', { R: 'x' }],
    [color, 'f[x]=1', { x: '1' }],
    [color, 'g[R]=1&fR=2&F[R]=3', undefined],
    [color, 'f=1', '1'],
    [color, 'f[R]=1&f[R]=2', { R: [1, 2] }],
    [color, 'f[R][]=1', { R: ['1'] }],
    [{ types: ['integer'], ...color }, 'f=1', 1],
    [{ object: { a: { object: { b: { types: ['integer'] } } } } }, 'f[a][b]=1', { a: { b: 1 } }],
    [integers, 'f[]=1&f[]=2', [1, 2]],
    [integers, 'f[1]=1&f[0]=2', [2, 1]],
    [integers, 'f[0]=1&f[2]=2', { 0: '1', 2: '2' }],
    [integers, 'f[00]=1', { '00': '1' }],
    [integers, 'f[4294967295]=1', { 4294967295: '1' }],
    [integers, 'f=1&f=2', [1, 2]],
    [integers, 'f=1', [1]],
    [{ array: color }, 'f[0][R]=1&f[1][R]=2&f[1][G]=3', [{ R: 1 }, { R: 2, G: 3 }]],
    [{ array: integers }, 'f[0][]=1&f[1][]=2&f[1][]=3', [[1], [2, 3]]],
    [{ object: { 0: { types: ['integer'] } } }, 'f[0]=1', { 0: 1 }],
    [{}, 'f[0]=1', ['1']],
    [{}, 'f[a][]=1', { a: ['1'] }],
    [free, 'f[__proto__][a]=1', JSON.parse('{"__proto__":{"a":"1"}}')],
    [free, 'f[a+b]=c%26d', { 'a b': 'c&d' }],
    [free, 'f[a][b][c][d][e]=1', { a: { b: { c: { d: { e: '1' } } } } }],
    [free, '', undefined],
  ])('of reading %j, %j is %j', (reading, query, want) => {
    expect(decode({ ...deep, ...reading }, { query })).toEqual(want)
  })

  it.each<[string, string]>([
    ['f[a=1', 'has brackets that do not match'],
    ['f[a]b=1', 'has brackets that do not match'],
    ['f[[a]]=1', 'has brackets that do not match'],
    [`f${'[a]'.repeat(33)}=1`, 'is nested deeper than 32 levels'],
    ['f[a]=1&f[a][b]=2', 'is both a text and something with members'],
    ['f[a][b]=2&f[a]=1', 'is both a text and something with members'],
    ['f=1&f[a]=2', 'is both a text and something with members'],
    ['f[]=1&f[0]=2', 'has items with and without an index'],
    ['f[][a]=1&f[][b]=2', 'has items without an index that are no texts'],
    ['f[a]=%zz', 'has an escape that is malformed or no UTF-8'],
  ])('%j is malformed', (query, what) => {
    expect(() => decode(deep, { query })).toThrow(malformed('query', `The query parameter f ${what}`))
  })
})

describe('in a header', () => {
  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [list, 'a, b ,c', ['a', 'b', 'c']],
    [list, 'a%2Cb%,50%,%zz,%FF', ['a,b%', '50%', '%zz', '%FF']],
    [list, '%20a', [' a']],
    [integers, '1, 2', [1, 2]],
    [color, 'R, 1, G, 2', { R: 1, G: 2 }],
    [{ ...color, explode: true }, 'R=1, G=2', { R: 1, G: 2 }],
    [{ ...free, explode: true }, 'a%3D=b=', { 'a=': 'b=' }],
    [{}, 'a,%2C', 'a,%2C'],
    [{ isJson: true }, '{"a":1}', { a: 1 }],
  ])('of format %j, %j is %j', (format, text, want) => {
    expect(decode({ in: 'header', name: 'X-A', ...format }, { headers: { 'x-a': text } })).toEqual(want)
  })

  it('JSON may be malformed', () => {
    expect(() => decode({ in: 'header', name: 'X-A', isJson: true }, { headers: { 'x-a': '{' } })).toThrow(
      malformed('header', 'The header parameter X-A is not valid JSON'),
    )
  })
})

describe('in cookies', () => {
  it.each<[Partial<ParameterFormat>, string, unknown]>([
    [integers, 'c=1; c=2; d=3', [1, 2]],
    [{ ...integers, explode: false }, 'c=1,2', [1, 2]],
    [{ ...list, explode: false }, 'c="a%2Cb,c"', ['a,b', 'c']],
    [color, 'R=1; G=2; c=3', { R: 1, G: 2 }],
    [{ ...color, explode: false }, 'c=R,1', { R: 1 }],
    [{ isJson: true }, 'c=%7B%22a%22%3A1%7D', { a: 1 }],
    [{ isJson: true }, 'd=1', undefined],
  ])('of format %j, %j is %j', (format, cookie, want) => {
    expect(decode({ in: 'cookie', name: 'c', ...format }, { headers: { cookie } })).toEqual(want)
  })

  it('JSON may be malformed', () => {
    expect(() => decode({ in: 'cookie', name: 'c', isJson: true }, { headers: { cookie: 'c=' } })).toThrow(
      malformed('cookie', 'The cookie parameter c is not valid JSON'),
    )
  })
})
