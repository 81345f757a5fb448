import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { compile, emitted, importServer } from './emitted.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const done = { responses: { 204: { description: 'Noted.' } } }

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example.com/v1' }],
  security: [{ key: [] }],
  paths: {
    '/pets': {
      post: {
        operationId: 'addPet',
        responses: { 201: { description: 'Added.' } },
        callbacks: {
          fed: { '{$request.body#/url}': { put: { operationId: 'petFed', tags: ['Food'], ...done } } },
        },
      },
    },
  },
  webhooks: {
    'new-pet': {
      post: {
        operationId: 'newPet',
        tags: ['Food'],
        description: 'A pet has come.',
        parameters: [{ name: 'X-Attempt', in: 'header', required: true, schema: { type: 'integer' } }],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Pet' }) },
        responses: { 200: { description: 'Fine.', ...json({ type: 'boolean' }) } },
      },
    },
    'gone/pet': { post: { operationId: 'gonePet', ...done } },
  },
  components: {
    schemas: { Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
    securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
  },
} satisfies JsonObject

type CreateWebhookHandler = (
  handlers: Readonly<Record<string, unknown>>,
  options?: object,
) => (request: Request) => Promise<Response>

let createWebhookHandler: CreateWebhookHandler

beforeAll(async () => {
  const server: object = await importServer(document)
  createWebhookHandler = (server as { createWebhookHandler: CreateWebhookHandler }).createWebhookHandler
})

const newPet = ({ body, header }: { body: { name: string }; header: object }) => ({
  status: 200,
  body: body.name === 'Rex' && JSON.stringify(header) === '{"X-Attempt":2}',
})

function post(
  path: string,
  body: JsonValue = { name: 'Rex' },
  headers: Record<string, string> = {},
): Request {
  return new Request(`https://receiver.example.com${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-attempt': '2', ...headers },
    body: JSON.stringify(body),
  })
}

describe('a handler of webhooks', () => {
  it.each<[request: Request, status: number, text: string, options?: object]>([
    [post('/new-pet'), 200, 'true'],
    [post('/hooks/new-pet'), 200, 'true', { basePath: '/hooks' }],
    [post('/new-pet', {}), 400, 'must have the property \\"name\\"'],
    [post('/new-pet', { name: 'Rex' }, { 'x-attempt': 'two' }), 400, 'must be an integer'],
    [post('/gone-pet'), 404, 'There is no such path'],
    [post('/pets'), 404, 'There is no such path'],
    [new Request('https://receiver.example.com/new-pet'), 405, 'it has POST'],
  ])('answers %#', async (request, status, text, options) => {
    const response = await createWebhookHandler({ newPet }, options)(request)
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(text)])
  })

  it.each<readonly [event: string, method: string, status: number]>([
    ['newPet', 'POST', 200],
    ['newPet', 'PUT', 405],
    ['petFed', 'PUT', 204],
    ['gonePet', 'POST', 404],
    ['other', 'POST', 404],
  ])('identifies %s by a header, %s: %i', async (event, method, status) => {
    const handler = createWebhookHandler(
      { newPet, petFed: () => ({ status: 204 }) },
      { identify: (request: Request) => request.headers.get('x-event') ?? undefined },
    )
    const request = new Request(post('/', { name: 'Rex' }, { 'x-event': event }), { method })
    expect((await handler(request)).status).toBe(status)
  })

  it('finds a callback, and a webhook whose name is no segment of a path, by the name of its handler', async () => {
    const handler = createWebhookHandler({
      petFed: () => ({ status: 204 }),
      gonePet: () => ({ status: 204 }),
    })
    const url = 'https://receiver.example.com'
    expect((await handler(new Request(`${url}/petFed`, { method: 'PUT' }))).status).toBe(204)
    expect((await handler(new Request(`${url}/gonePet`, { method: 'POST' }))).status).toBe(204)
  })

  it('has the types of its handlers', async () => {
    const program = `
      import { createWebhookHandler, createHandler, type Webhooks } from './server/index.js'
      const newPet: Webhooks['newPet'] = ({ body, header }) => ({ status: 200, body: body.name.length > header['X-Attempt'] })
      createWebhookHandler({ newPet, petFed: () => ({ status: 204 }) }, { identify: () => 'gonePet' })
      // @ts-expect-error -- there is no such status
      createWebhookHandler({ newPet: () => ({ status: 201 }) })
      // @ts-expect-error -- there is no such webhook
      createWebhookHandler({}, { identify: () => 'otherPet' })
      createHandler({ addPet: () => ({ status: 201 }) })
    `
    expect(await compile(document, { 'program.ts': program })).toEqual({ 'index.ts': [], 'program.ts': [] })
  })
})

it('a document without webhooks has no handler of any', () => {
  const { webhooks: _, ...rest } = document
  const without = { ...rest, paths: {} }
  expect(Object.keys(emitted(without)).filter((path) => path.includes('webhook'))).toEqual([])
  expect(emitted(document)['server/webhook-handler.ts']).toContain(
    'ends in the name of its webhook ("/new-pet")',
  )
})

it('a tag may be called as the module of all webhooks is', () => {
  const { 'new-pet': webhook } = document.webhooks
  const tagged = {
    ...document,
    webhooks: { 'new-pet': { post: { ...webhook.post, tags: ['Webhook handler'] } } },
  }
  const paths = Object.keys(emitted(tagged)).filter((path) => path.startsWith('server/webhook'))
  expect(paths.toSorted()).toEqual(['server/webhook-handler.ts', 'server/webhook-handler_.ts'])
})
