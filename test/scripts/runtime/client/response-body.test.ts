import { describe, expect, test } from 'vitest'
import { MalformedResponseError } from '../../../../scripts/src/runtime/client/malformed-response-error.js'
import { type BodyKind, readBody } from '../../../../scripts/src/runtime/client/response-body.js'

function response(text: string | null, contentType?: string): Response {
  const headers = new Headers()
  // A text body brings a content type of its own, bytes do not.
  const body = text === null ? null : new TextEncoder().encode(text)
  if (contentType !== undefined) headers.set('Content-Type', contentType)
  return new Response(body, { headers })
}

describe('readBody', () => {
  test.each<[BodyKind, string | null, string | undefined, unknown]>([
    ['json', '{"a":1}', 'application/json', { a: 1 }],
    ['json', '"text"', 'application/json', 'text'],
    ['json', '{"a":1}', 'text/html', { a: 1 }],
    ['json', '\uFEFF{"a":1}', 'application/json', { a: 1 }],
    ['json', '', 'application/json', undefined],
    ['json', null, undefined, undefined],
    ['none', 'unexpected', 'text/plain', undefined],
    ['any', '{"a":1}', 'application/problem+json; charset=utf-8', { a: 1 }],
    ['any', '{"a":1}', undefined, { a: 1 }],
    ['any', '{"a":', 'application/json', '{"a":'],
    ['any', '<html>', 'text/html', '<html>'],
    ['any', '404', 'text/plain', '404'],
    ['any', '404', 'text/plain; a="x/json"', '404'],
    ['any', '', 'application/json', undefined],
  ])('%s of %j as %s', async (kind, text, contentType, want) => {
    const given = response(text, contentType)
    expect(await readBody(kind, given)).toEqual(want)
    expect(given.bodyUsed || given.body === null).toBe(true)
  })

  test.each(['{"a":', '<!DOCTYPE html><title>502</title>', ' ', 'undefined'])(
    '%j is no JSON',
    async (text) => {
      const given = response(text, 'text/html')
      const error = await readBody('json', given).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(MalformedResponseError)
      expect(error).toMatchObject({
        name: 'MalformedResponseError',
        status: 200,
        response: given,
        excerpt: text,
      })
      expect((error as Error).message).toBe(
        'The response with status 200 (text/html) is not the JSON that the API describes. ' +
          `It begins with ${JSON.stringify(text.slice(0, 80))}`,
      )
    },
  )

  test('of a long body the error shows the beginning', async () => {
    const error = await readBody('json', response('x'.repeat(5000))).catch((reason: unknown) => reason)
    expect((error as MalformedResponseError).excerpt).toBe('x'.repeat(1000))
    expect((error as MalformedResponseError).message).toContain('(no content type)')
    expect((error as MalformedResponseError).message.length).toBeLessThan(250)
  })
})
