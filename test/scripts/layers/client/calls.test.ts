import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { load } from '../../../../scripts/src/load/index.js'
import seedRequest from '../../../fixtures/seed/create-agent.request.json' with { type: 'json' }
import seedResponse from '../../../fixtures/seed/create-agent.response.json' with { type: 'json' }
import { type Answer, json, listen, type ReceivedRequest } from '../../runtime/client/loopback.js'
import { type AnyFunction, importClient } from './emitted.js'
import { widgets } from './widgets.js'

/** Calls a generated function of a document once; `serve` is what a server on loopback answers. */
async function call(document: JsonObject, operation: string, params: unknown, serve: Answer) {
  const layer = await importClient(document)
  await using server = await listen(serve)
  const client = layer.createClient({ baseUrl: `${server.url}/v1`, headers: { Authorization: 'Bearer k' } })
  // Every export but `createClient` and the error class is the function of an operation.
  const outcome = await (layer[operation] as AnyFunction)(client, params)
  const [request] = server.requests
  return { request: request as ReceivedRequest, outcome }
}

describe('a generated function', () => {
  test.each<[string, unknown, Answer, Partial<ReceivedRequest>, object]>([
    [
      'listWidgets',
      { query: { ids: [1, 2] }, header: { 'X-Trace': 'a' } },
      json(200, [{ name: 'a' }]),
      { method: 'GET', url: '/v1/widgets?ids=1&ids=2', body: '' },
      { ok: true, status: 200, data: [{ name: 'a' }] },
    ],
    [
      'listWidgets',
      undefined,
      json(500, { title: 'x' }),
      { url: '/v1/widgets' },
      { ok: false, error: { title: 'x' } },
    ],
    [
      'createWidget',
      { body: { name: 'a' } },
      json(201, { name: 'a' }),
      { method: 'POST', url: '/v1/widgets', body: '{"name":"a"}' },
      { ok: true, status: 201, data: { name: 'a' } },
    ],
    [
      'createWidget',
      { body: {} },
      json(404, { title: 'x' }),
      { body: '{}' },
      { ok: false, error: { title: 'x' } },
    ],
    [
      'patchWidget',
      { path: { id: 7 }, body: { size: 1 } },
      (response) => response.writeHead(204).end(),
      { method: 'PATCH', url: '/v1/widgets/7', body: '{"size":1}' },
      { ok: true, status: 204, data: undefined },
    ],
    [
      'headWidget',
      { path: { id: 7 } },
      json(200, 'left out'),
      { method: 'HEAD', url: '/v1/widgets/7' },
      { ok: true, status: 200, data: undefined },
    ],
    [
      'send',
      undefined,
      json(202, { name: 'a' }),
      { method: 'GET', url: '/v1/send' },
      { ok: true, status: 202 },
    ],
  ])('%s with %j', async (operation, params, serve, wanted, outcome) => {
    const called = await call(widgets, operation, params, serve)
    expect(called.request).toMatchObject(wanted)
    expect(called.request.headers).toMatchObject({ authorization: 'Bearer k' })
    expect(called.outcome).toMatchObject(outcome)
  })
})

describe('the client of Pipecat Cloud', async () => {
  const { document } = await load('spec/pipecat-cloud.yaml', { cwd: process.cwd() })

  test('creates an agent: these bytes, and this agent', async () => {
    const { request, outcome } = await call(
      document,
      'createAgent',
      { body: seedRequest },
      json(200, seedResponse),
    )
    expect(request).toMatchObject({ method: 'POST', url: '/v1/agents', body: JSON.stringify(seedRequest) })
    expect(request.headers['content-type']).toBe('application/json')
    expect(outcome).toMatchObject({ ok: true, status: 200, data: seedResponse })
  })

  test('gets an agent, and says what a failure is', async () => {
    const failure = { error: 'Not found', code: 'NOT_FOUND' }
    const params = { path: { agentName: 'a b/c' } }
    const { request, outcome } = await call(document, 'getAgent', params, json(404, failure))
    expect(request).toMatchObject({ method: 'GET', url: '/v1/agents/a%20b%2Fc', body: '' })
    expect(outcome).toMatchObject({ ok: false, status: 404, error: failure })
  })

  test('refuses a name that would make another request of it', async () => {
    const { createClient, getAgent } = await importClient(document)
    const calling = (getAgent as AnyFunction)(createClient(), { path: { agentName: '..' } })
    await expect(calling).rejects.toThrow(/^Path parameter "agentName" must not be "\.\.": /)
  })

  test('goes to the first server of the document', async () => {
    const { createClient, getAgent } = await importClient(document)
    const urls: string[] = []
    const client = createClient({
      fetch: ({ url }) => {
        urls.push(url)
        return Promise.resolve(Response.json({}))
      },
    })
    await (getAgent as AnyFunction)(client, { path: { agentName: 'a' } })
    expect(urls).toEqual(['https://api.pipecat.daily.co/v1/agents/a'])
  })
})
