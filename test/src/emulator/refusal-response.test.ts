import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { type Answer, create, minimal, send, start } from './emulation.js'

const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'
const invalid = 'Invalid parameters'
const neither = 'Either image or buildId is required for service creation'
const both = 'Cannot specify both image and buildId. Use one or the other.'

/** A body, the error that it is refused with, and the places that are named. */
const bodies: readonly (readonly [body: unknown, error: string, pointers: readonly string[]])[] = [
  [{ serviceName: 'a1' }, neither, ['/body']],
  [{}, neither, ['/body', '/body']],
  [{ serviceName: 5, region: true }, neither, ['/body/serviceName', '/body/region', '/body']],
  [{ ...minimal, buildId }, both, ['/body']],
  [{ ...minimal, buildId: 'none' }, both, ['/body/buildId', '/body']],
  [{ ...minimal, buildId: null }, both, ['/body/buildId', '/body']],
  [{ serviceName: 'a1', image: null }, invalid, ['/body/image']],
  [{ serviceName: 'a1', image: 5 }, invalid, ['/body/image']],
  [{ serviceName: 'a1', buildId: 'none' }, invalid, ['/body/buildId']],
  [{ image: 'a' }, invalid, ['/body']],
  [{ ...minimal, autoScaling: { minAgents: '1' } }, invalid, ['/body/autoScaling/minAgents']],
  [
    JSON.parse(`{ "serviceName": "a1", "image": "a", "__proto__": { "image": 5 } }`),
    invalid,
    ['/body/__proto__'],
  ],
  [null, invalid, ['/body']],
  [[], invalid, ['/body']],
  ['text', invalid, ['/body']],
]

describe('a body that is not valid', () => {
  it.each(bodies)('%j is refused: %s', async (body, error, pointers) => {
    const emulator = await start()
    const answer = await create(emulator, body)
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 400,
      body: {
        error,
        code: 'GENERIC_BAD_REQUEST',
        issues: pointers.map((pointer) => ({ pointer, message: expect.any(String) })),
      },
    })
    expect(emulator.state.agents.size).toBe(0)
  })

  it('is told what is wrong', async () => {
    const emulator = await start()
    expect(await create(emulator, { ...minimal, maxSessionDuration: 59 })).toMatchObject({
      body: { issues: [{ pointer: '/body/maxSessionDuration', message: 'must be at least 60, but is 59' }] },
    })
  })
})

const type = { 'Content-Type': 'application/json' }
/** Requests that do not get as far as an operation. */
const requests: readonly (readonly [
  method: string,
  path: string,
  RequestInit,
  status: number,
  body: object,
])[] = [
  ['POST', '/agents', { body: '{' }, 400, malformed('/body', 'The body is not valid JSON')],
  ['POST', '/agents', { body: Uint8Array.of(0xff) }, 400, malformed('/body', 'The body is not UTF-8')],
  ['POST', '/agents', {}, 400, malformed('', 'must have the property "body"')],
  ['GET', '/agents/%ZZ', {}, 400, malformed('/path', 'The path has a malformed percent-escape')],
  [
    'POST',
    '/agents',
    { headers: { 'Content-Type': 'text/plain' }, body: '{}' },
    415,
    { code: '415', error: 'The body has the content type text/plain; send application/json' },
  ],
  [
    'POST',
    '/agents',
    { headers: type, body: ' '.repeat(1_048_577) },
    413,
    { code: '413', error: 'The body has more than 1048576 bytes' },
  ],
  ['GET', '/agent', {}, 501, notDocumented('GET /v1/agent')],
  ['GET', '/agents/a/b/c/d', {}, 501, notDocumented('GET /v1/agents/a/b/c/d')],
  [
    'PUT',
    '/agents/a',
    { body: '{}' },
    501,
    notDocumented('PUT /v1/agents/a; it has GET, POST, DELETE, HEAD, OPTIONS there'),
  ],
  ['POST', '/public/a/stop', { body: '{}' }, 501, notDocumented('POST /v1/public/a/stop')],
  ['GET', '/../agents', {}, 404, { code: '404', error: 'There is nothing at /agents; the API is at /v1' }],
]

function malformed(pointer: string, message: string): object {
  return { error: invalid, code: 'GENERIC_BAD_REQUEST', issues: [{ pointer, message }] }
}

function notDocumented(target: string): object {
  return { error: `The API has no operation ${target}`, code: '501' }
}

describe('a request that no operation gets', () => {
  it.each(requests)('%s %s is refused', async (method, path, init, status, body) => {
    const emulator = await start()
    const answer = await send(emulator, method, path, init)
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body })
  })

  it('may be one that Fetch cannot make', async () => {
    const { url } = await start()
    expect(await trace(url)).toEqual({
      status: 400,
      body: malformed('', 'The request line is not understood'),
    })
  })
})

/** Sends a request with the method `TRACE`, which `fetch` refuses to. */
function trace(url: string): Promise<Omit<Answer, 'headers'>> {
  return new Promise((resolve, reject) => {
    const message = request(url, { method: 'TRACE', agent: false }, (response) => {
      text(response)
        .then((json) => resolve({ status: response.statusCode ?? 0, body: JSON.parse(json) }))
        .catch(reject)
    })
    message.on('error', reject).end()
  })
}
