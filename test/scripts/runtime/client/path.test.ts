import { describe, expect, test } from 'vitest'
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
    ['what looks like a replacement pattern', '/a/{x}', { x: "$&$'" }, "/a/%24%26%24'"],
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
    [
      'an array',
      '/a/{x}',
      { x: [1] },
      'Parameter "x" cannot be an array here: it must be a string, a number, a boolean or null',
    ],
    [
      'an object',
      '/a/{x}',
      { x: {} },
      'Parameter "x" cannot be of type object here: it must be a string, a number, a boolean or null',
    ],
    [
      'a function',
      '/a/{x}',
      { x: () => 1 },
      'Parameter "x" cannot be of type function here: it must be a string, a number, a boolean or null',
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
})
