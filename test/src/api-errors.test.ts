import { describe, expect, test } from 'vitest'
import {
  ApiError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  PayloadTooLargeError,
  PipecatCloud,
  PipecatCloudError,
  RateLimitError,
  ServerError,
  UnauthorizedError,
  UnprocessableEntityError,
} from '../../src/index.js'
import { failure, json, KEY, request, serve, text } from './service.js'

describe('an error response', () => {
  test.each([
    [400, BadRequestError],
    [401, UnauthorizedError],
    [402, ApiError],
    [403, ForbiddenError],
    [404, NotFoundError],
    [409, ConflictError],
    [413, PayloadTooLargeError],
    [418, ApiError],
    [422, UnprocessableEntityError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
    [599, ServerError],
  ])('of status %i is a %o', async (status, ErrorClass) => {
    const body = { error: 'Service already exists', code: 'GENERIC_BAD_REQUEST' }
    await using service = await serve(json(status, body))
    const error = await failure(service.pipecat.agents.create(request))
    expect(error).toBeInstanceOf(ErrorClass)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(PipecatCloudError)
    expect(error).toMatchObject({
      name: ErrorClass.name,
      message: `createAgent failed: Service already exists (${status} GENERIC_BAD_REQUEST)`,
      status,
      code: 'GENERIC_BAD_REQUEST',
      operation: 'createAgent',
      body,
    })
    expect((error as ApiError).constructor).toBe(ErrorClass)
    expect((error as ApiError).headers.get('content-type')).toBe('application/json')
    expect((error as ApiError).stack).toMatch(new RegExp(`^${ErrorClass.name}: createAgent failed`))
  })

  const bodies: readonly [string, unknown, string, string | undefined][] = [
    [
      'the documented shape',
      { error: 'Not found', code: 'NOT_FOUND' },
      'Not found (404 NOT_FOUND)',
      'NOT_FOUND',
    ],
    ['a code that repeats the status', { error: 'Gone', code: '404' }, 'Gone (404)', '404'],
    ['a code that is a number', { error: 'Gone', code: 404 }, 'Gone (404)', '404'],
    [
      'status, code and message',
      { status: 'error', code: 'PCC-1004', message: 'No billing' },
      'No billing (404 PCC-1004)',
      'PCC-1004',
    ],
    ['an object of an error', { error: { message: 'Inner', code: 'X' } }, 'Inner (404 X)', 'X'],
    [
      'another object beside the error',
      { error: 'Invalid parameters', err: { issues: [], name: 'ZodError' }, code: '400' },
      'Invalid parameters (404 400)',
      '400',
    ],
    ['text under another name', { err: 'Broken' }, 'Broken (404)', undefined],
    ['no object', [1], '', undefined],
    ['an empty object', {}, '', undefined],
    ['null', null, '', undefined],
    ['a JSON string', 'Not here', '', undefined],
    ['members of no use', { error: null, message: {}, code: [] }, '', undefined],
    ['an own __proto__', JSON.parse('{"__proto__":{"error":"x"}}'), '', undefined],
  ]
  test.each(bodies)('with a body of %s', async (_, body, said, code) => {
    await using service = await serve(json(404, body))
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({
      message: said === '' ? 'getAgent failed (404)' : `getAgent failed: ${said}`,
      body,
    })
    expect((error as ApiError).code).toBe(code)
  })

  test.each([
    ['of a page of an edge', 502, 'text/html', '<!DOCTYPE html><title>Bad gateway</title>'],
    ['that claims to be JSON', 404, 'application/json', '{"error": "cut o'],
    ['of a page for a documented status', 500, 'text/html', '<h1>Oops</h1>'],
    ['of plain text', 429, 'text/plain', 'error code: 1015'],
  ])('with a text %s keeps the text', async (_, status, type, body) => {
    await using service = await serve(text(status, type, body))
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ message: `getAgent failed (${status})`, status, code: undefined, body })
  })

  test.each([
    ['whole', KEY.length],
    ['all but its last character', KEY.length - 1],
    ['half', KEY.length / 2],
    ['not at all', 0],
  ])('that is cut off where the key is %s in it shows nothing of the key', async (_, held) => {
    const before = 'x'.repeat(1000 - held)
    await using service = await serve(text(500, 'text/html', `${before}${KEY} and more`))
    const { body } = (await failure(service.pipecat.agents.get('a'))) as ApiError
    expect(body).toBe(held === KEY.length ? `${before}[redacted]` : before)
  })

  test('without a body has none', async () => {
    await using service = await serve((response) => response.writeHead(503, { 'Retry-After': '7' }).end())
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toMatchObject({ name: 'ServerError', status: 503, body: undefined, code: undefined })
    expect((error as ApiError).headers.get('retry-after')).toBe('7')
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    'of status %i is not followed, so that no other server sees the key',
    async (status) => {
      await using other = await serve(json(200, {}))
      await using service = await serve((response) =>
        response.writeHead(status, { Location: other.url }).end(),
      )
      const error = await failure(service.pipecat.agents.get('a'))
      expect(error).toMatchObject({
        name: 'ApiError',
        status,
        message: `getAgent failed: the response is a redirect, which is not followed lest the key reach another server (${status})`,
      })
      expect(service.requests[0]!.headers['authorization']).toBe(`Bearer ${KEY}`)
      expect(other.requests).toEqual([])
    },
  )

  test('that a browser does not show is told by its status 0', async () => {
    const pipecat = new PipecatCloud({ apiKey: KEY, fetch: () => Promise.resolve(Response.error()) })
    const error = await failure(pipecat.agents.get('a'))
    expect(error).toMatchObject({ name: 'ApiError', status: 0, body: undefined })
    expect((error as ApiError).message).toMatch(/^getAgent failed: the response is a redirect, /)
  })
})
