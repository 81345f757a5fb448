import { describe, expect, it } from 'vitest'
import type { AnyReply } from '../../../../scripts/src/runtime/server/reply.js'
import type { Route } from '../../../../scripts/src/runtime/server/route.js'
import { accepting, request, seen, serve } from './api.js'

const isName = accepting((value) => typeof (value as { name?: unknown } | null)?.name === 'string')

const responses: Route['responses'] = {
  '200': { 'application/json; charset=utf-8': isName },
  '201': { 'application/vnd.thing+json': isName, 'application/json': isName },
  '204': {},
  '4XX': { 'application/problem+json': accepting((value) => value !== null) },
  '404': { 'application/json': isName },
  '409': {},
}

const json = (text: string, status = 200, type = 'application/json') =>
  new Response(text, { status, headers: { 'content-type': type } })

describe('a reply', () => {
  it.each<[AnyReply, number, Record<string, string>, unknown]>([
    [{ status: 200, body: { name: 'a' } }, 200, { 'content-type': 'application/json' }, { name: 'a' }],
    [
      { status: 201, body: { name: 'a' } },
      201,
      { 'content-type': 'application/vnd.thing+json' },
      { name: 'a' },
    ],
    [
      { status: 201, body: { name: 'a' }, headers: { 'Content-Type': 'application/json', location: '/a' } },
      201,
      { 'content-type': 'application/json', location: '/a' },
      { name: 'a' },
    ],
    [{ status: 422, body: {} }, 422, { 'content-type': 'application/problem+json' }, {}],
    [{ status: 404, body: { name: 'a' } }, 404, { 'content-type': 'application/json' }, { name: 'a' }],
    [{ status: 204 }, 204, {}, undefined],
    [{ status: 204, headers: [['x-a', '1']] }, 204, { 'x-a': '1' }, undefined],
    [json('{"name":"a"}', 200), 200, { 'content-type': 'application/json' }, { name: 'a' }],
  ])('%j is sent and passes the check', async (reply, status, headers, body) => {
    const given = reply instanceof Response ? () => reply.clone() : reply
    expect(await seen(await serve([{ responses }], given)(request('/')))).toEqual({ status, headers, body })
    const checking = serve([{ responses }], given, { validateResponses: true })
    expect(await seen(await checking(request('/')))).toEqual({ status, headers, body })
  })

  it.each<[string, AnyReply, string]>([
    ['of another status', { status: 500, body: {} }, 'handler0 answered 500 which is not documented'],
    [
      'without a body',
      { status: 200 },
      'handler0 answered 200 without a body; documented is application/json; charset=utf-8',
    ],
    [
      'with a body where none is documented',
      { status: 409, body: 1 },
      'handler0 answered 409 with a body, and none is documented',
    ],
    [
      'of another media type',
      json('{}', 404, 'text/json'),
      'handler0 answered 404 as text/json; documented is application/json',
    ],
    [
      'that is not valid',
      { status: 200, body: { name: 1 } },
      'handler0 answered 200 with a body that is not valid\n  /a is wrong',
    ],
    [
      'of a range that is not valid',
      { status: 422, body: null },
      'handler0 answered 422 with a body that is not valid\n  /a is wrong',
    ],
    [
      'of no content type',
      new Response(new Uint8Array(1)),
      'handler0 answered 200 as no media type; documented is application/json; charset=utf-8',
    ],
    ['of bad JSON', json('{'), 'handler0 answered 200 with a body that is not JSON'],
    [
      'that JSON makes invalid',
      { status: 200, body: { name: Symbol('a') } },
      'handler0 answered 200 with a body that is not valid\n  /a is wrong',
    ],
  ])('%s does not pass the check', async (_, reply, message) => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response(null, { status: 500 })
    }
    const response = await serve([{ responses }], reply, { validateResponses: true, onError })(request('/'))
    expect(response.status).toBe(500)
    const issues = message.endsWith('/a is wrong') ? [expect.objectContaining({ pointer: '/a' })] : []
    expect(errors).toEqual([
      expect.objectContaining({
        name: 'ReplyError',
        operation: 'handler0',
        status: reply.status,
        message,
        issues,
      }),
    ])
  })

  it('that does not pass is sent where nothing is checked', async () => {
    const response = await serve([{ responses }], { status: 200, body: { name: 1 } })(request('/'))
    expect(await seen(response)).toMatchObject({ status: 200, body: { name: 1 } })
  })

  it('to HEAD is checked with the body that GET would have', async () => {
    const handle = serve([{ responses }], { status: 200, body: { name: 1 } }, { validateResponses: true })
    expect((await handle(request('/', { method: 'HEAD' }))).status).toBe(500)
  })

  it.each<[unknown, string]>([
    [undefined, 'The handler handler0 must return a reply or a Response, not undefined'],
    ['text', 'The handler handler0 must return a reply or a Response, not text'],
  ])('%j is an error', async (reply, message) => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response()
    }
    // Not every handler is checked by the types.
    await serve([{}], () => reply as AnyReply, { onError })(request('/'))
    expect(errors).toEqual([new TypeError(message)])
  })

  it('is sent by a handler that needs its `this`', async () => {
    class Counter {
      #count = 0
      handler0(): AnyReply {
        return { status: 200, body: (this.#count += 1) }
      }
    }
    const { createFetchHandler } = await import('../../../../scripts/src/runtime/server/handler.js')
    const routes: Route<'handler0'>[] = [{ id: 'handler0', method: 'GET', path: '/', responses: {} }]
    const api = { title: '', basePath: '', routes, securitySchemes: {} }
    const handle = createFetchHandler(api, new Counter(), {})
    await handle(request('/'))
    expect(await (await handle(request('/'))).json()).toBe(2)
  })
})
