import { describe, expect, it } from 'vitest'
import { checkFault } from '../../../../src/emulator/faults/check-fault.js'
import { whenOf } from '../../../../src/emulator/faults/fault.js'

const good: readonly object[] = [
  { kind: 'refuse', nth: 1, times: 2, probability: 0.5 },
  { kind: 'reset', when: 'after', operation: 'createAgent', method: 'POST', path: '/v1/agents' },
  { kind: 'hang', operation: ['createAgent', 'getAgent'], path: /agents/ },
  { kind: 'slow', delay: 0 },
  { kind: 'truncate', path: '*/logs' },
  { kind: 'stall', when: 'before' },
  { kind: 'invalid-json', probability: 0 },
  { kind: 'content-type', contentType: 'text/plain' },
  { kind: 'status', status: 503, retryAfter: 1, body: {}, headers: { a: 'b' } },
  { kind: 'status', status: 599, retryAfter: 'Mon, 11 May 2026 08:00:00 GMT', body: null, nth: undefined },
]

const bad: readonly (readonly [fault: unknown, message: string | RegExp])[] = [
  [null, 'This is no fault: it must be an object, but is null'],
  [{}, /`kind` must be one of refuse, reset, hang, .*status, but is undefined/],
  [{ kind: '__proto__' }, /`kind` must be one of .* but is '__proto__'/],
  [{ kind: 'reset', status: 500 }, 'This is no fault: `status` is not known for the kind reset'],
  [{ kind: 'reset', when: 'later' }, "This is no fault: `when` must be 'before' or 'after', but is 'later'"],
  [{ kind: 'reset', operation: 'createAgents' }, /`operation` must be one or several of createAgent, .*/],
  [{ kind: 'reset', operation: ['getAgent', 'x'] }, /`operation` must be one or several of/],
  [{ kind: 'reset', method: 'post' }, "This is no fault: `method` must be in upper case, but is 'post'"],
  [{ kind: 'reset', path: 'agents' }, /`path` must be a regular expression, or a string that begins with/],
  [{ kind: 'reset', nth: 0 }, 'This is no fault: `nth` must be a whole number, 1 or more, but is 0'],
  [{ kind: 'reset', times: 1.5 }, 'This is no fault: `times` must be a whole number, 1 or more, but is 1.5'],
  [{ kind: 'reset', probability: 1.1 }, /`probability` must be a number from 0 to 1, but is 1\.1/],
  [{ kind: 'slow', delay: -1 }, /`delay` must be a number of milliseconds, from 0 to 2147483647, but is -1/],
  [{ kind: 'content-type', contentType: 5 }, /`contentType` must be a string, but is 5/],
  [{ kind: 'status' }, 'This is no fault: `status` is missing'],
  [{ kind: 'status', status: 199 }, /`status` must be a whole number from 200 to 599, but is 199/],
  [{ kind: 'status', status: 500, retryAfter: -1 }, /`retryAfter` must be a number of seconds, or a date/],
  [{ kind: 'status', status: 500, headers: { a: 1 } }, /`headers` must be an object of strings/],
  [
    { kind: 'refuse', operation: 'getAgent', path: '/' },
    'This is no fault: refuse strikes before a request is read, and takes no operation, path; reset strikes requests',
  ],
  [{ kind: 'reset', nth: 0, when: 5 }, /`nth` must be .*; `when` must be .* but is 5/],
]

describe('checkFault', () => {
  it.each(good)('accepts %j', (fault) => {
    expect(checkFault(fault)).toBe(fault)
  })

  it.each(bad)('refuses %j', (fault, message) => {
    expect(() => checkFault(fault)).toThrow(TypeError)
    expect(() => checkFault(fault)).toThrow(message)
  })
})

describe('whenOf', () => {
  it.each([
    ['reset', 'before'],
    ['hang', 'before'],
    ['slow', 'before'],
    ['truncate', 'after'],
    ['stall', 'after'],
    ['invalid-json', 'after'],
    ['content-type', 'after'],
  ] as const)('of %s is %s, unless it is said', (kind, when) => {
    expect(whenOf({ kind })).toBe(when)
    expect(whenOf({ kind, when: 'before' })).toBe('before')
    expect(whenOf({ kind, when: 'after' })).toBe('after')
  })

  it('of another status is before', () => {
    expect(whenOf({ kind: 'status', status: 500 })).toBe('before')
  })
})
