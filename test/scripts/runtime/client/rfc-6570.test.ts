import { describe, expect, test } from 'vitest'
import { cookiePairs } from '../../../../scripts/src/runtime/client/cookies.js'
import { headerFields } from '../../../../scripts/src/runtime/client/header-fields.js'
import type { ParameterStyle } from '../../../../scripts/src/runtime/client/parameter-style.js'
import { expandPath } from '../../../../scripts/src/runtime/client/path.js'
import { writeQuery } from '../../../../scripts/src/runtime/client/query.js'

/** The variables of the examples (RFC 6570, 3.2). */
const variables = {
  count: ['one', 'two', 'three'],
  dom: ['example', 'com'],
  dub: 'me/too',
  hello: 'Hello World!',
  half: '50%',
  var: 'value',
  who: 'fred',
  base: 'http://example.com/home/',
  path: '/foo/bar',
  list: ['red', 'green', 'blue'],
  keys: { semi: ';', dot: '.', comma: ',' },
  v: '6',
  x: '1024',
  y: '768',
  empty: '',
}
type Name = keyof typeof variables

const simple: ParameterStyle = {}
const simpleExploded: ParameterStyle = { explode: true }
const label: ParameterStyle = { style: 'label' }
const labelExploded: ParameterStyle = { style: 'label', explode: true }
const matrix: ParameterStyle = { style: 'matrix' }
const matrixExploded: ParameterStyle = { style: 'matrix', explode: true }

describe('in the path', () => {
  test.each<readonly [expression: string, name: Name, style: ParameterStyle, want: string]>([
    // Simple string expansion (3.2.2).
    ['{count}', 'count', simple, 'one,two,three'],
    ['{count*}', 'count', simpleExploded, 'one,two,three'],
    ['{var}', 'var', simple, 'value'],
    ['{hello}', 'hello', simple, 'Hello%20World%21'],
    ['{half}', 'half', simple, '50%25'],
    ['{dub}', 'dub', simple, 'me%2Ftoo'],
    ['{list}', 'list', simple, 'red,green,blue'],
    ['{list*}', 'list', simpleExploded, 'red,green,blue'],
    ['{keys}', 'keys', simple, 'semi,%3B,dot,.,comma,%2C'],
    ['{keys*}', 'keys', simpleExploded, 'semi=%3B,dot=.,comma=%2C'],
    // Label expansion with dot-prefix (3.2.5).
    ['{.who}', 'who', label, '.fred'],
    ['{.half}', 'half', label, '.50%25'],
    ['{.dom*}', 'dom', labelExploded, '.example.com'],
    ['{.list}', 'list', label, '.red,green,blue'],
    ['{.list*}', 'list', labelExploded, '.red.green.blue'],
    ['{.keys}', 'keys', label, '.semi,%3B,dot,.,comma,%2C'],
    // A dot in a value would be taken for one that separates: this is the only departure from the RFC's text, `dot=.`.
    ['{.keys*}', 'keys', labelExploded, '.semi=%3B.dot=%2E.comma=%2C'],
    // Path-style parameter expansion (3.2.7).
    [';who', 'who', matrix, ';who=fred'],
    ['{;half}', 'half', matrix, ';half=50%25'],
    ['{;empty}', 'empty', matrix, ';empty'],
    ['{;hello}', 'hello', matrix, ';hello=Hello%20World%21'],
    ['{;list}', 'list', matrix, ';list=red,green,blue'],
    ['{;list*}', 'list', matrixExploded, ';list=red;list=green;list=blue'],
    ['{;count*}', 'count', matrixExploded, ';count=one;count=two;count=three'],
    ['{;keys}', 'keys', matrix, ';keys=semi,%3B,dot,.,comma,%2C'],
    ['{;keys*}', 'keys', matrixExploded, ';semi=%3B;dot=.;comma=%2C'],
  ])('%s of %s is right', (_, name, style, want) => {
    expect(expandPath(`/a/{${name}}`, variables, { [name]: style })).toBe(`/a/${want}`)
  })

  test('several variables stand beside one another', () => {
    const styles = { v: matrix, empty: matrix, who: matrix, x: label }
    expect(expandPath('/a/{v}{empty}{who}', variables, styles)).toBe('/a/;v=6;empty;who=fred')
    expect(expandPath('/map-{x},{y}', variables)).toBe('/map-1024,768')
    expect(expandPath('/www{x}{y}', variables, styles)).toBe('/www.1024768')
  })
})

describe('in the query', () => {
  test.each<readonly [expression: string, names: readonly Name[], style: ParameterStyle, want: string]>([
    // Form-style query expansion (3.2.8).
    ['{?who}', ['who'], {}, 'who=fred'],
    ['{?half}', ['half'], {}, 'half=50%25'],
    ['{?x,y}', ['x', 'y'], {}, 'x=1024&y=768'],
    ['{?x,y,empty}', ['x', 'y', 'empty'], {}, 'x=1024&y=768&empty='],
    ['{?list}', ['list'], { explode: false }, 'list=red,green,blue'],
    ['{?list*}', ['list'], {}, 'list=red&list=green&list=blue'],
    ['{?keys}', ['keys'], { explode: false }, 'keys=semi,%3B,dot,.,comma,%2C'],
    ['{?keys*}', ['keys'], { explode: true }, 'semi=%3B&dot=.&comma=%2C'],
    // Reserved expansion (3.2.3), here of the value alone.
    ['{+var}', ['var'], { allowReserved: true }, 'var=value'],
    ['{+hello}', ['hello'], { allowReserved: true }, 'hello=Hello%20World!'],
    ['{+half}', ['half'], { allowReserved: true }, 'half=50%25'],
    ['{+base}', ['base'], { allowReserved: true }, 'base=http://example.com/home/'],
    ['{+path}', ['path'], { allowReserved: true }, 'path=/foo/bar'],
    ['{+list*}', ['list'], { allowReserved: true }, 'list=red&list=green&list=blue'],
    ['{+keys*}', ['keys'], { allowReserved: true, explode: true }, 'semi=;&dot=.&comma=,'],
    // The comma separates where a value is not exploded, so in a value it is still encoded.
    ['{+keys}', ['keys'], { allowReserved: true, explode: false }, 'keys=semi,;,dot,.,comma,%2C'],
  ])('%s of %j is right', (_, names, style, want) => {
    const values = Object.fromEntries(names.map((name) => [name, variables[name]]))
    expect(writeQuery(values, Object.fromEntries(names.map((name) => [name, style])))).toBe(want)
  })

  test.each([
    ['undefined', undefined],
    ['an empty list', []],
    ['an empty object', {}],
  ])('%s is no part (2.3)', (_, value) => {
    for (const style of ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'] as const) {
      for (const explode of [true, false]) {
        expect(writeQuery({ a: value, b: 1 }, { a: { style, explode } })).toBe('b=1')
      }
    }
    expect(cookiePairs({ a: value, b: 1 }, { a: { explode: true } })).toEqual(['b=1'])
    expect(headerFields({ a: value, b: 1 })).toEqual({ b: '1' })
  })
})
