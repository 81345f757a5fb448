import { describe, expect, it } from 'vitest'
import { isNestedDeeper } from '../../../../scripts/src/runtime/reading/nesting.js'
import { anything, request, seen, serve } from './api.js'

/** A request whose body is nested so deep. */
function nested(depth: number): Request {
  const headers = { 'content-type': 'application/json' }
  return request('/', { method: 'POST', headers, body: '['.repeat(depth) + ']'.repeat(depth) })
}

describe('the nesting of a JSON text', () => {
  it.each([
    ['1', 0],
    ['"[[["', 0],
    ['[]', 1],
    ['[[],[],{}]', 2],
    ['{"a":{"b":[1]}}', 3],
    [String.raw`["\"[[[", "\\", []]`, 2],
    [String.raw`{"a\\\"[":{}}`, 2],
  ])('of %s is %i', (text, depth) => {
    expect(isNestedDeeper(text, depth)).toBe(false)
    expect(isNestedDeeper(text, depth - 1)).toBe(true)
  })

  it('of a body is limited', async () => {
    const body = { required: true, contents: { 'application/json': anything } }
    const handle = serve([{ method: 'POST', body }])
    expect((await handle(nested(512))).status).toBe(200)
    const refused = await seen(await handle(nested(513)))
    expect(refused).toMatchObject({
      status: 400,
      body: { detail: 'The body is nested deeper than 512 levels' },
    })
    expect((await handle(nested(500_000))).status).toBe(400)
  })
})
