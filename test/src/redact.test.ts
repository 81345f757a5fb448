import { describe, expect, test } from 'vitest'
import { redactAll, redactHeaders, redactor, redactValue } from '../../src/redact.js'

describe('redactor', () => {
  test.each([
    ['sk-12345678', 'Bearer sk-12345678.', 'Bearer [redacted].'],
    ['sk-12345678', 'xsk-12345678x SK-12345678', 'x[redacted]x [redacted]'],
    ['a+b/c=d.e$f', 'a+b/c=d.e$f a+b/c=dxe$f', '[redacted] a+b/c=dxe$f'],
    ['a+b/c=d.e$f', '?k=a%2Bb%2Fc%3Dd.e%24f', '?k=[redacted]'],
    ['quo"ted\\key', String.raw`{"k":"quo\"ted\\key"}`, '{"k":"[redacted]"}'],
    ['[a-z]*(b)|c^', 'abc [a-z]*(b)|c^', 'abc [redacted]'],
    ['test', 'latest test, test1 and "test"', 'latest [redacted], test1 and "[redacted]"'],
    ['sk-12345678', 'nothing of it', 'nothing of it'],
  ])('takes %s out of %s', (secret, text, want) => {
    expect(redactor(secret)(text)).toBe(want)
  })
})

describe('what redactor takes off the end of text that was cut off', () => {
  test.each([
    ['all but its last character', 'sk-12345678', '{"key":"sk-1234567', '{"key":"'],
    ['its first four characters, in any case', 'sk-12345678', 'Bearer SK-1', 'Bearer '],
    ['not what every key begins with', 'sk-12345678', 'ask-', 'ask-'],
    ['not what is elsewhere', 'sk-12345678', 'sk-1234 is not it', 'sk-1234 is not it'],
    ['the beginning of an escape', 'a+b/c=d.e$f', '?k=a%2Bb%2Fc%3', '?k='],
    ['the longest that it can be', 'abcdabcdx', '-abcdabcd', '-'],
    ['nothing of what is empty', 'sk-12345678', '', ''],
  ])('is %s', (_, secret, text, want) => {
    expect(redactor(secret).trimmed(text)).toBe(want)
  })

  test('is the beginning of each secret', () => {
    const { trimmed } = redactAll([redactor('sk-12345678'), redactor('pk-87654321-long')])
    expect(['sk-12345', 'pk-87654'].map((end) => trimmed(`a ${end}`))).toEqual(['a ', 'a '])
  })
})

describe('redactAll', () => {
  test.each<[string, readonly string[], string, string]>([
    ['each', ['sk-12345678', 'pk-12345678'], 'sk-12345678 pk-12345678 x', '[redacted] [redacted] x'],
    ['the only one', ['sk-12345678'], 'sk-12345678', '[redacted]'],
    ['one that holds another', ['key-12345', 'key-12345-and-more'], 'key-12345-and-more', '[redacted]'],
    [
      'one that another holds',
      ['key-12345-and-more', 'key-12345'],
      'key-12345-and-more key-12345',
      '[redacted] [redacted]',
    ],
    ['of none', [], 'sk-12345678', 'sk-12345678'],
  ])('takes out %s', (_, secrets, text, want) => {
    const all = redactAll(secrets.map(redactor))
    expect(all(text)).toBe(want)
    expect(redactValue([text], all)).toEqual([want])
  })

  test('finds the shorter of them where a text is too short for the other', () => {
    const all = redactAll([redactor('a-very-long-secret'), redactor('short')])
    expect(redactValue({ short: 'short' }, all)).toEqual({ '[redacted]': '[redacted]' })
    expect(new Headers(redactHeaders(new Headers({ A: 'short' }), all)).get('a')).toBe('[redacted]')
  })
})

const redact = redactor('sk-12345678')

test('redactValue takes a secret out of texts and keys, and keeps all else', () => {
  const value = JSON.parse(
    '{"a":["sk-12345678",{"sk-12345678":null}],"b":1,"c":true,"__proto__":"sk-12345678"}',
  )
  expect(JSON.stringify(redactValue(value, redact))).toBe(
    '{"a":["[redacted]",{"[redacted]":null}],"b":1,"c":true,"__proto__":"[redacted]"}',
  )
  expect([redactValue(undefined, redact), redactValue(null, redact)]).toEqual([undefined, null])
})

/** JSON that nests far deeper than the stack, with a value at its bottom. */
function nested(open: string, bottom: string, close: string): unknown {
  return JSON.parse(open.repeat(100_000) + bottom + close.repeat(100_000))
}

test.each([
  ['arrays', nested('[', '"sk-12345678"', ']')],
  ['objects', nested('{"a":', '"sk-12345678"', '}')],
  ['objects of the secret', nested('{"sk-12345678":', '1', '}')],
])('redactValue goes down 100,000 %s', (_, value) => {
  let rest: unknown = redactValue(value, redact)
  let depth = 0
  while (typeof rest === 'object' && rest !== null) {
    const [[key, member] = []] = Object.entries(rest)
    expect.soft(key).not.toBe('sk-12345678')
    rest = member
    depth += 1
  }
  expect(depth).toBe(100_000)
  expect(rest).not.toBe('sk-12345678')
})

test('redactValue gives what holds no secret back, however deep', () => {
  const deep = nested('[', '1', ']')
  expect(redactValue(deep, redact)).toBe(deep)
})

test('redactHeaders gives what holds no secret back', () => {
  const headers = new Headers({ A: 'b' })
  expect(redactHeaders(headers, redact)).toBe(headers)
})

test('redactHeaders takes a secret out of names and values', () => {
  const headers = new Headers({ 'X-sk-12345678': 'a', B: 'Bearer sk-12345678' })
  headers.append('Set-Cookie', 'a=1')
  headers.append('Set-Cookie', 'b=2')
  expect([...redactHeaders(headers, redact)]).toEqual([
    ['b', 'Bearer [redacted]'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['x--redacted-', 'a'],
  ])
})
