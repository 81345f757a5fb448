import { describe, expect, test } from 'vitest'
import { proxyPath, proxySegment } from '../../../src/call/proxy-path.js'
import { ConfigurationError } from '../../../src/index.js'
import { redactor } from '../../../src/redact.js'

const SECRET = 'sk-12345678'
const redact = redactor(SECRET)

describe('a path of a bot', () => {
  test.each([
    ['a', 'a'],
    ['/a', 'a'],
    ['a/b', 'a/b'],
    ['/items/', 'items/'],
    ['/api/offer', 'api/offer'],
    ['a b', 'a%20b'],
    ['a?b=c#d', 'a%3Fb%3Dc%23d'],
    ['a%2Fb', 'a%252Fb'],
    ['a%2e%2e', 'a%252e%252e'],
    ['...', '...'],
    ['.well-known', '.well-known'],
    ['a..', 'a..'],
    ['grüße/😀', 'gr%C3%BC%C3%9Fe/%F0%9F%98%80'],
    ['a;b=c,d:e@f', 'a%3Bb%3Dc%2Cd%3Ae%40f'],
    ['a\n', 'a%0A'],
    ['http:', 'http%3A'],
  ])('%j is %s, and no other path', (path, want) => {
    expect(proxyPath(path, redact)).toBe(want)
    const { pathname } = new URL(`http://a/v1/public/b/sessions/c/${want}`)
    expect(pathname).toBe(`/v1/public/b/sessions/c/${want}`)
  })

  const special = 'none of its segments may be empty, `.` or `..`, or hold a backslash'
  const half = 'it holds one half of a surrogate pair'
  test.each<[unknown, string]>([
    ['', special],
    ['/', special],
    ['//a', special],
    ['a//b', special],
    ['a//', special],
    ['.', special],
    ['..', special],
    ['../a', special],
    ['a/..', special],
    ['a/../b', special],
    ['a/./b', special],
    ['%2e', special],
    ['%2e%2e', special],
    ['%2E%2e/a', special],
    ['.%2e', special],
    ['a/%2e./b', special],
    ['a\\b', special],
    ['..\\a', special],
    ['a\uD800', half],
    ['\uDC00', half],
    [7, 'it must be a string'],
    [undefined, 'it must be a string'],
    [null, 'it must be a string'],
  ])('%j cannot be requested', (path, reason) => {
    expect(() => proxyPath(path as string, redact)).toThrow(
      new ConfigurationError(`The path ${JSON.stringify(path)} cannot be requested: ${reason}`),
    )
  })

  test('that holds a key does not show it', () => {
    expect(() => proxyPath(`../${SECRET}`, redact)).toThrow('The path "../[redacted]" cannot be requested')
  })
})

describe('a name in a path', () => {
  test.each([
    ['voice-starter', 'voice-starter'],
    ['a b?c#d', 'a%20b%3Fc%23d'],
    ['ü', '%C3%BC'],
    ['a%2fb', 'a%252fb'],
    ['...', '...'],
  ])('%j is %s', (name, want) => {
    expect(proxySegment(name, redact)).toBe(want)
  })

  test.each<unknown>([
    '',
    '.',
    '..',
    '%2e%2E',
    '.%2e',
    'a/b',
    '/',
    'a\\b',
    '\uD800',
    'a\uDC00',
    7,
    undefined,
    {},
  ])('%j is none', (name) => {
    expect(() => proxySegment(name as string, redact)).toThrow(
      new ConfigurationError(`${JSON.stringify(name)} cannot be the name of an agent or the id of a session`),
    )
  })

  test('that is a key does not show it', () => {
    expect(() => proxySegment(`${SECRET}/`, redact)).toThrow('"[redacted]/" cannot be the name')
  })
})
