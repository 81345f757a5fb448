import { describe, expect, test } from 'vitest'
import { redactor } from '../../../src/redact.js'
import { causeMessage, safeCause } from '../../../src/call/safe-cause.js'

const redact = redactor('sk-12345678')

describe('safeCause', () => {
  test('keeps name, message, stack, causes and the fields of system errors', () => {
    const inner = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      errno: -111,
      syscall: 'connect',
      address: '::1',
      port: 9,
    })
    const copy = safeCause(new TypeError('fetch failed', { cause: inner }), redact)
    expect(copy).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
    expect(copy.stack).toMatch(/^TypeError: fetch failed\n +at .*safe-cause\.test\.ts/)
    expect(copy.cause).toMatchObject({
      name: 'Error',
      message: 'connect ECONNREFUSED',
      code: 'ECONNREFUSED',
      errno: -111,
      syscall: 'connect',
      address: '::1',
      port: 9,
    })
  })

  test('leaves everything else out', () => {
    const error = Object.assign(new Error('x'), {
      request: { key: 'sk-12345678' },
      code: {},
      address: 'sk-12345678',
    })
    expect(Reflect.ownKeys(safeCause(error, redact)).toSorted()).toEqual([
      'address',
      'message',
      'name',
      'stack',
    ])
    expect(safeCause(error, redact)).toMatchObject({ address: '[redacted]' })
  })

  test('takes anything for an error', () => {
    expect([safeCause('sk-12345678', redact).message, safeCause(undefined, redact).message]).toEqual([
      '[redacted]',
      'undefined',
    ])
  })

  test('comes to an end where an error is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(causeMessage(safeCause(error, redact))).toBe('round: round: round: round: round: round')
  })

  test('finds a text where an error has no message', () => {
    const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })
    expect(causeMessage(safeCause(new TypeError('fetch failed', { cause: refused }), redact))).toBe(
      'fetch failed: ECONNREFUSED',
    )
    expect(causeMessage(new RangeError())).toBe('RangeError')
  })
})
