import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParameterStyle } from '../../../../scripts/src/runtime/client/parameter-style.js'
import { expandPath } from '../../../../scripts/src/runtime/client/path.js'

describe('expandPath', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['no expression', '/agents/', {}, '/agents/'],
    ['text', '/agents/{name}', { name: 'voice-starter' }, '/agents/voice-starter'],
    ['numbers, booleans and null', '/{n}/{b}/{z}', { n: 7, b: false, z: null }, '/7/false/null'],
    ['reserved characters', '/a/{x}/b', { x: 'a/b?c#d e&f;g%' }, '/a/a%2Fb%3Fc%23d%20e%26f%3Bg%25/b'],
    ['three dots', '/a/{x}', { x: '...' }, '/a/...'],
    ['two values in a segment', '/a/{x}.{y}', { x: 'file', y: 'txt' }, '/a/file.txt'],
    ['an empty value beside text', '/a/v{x}', { x: '' }, '/a/v'],
    ['a name with a slash', '/a/{b/c}', { 'b/c': 'x' }, '/a/x'],
    ['an own property called __proto__', '/a/{__proto__}', JSON.parse('{"__proto__":"x"}'), '/a/x'],
    ['what looks like an expression', '/a/{x}/{y}', { x: '{y}', y: '1' }, '/a/%7By%7D/1'],
    ['what looks like a replacement pattern', '/a/{x}', { x: "$&$'" }, '/a/%24%26%24%27'],
  ])('writes %s', (_, template, values, want) => {
    expect(expandPath(template, values)).toBe(want)
  })

  const another = 'the request would reach another path'
  test.each<[string, string, Record<string, unknown>, string]>([
    ['a missing value', '/a/{x}', {}, 'Path parameter "x" is missing'],
    ['an inherited property', '/a/{constructor}', {}, 'Path parameter "constructor" is missing'],
    ['an empty value', '/a/{x}/b', { x: '' }, `Path parameter "x" must not be empty: ${another}`],
    ['a dot', '/a/{x}/b', { x: '.' }, `Path parameter "x" must not be ".": ${another}`],
    ['two dots', '/a/{x}/b', { x: '..' }, `Path parameter "x" must not be "..": ${another}`],
    [
      'dots of two values',
      '/a/{x}{y}',
      { x: '.', y: '.' },
      `Path parameter "x", "y" must not be "..": ${another}`,
    ],
    ['a dot beside one', '/a/%2E{x}', { x: '.' }, `Path parameter "x" must not be "%2E.": ${another}`],
    ['dots before a slash', '/a/{x}', { x: '../b' }, `Path parameter "x" must not be "../b": ${another}`],
    ['dots after a slash', '/a/{x}', { x: 'b/..' }, `Path parameter "x" must not be "b/..": ${another}`],
    [
      'dots between slashes',
      '/a/{x}',
      { x: 'b\\..\\c' },
      `Path parameter "x" must not be "b\\\\..\\\\c": ${another}`,
    ],
    [
      'half a surrogate pair',
      '/a/{x}',
      { x: '\uD800' },
      'Parameter "x" cannot be sent: it holds one half of a surrogate pair',
    ],
    ['an empty array', '/a/{x}', { x: [] }, 'Path parameter "x" must have items or members'],
    ['an empty object', '/a/v{x}', { x: { y: undefined } }, 'Path parameter "x" must have items or members'],
    ['dots as the only item', '/a/{x}', { x: ['..'] }, `Path parameter "x" must not be "..": ${another}`],
    [
      'dots before what some servers drop',
      '/a/{x};v=1',
      { x: '..' },
      `Path parameter "x" must not be "..;v=1": ${another}`,
    ],
    [
      'a function',
      '/a/{x}',
      { x: () => 1 },
      'Parameter "x" cannot be or hold what is of type function: only strings, numbers, booleans, null, arrays and plain objects can be sent',
    ],
  ])('refuses %s', (_, template, values, message) => {
    expect(() => expandPath(template, values)).toThrow(new TypeError(message))
  })

  test.each(['%2e', '%2E%2e', '..%2f', 'a b', '\t..', '..\n', '?', '#', '\\', '/', ' ', 'é', '😀', '..;'])(
    '%j stays in its segment for the URL standard',
    (value) => {
      const { pathname } = new URL(`http://h/agents/${expandPath('{x}', { x: value })}/logs`)
      const [, first, name = '', ...rest] = pathname.split('/')
      expect([first, decodeURIComponent(name), ...rest]).toEqual(['agents', value, 'logs'])
    },
  )

  const label: ParameterStyle = { style: 'label' }
  const exploded: ParameterStyle = { style: 'label', explode: true }
  const matrix: ParameterStyle = { style: 'matrix' }
  test.each<[string, ParameterStyle, unknown, string]>([
    ['no text', label, '', '.'],
    ['a dot', label, '.', '..'],
    ['a dot that is escaped', exploded, '.', '.%2E'],
    ['an empty item', label, [''], '.'],
    ['two empty items', exploded, ['', ''], '..'],
  ])('refuses %s in the style label', (_, style, x, found) => {
    expect(() => expandPath('/a/{x}', { x }, { x: style })).toThrow(
      new TypeError(`Path parameter "x" must not be "${found}": ${another}`),
    )
  })

  test.each<[string, ParameterStyle, unknown]>([
    ['a slash after the dots of the style', exploded, ['', '/b']],
    ['a slash after the dot of the style', label, '/b'],
    ['dots between slashes', matrix, 'a/../b'],
    ['dots after a slash', matrix, ['a', '/..']],
    ['dots after a slash at the end', matrix, { a: '/..' }],
    ['dots in JSON', { isJson: true }, ['/../']],
  ])('refuses %s, which would make another path if decoded', (_, style, x) => {
    expect(() => expandPath('/a/{x}', { x }, { x: style })).toThrow(another)
  })

  test('refuses dots that only the parameters of a segment follow', () => {
    const styles = { y: matrix }
    expect(() => expandPath('/a/{x}{y}', { x: '..', y: 1 }, styles)).toThrow(another)
    expect(() => expandPath('/a/{x}{y}', { x: '%2e', y: 1 }, styles)).not.toThrow()
  })

  test('no text of any style leaves its segment for the URL standard', () => {
    const texts = fc.array(fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', ';', '?', '#', 'a', '', '😀'))
    const text = texts.map((it) => it.join(''))
    const value = fc.oneof(text, fc.array(text), fc.dictionary(text, text))
    const style = fc.record({
      style: fc.constantFrom('simple' as const, 'label' as const, 'matrix' as const),
      explode: fc.boolean(),
      isJson: fc.boolean(),
    })
    fc.assert(
      fc.property(value, style, (x, given) => {
        let path: string
        try {
          path = expandPath('/a/{x}/b', { x }, { x: given })
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        for (const it of [path, decodeURIComponent(path.replaceAll(/%25/g, '%2525'))]) {
          const { pathname, search, hash } = new URL(it.replaceAll(/[?#]/g, '_'), 'http://h')
          const segments = pathname.split('/')
          expect([segments[1], segments.at(-1), search, hash]).toEqual(['a', 'b', '', ''])
        }
        expect(new URL(path, 'http://h').pathname.split('/')).toHaveLength(4)
      }),
    )
  })
})
