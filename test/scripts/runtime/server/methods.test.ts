import { describe, expect, it } from 'vitest'
import { request, seen, serve } from './api.js'

const handle = serve(
  [
    { method: 'GET', path: '/both' },
    { method: 'POST', path: '/both' },
    { method: 'POST', path: '/post' },
    { method: 'HEAD', path: '/documented', responses: { 200: {} } },
    { method: 'OPTIONS', path: '/documented' },
    { method: 'GET', path: '/documented' },
    { method: 'GET', path: '/things/{id}' },
    { method: 'POST', path: '/things/search' },
  ],
  ({ operation }: { operation: { method: string } }) => ({
    status: 200,
    headers: { 'x-operation': operation.method },
    body: {},
  }),
)

describe('a method', () => {
  it.each([
    ['GET', '/both', 200, 'GET'],
    ['POST', '/both', 200, 'POST'],
    ['HEAD', '/both', 200, 'GET'],
    ['HEAD', '/documented', 200, 'HEAD'],
    ['OPTIONS', '/documented', 200, 'OPTIONS'],
  ])('%s %s answers %i from the handler of %s', async (method, path, status, operation) => {
    const response = await handle(request(path, { method }))
    expect(response.status).toBe(status)
    expect(response.headers.get('x-operation')).toBe(operation)
  })

  it.each([
    ['PUT', '/both', 405, 'GET, POST, HEAD, OPTIONS'],
    ['OPTIONS', '/both', 204, 'GET, POST, HEAD, OPTIONS'],
    ['GET', '/post', 405, 'POST, OPTIONS'],
    ['HEAD', '/post', 405, 'POST, OPTIONS'],
    ['OPTIONS', '/post', 204, 'POST, OPTIONS'],
    ['POST', '/documented', 405, 'HEAD, OPTIONS, GET'],
    ['FOO', '/both', 405, 'GET, POST, HEAD, OPTIONS'],
    ['GET', '/things/search', 405, 'POST, OPTIONS'],
  ])('%s %s answers %i and allows %s', async (method, path, status, allow) => {
    const response = await handle(request(path, { method }))
    expect(response.status).toBe(status)
    expect(response.headers.get('allow')).toBe(allow)
  })

  it('HEAD has no body, but the headers of the same GET', async () => {
    const get = await handle(request('/both'))
    const head = await handle(request('/both', { method: 'HEAD' }))
    expect(head.body).toBeNull()
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
  })

  it('HEAD to no path has no body either', async () => {
    expect(await seen(await handle(request('/none', { method: 'HEAD' })))).toEqual({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: undefined,
    })
  })

  it('HEAD closes the body that the handler of GET had begun', async () => {
    let isClosed = false
    const body = new ReadableStream({ cancel: () => void (isClosed = true) })
    await serve([{}], () => new Response(body))(request('/', { method: 'HEAD' }))
    expect(isClosed).toBe(true)
  })
})
