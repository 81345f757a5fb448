import { describe, expect, test } from 'vitest'
import { cookiePairs } from '../../../../scripts/src/runtime/client/cookies.js'
import { headerFields } from '../../../../scripts/src/runtime/client/header-fields.js'
import type { ParameterStyle } from '../../../../scripts/src/runtime/client/parameter-style.js'
import { expandPath } from '../../../../scripts/src/runtime/client/path.js'
import { writeQuery } from '../../../../scripts/src/runtime/client/query.js'

const string = 'blue'
const array = ['blue', 'black', 'brown']
const object = { R: 100, G: 200, B: 150 }

type Row = readonly [style: ParameterStyle, primitive: string, array: string, object: string]

/** The examples of styles (OpenAPI 3.1.1, 4.8.12.4). */
describe('the table of the specification', () => {
  test.each<Row>([
    [
      { style: 'matrix', explode: false },
      ';color=blue',
      ';color=blue,black,brown',
      ';color=R,100,G,200,B,150',
    ],
    [
      { style: 'matrix', explode: true },
      ';color=blue',
      ';color=blue;color=black;color=brown',
      ';R=100;G=200;B=150',
    ],
    [{ style: 'label', explode: false }, '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    [{ style: 'label', explode: true }, '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    [{ style: 'simple', explode: false }, 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    [{ style: 'simple', explode: true }, 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ])('%j, in the path', (style, ...wants) => {
    const found = [string, array, object].map((color) => expandPath('/{color}', { color }, { color: style }))
    expect(found).toEqual(wants.map((want) => `/${want}`))
  })

  test.each<Row>([
    [{ explode: false }, 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    [{ explode: true }, 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ])('%j, in a header', (style, ...wants) => {
    const found = [string, array, object].map((color) => headerFields({ color }, { color: style })['color'])
    expect(found).toEqual(wants)
  })

  const form: readonly Row[] = [
    [{ explode: false }, 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    [{ explode: true }, 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ]
  test.each<Row>([
    ...form,
    // Where the specification has no example for a primitive or what is exploded, it is written as in the style `form`.
    [
      { style: 'spaceDelimited' },
      'color=blue',
      'color=blue%20black%20brown',
      'color=R%20100%20G%20200%20B%20150',
    ],
    [
      { style: 'spaceDelimited', explode: true },
      'color=blue',
      'color=blue&color=black&color=brown',
      'R=100&G=200&B=150',
    ],
    [
      { style: 'pipeDelimited' },
      'color=blue',
      'color=blue%7Cblack%7Cbrown',
      'color=R%7C100%7CG%7C200%7CB%7C150',
    ],
    [
      { style: 'pipeDelimited', explode: true },
      'color=blue',
      'color=blue&color=black&color=brown',
      'R=100&G=200&B=150',
    ],
    [
      { style: 'deepObject', explode: true },
      'color=blue',
      'color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown',
      'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
    ],
  ])('%j, in the query', (style, ...wants) => {
    expect([string, array, object].map((color) => writeQuery({ color }, { color: style }))).toEqual(wants)
  })

  test.each(form)('%j, in cookies', (style, ...wants) => {
    const found = [string, array, object].map((color) => cookiePairs({ color }, { color: style }))
    expect(found).toEqual(wants.map((want) => want.split('&')))
  })

  test('an empty text', () => {
    expect(writeQuery({ color: '' })).toBe('color=')
    expect(cookiePairs({ color: '' })).toEqual(['color='])
    expect(headerFields({ color: '' })).toEqual({ color: '' })
    expect(expandPath('/a{color}', { color: '' }, { color: { style: 'matrix' } })).toBe('/a;color')
    expect(expandPath('/a{color}', { color: '' }, { color: { style: 'label' } })).toBe('/a.')
    expect(expandPath('/a{color}', { color: '' }, { color: { style: 'simple' } })).toBe('/a')
  })
})

describe('objects in the style deepObject', () => {
  test.each<[string, unknown, string]>([
    ['objects inside', { a: { b: { c: 1 } } }, 'f[a][b][c]=1'],
    ['arrays of texts inside', { a: [1, 'x', null] }, 'f[a][]=1&f[a][]=x&f[a][]=null'],
    ['arrays of objects', { a: [{ b: 1 }, { b: 2, c: 3 }] }, 'f[a][0][b]=1&f[a][1][b]=2&f[a][1][c]=3'],
    ['arrays of arrays', [[1], [2, 3]], 'f[0][]=1&f[1][]=2&f[1][]=3'],
    ['arrays of both', [1, { a: 2 }], 'f[0]=1&f[1][a]=2'],
    ['nothing of what is empty or undefined', { a: [], b: {}, c: undefined, d: [undefined], e: '' }, 'f[e]='],
    ['what has to be escaped', { 'a b&': 'c=d&e' }, 'f[a%20b%26]=c%3Dd%26e'],
    ['a member called __proto__', JSON.parse('{"__proto__":{"a":1}}'), 'f[__proto__][a]=1'],
  ])('have %s', (_, value, want) => {
    const found = writeQuery({ f: value }, { f: { style: 'deepObject' } })
    expect(found.replaceAll('%5B', '[').replaceAll('%5D', ']')).toBe(want)
    expect(found).not.toMatch(/[[\]]/)
  })

  const circular: { a?: unknown } = {}
  circular.a = circular
  test.each<[string, unknown, RegExp]>([
    ['brackets in a name', { 'a][b': 1 }, /cannot have a member "a\]\[b"/],
    ['an empty item', [[], [1]], /cannot hold an item that is an empty array or object/],
    ['an empty name', { '': 1 }, /cannot have a member ""/],
    ['a class', { a: new Date(0) }, /cannot be or hold what is of a class/],
    ['a circle', circular, /is nested deeper than 32 levels/],
  ])('cannot have %s', (_, value, message) => {
    expect(() => writeQuery({ f: value }, { f: { style: 'deepObject' } })).toThrow(message)
    expect(() => writeQuery({ f: value }, { f: { style: 'deepObject' } })).toThrow(/^Parameter "f" /)
  })
})

describe('what a style could not tell from its own delimiters', () => {
  test.each<[string, ParameterStyle, unknown, string]>([
    ['a comma', { explode: false }, ['a,b', 'c'], 'q=a%2Cb,c'],
    ['a comma among what is reserved', { explode: false, allowReserved: true }, ['a,b/', 'c'], 'q=a%2Cb/,c'],
    ['an ampersand', { allowReserved: true }, 'a&b=1', 'q=a%26b=1'],
    ['a number sign', { allowReserved: true }, 'a#b', 'q=a%23b'],
    ['a plus sign, which forms read as a space', { allowReserved: true }, 'a+b', 'q=a%2Bb'],
    ['an equals sign in a name', { explode: true, allowReserved: true }, { 'a=b': '=' }, 'a%3Db=='],
  ])('is encoded: %s', (_, style, value, want) => {
    expect(writeQuery({ q: value }, { q: style })).toBe(want)
  })

  test.each<[string, string, string]>([
    ['escapes', '%2F%zz%', '%2F%25zz%25'],
    ['what is reserved', ":/?[]@!$'()*,;=", ":/?[]@!$'()*,;="],
    ['no other character', 'é "<>\\^`{|}', '%C3%A9%20%22%3C%3E%5C%5E%60%7B%7C%7D'],
  ])('allowReserved leaves %s', (_, value, want) => {
    expect(writeQuery({ q: value }, { q: { allowReserved: true } })).toBe(`q=${want}`)
  })

  test.each<[ParameterStyle, unknown]>([
    [{ style: 'spaceDelimited' }, ['a b']],
    [{ style: 'spaceDelimited', allowReserved: true }, ['a%20b']],
    [{ style: 'pipeDelimited' }, ['a', 'b|c']],
    [{ style: 'pipeDelimited' }, { 'a|': 1 }],
    [{ style: 'pipeDelimited', allowReserved: true }, ['a%7cb']],
  ])('is refused in the style %j: %j', (style, value) => {
    expect(() => writeQuery({ q: value }, { q: style })).toThrow(
      /^Parameter "q" cannot hold "[ |]" in an item: its style separates items by it$/,
    )
  })

  test('is no matter in a primitive or exploded', () => {
    expect(writeQuery({ q: 'a b' }, { q: { style: 'spaceDelimited' } })).toBe('q=a%20b')
    expect(writeQuery({ q: ['a|b'] }, { q: { style: 'pipeDelimited', explode: true } })).toBe('q=a%7Cb')
  })
})

describe('JSON', () => {
  test('is text of the query, the path and a cookie', () => {
    const values = { q: { a: [1, 'é&'] } }
    const styles = { q: { isJson: true } }
    const text = '%7B%22a%22%3A%5B1%2C%22%C3%A9%26%22%5D%7D'
    expect(writeQuery(values, styles)).toBe(`q=${text}`)
    expect(expandPath('/{q}', values, styles)).toBe(`/${text}`)
    expect(cookiePairs(values, styles)).toEqual([`q=${text}`])
    expect(writeQuery({ q: 'a' }, styles)).toBe('q=%22a%22')
  })

  test('cannot be of a function', () => {
    expect(() => writeQuery({ q: () => 1 }, { q: { isJson: true } })).toThrow(/^Parameter "q" cannot/)
  })
})

describe('cookies', () => {
  test.each<[string, unknown, string]>([
    ['text', 'a;b, "c"\\=é', 'c=a%3Bb%2C%20%22c%22%5C%3D%C3%A9'],
    ['null and booleans', null, 'c=null'],
  ])('hold %s', (_, value, want) => {
    expect(cookiePairs({ c: value, none: undefined })).toEqual([want])
  })

  test.each(['a b', 'a=b', 'a;b', '', 'é', 'a\r\nb'])('cannot be called %j', (name) => {
    const refused = new TypeError(`${JSON.stringify(name)} cannot be the name of a cookie`)
    expect(() => cookiePairs({ [name]: 1 })).toThrow(refused)
    expect(() => cookiePairs({ c: { [name]: 1 } }, { c: { explode: true } })).toThrow(refused)
  })
})
