import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../scripts/src/json.js'
import {
  Code,
  code,
  identifier,
  literal,
  member,
  propertyKey,
  regExp,
  typeKey,
} from '../../../scripts/src/emit/index.js'

const hostile = [
  '',
  "'",
  '"',
  '`',
  '\\',
  "\\'",
  '${process.exit(1)}',
  '*/ process.exit(1) /*',
  '\n',
  '\r\n',
  '\u2028\u2029',
  '\u202Eexe.ts',
  '\uD800',
  '\uFEFF\u200B',
  '\uE000\uE001type\uE003x\uE002',
  '\u0000\u0001type\u0003x\u0002',
  '</script>',
  '__proto__',
  'constructor',
  '] = evil(); [',
  '\u0000\u001B[31m',
  '😀',
]

/** Evaluates an expression as a module would. */
function evaluate(expression: Code): unknown {
  return runInNewContext(`'use strict'; (${expression.text})`)
}

describe('literal', () => {
  it.each(hostile)('holds %j as data only', (text) => {
    const printed = literal(text)
    expect(evaluate(printed)).toBe(text)
    expect(printed.text).toMatch(/^'[^\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]*'$/u)
  })

  it.each<[JsonValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    [-0, '-0'],
    [1e300, '1e+300'],
    ['it’s', "'it’s'"],
    ["a'b\\c\n", "'a\\'b\\\\c\\n'"],
    [[], '[]'],
    [{}, '{}'],
    [{ a: [1, 'x'], 'b-c': { d: null } }, "{ a: [1, 'x'], 'b-c': { d: null } }"],
  ])('prints %j as %s', (value, want) => {
    expect(literal(value).text).toBe(want)
  })

  it('keeps __proto__ an own property', () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}}') as JsonValue
    const printed = evaluate(literal(value)) as object
    expect(Object.keys(printed)).toEqual(['__proto__'])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => literal(value)).toThrow(`${value} is no JSON number`)
  })
})

describe('names', () => {
  it.each([
    ['name', 'name', 'name', 'object.name'],
    ['a-b', "'a-b'", "'a-b'", "object['a-b']"],
    ['__proto__', "['__proto__']", '__proto__', 'object.__proto__'],
    ['200', '200', "'200'", "object['200']"],
    ['0', '0', "'0'", "object['0']"],
    ['01', "'01'", "'01'", "object['01']"],
    ['-1', "'-1'", "'-1'", "object['-1']"],
    ['1e3', "'1e3'", "'1e3'", "object['1e3']"],
    [
      '12345678901234567890',
      "'12345678901234567890'",
      "'12345678901234567890'",
      "object['12345678901234567890']",
    ],
    ['é', "'é'", "'é'", "object['é']"],
    ["']; evil(); ['", "'\\']; evil(); [\\''", "'\\']; evil(); [\\''", "object['\\']; evil(); [\\'']"],
  ])('%s as property key, type key and member', (name, key, inType, access) => {
    expect(propertyKey(name).text).toBe(key)
    expect(typeKey(name).text).toBe(inType)
    expect(member(code`object`, name).text).toBe(access)
  })

  it.each(hostile)('lets no identifier be %j unless it is one', (name) => {
    const isName = /^[A-Za-z_$][\w$]*$/.test(name)
    if (isName) expect(identifier(name).text).toBe(name)
    else expect(() => identifier(name)).toThrow(TypeError)
  })
})

describe('regExp', () => {
  it.each<[string, '' | 'u', string]>([
    ['^[a-z]+$', 'u', '/^[a-z]+$/u'],
    ['a/b', 'u', '/a\\/b/u'],
    ['a/\\p{IsX}', '', "new RegExp('a/\\\\p{IsX}')"],
    ['', 'u', "new RegExp('', 'u')"],
    ['a\nb', 'u', "new RegExp('a\\nb', 'u')"],
    ['\u2028', 'u', "new RegExp('\\u2028', 'u')"],
  ])('prints %j with flags %j', (source, flags, want) => {
    expect(regExp(source, flags).text).toBe(want)
  })

  it.each(['[/]', '/', '\\/', '*/'.replace('*', '\\*'), '`\\$\\{x\\}`'])(
    'keeps what %j matches',
    (source) => {
      const printed = evaluate(regExp(source, 'u')) as RegExp
      for (const text of ['/', '*/', '`${x}`', 'x']) {
        expect(printed.test(text)).toBe(new RegExp(source, 'u').test(text))
      }
    },
  )
})
