import { describe, expect, test } from 'vitest'
import { redactHeaders, redactor, redactValue } from '../../src/redact.js'

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
