import { expect, test, vi } from 'vitest'
import { responseInfo } from '../../../src/call/response-info.js'
import { redactor } from '../../../src/redact.js'

const SECRET = 'sk-12345678'

test('a response is shown with its status and its headers, without the key', () => {
  const response = new Response(null, { status: 202, headers: { A: `Bearer ${SECRET}`, B: 'b' } })
  const { status, headers } = { ...responseInfo(response, redactor(SECRET)) }
  expect([status, ...headers]).toEqual([202, ['a', 'Bearer [redacted]'], ['b', 'b']])
})

test('its headers are read when they are asked for, and once', () => {
  const headers = new Headers({ A: SECRET })
  const read = vi.spyOn(headers, Symbol.iterator)
  const info = responseInfo({ status: 200, headers } as Response, redactor(SECRET)) // all that is read of it
  expect(read).not.toHaveBeenCalled()
  const first = info.headers
  const reads = read.mock.calls.length
  expect(reads).toBeGreaterThan(0)
  expect(info.headers).toBe(first)
  expect(read).toHaveBeenCalledTimes(reads)
})
