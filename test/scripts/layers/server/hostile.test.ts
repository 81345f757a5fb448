import { afterEach, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { importServer } from './emitted.js'

const payloads = [
  `'`,
  '"',
  '`${globalThis.pwned()}`',
  '*/ globalThis.pwned() /*',
  `'}; globalThis.pwned(); ({a: '`,
  `\\'; globalThis.pwned(); //`,
  '\n globalThis.pwned() //',
  '\u2028globalThis.pwned()',
  '__proto__',
  '\uD800',
]

/** In a path or URL braces are variables. */
function withoutBraces(text: string): string {
  return text.replaceAll(/[{}]/g, '')
}

const FORM = 'application/x-www-form-urlencoded'

/** A form with a member of that name. */
function formWith(text: string): JsonObject {
  const properties = { [text]: { type: 'integer' }, object: { type: 'object' } }
  return { schema: { type: 'object', properties }, encoding: { object: { style: 'form' } } }
}

/** A document that holds `text` wherever this layer prints what is no name. */
function documentWith(text: string): JsonObject {
  const path = withoutBraces(text)
  const media = `application/x+json; p=${text}`
  return {
    openapi: '3.1.0',
    info: { title: text, version: text },
    servers: [{ url: `https://a.example/${path}` }],
    paths: {
      [`/a${path}/{b}`]: {
        post: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          security: [{ [text]: [] }],
          parameters: [
            { name: 'b', in: 'path', required: true, schema: { type: 'string' } },
            { name: text, in: 'query', schema: { type: 'integer' } },
            { name: text, in: 'header', schema: { type: 'string' } },
            {
              name: text,
              in: 'cookie',
              schema: { type: 'object', properties: { [text]: { type: 'integer' } } },
            },
          ],
          requestBody: { description: text, content: { [media]: {} } },
          responses: { 200: { description: text, content: { [media]: {} } } },
        },
      },
      '/form': {
        post: {
          operationId: 'sendForm',
          security: [],
          requestBody: { content: { [FORM]: formWith(text), [`text/csv; p=${text}`]: {} } },
          responses: {
            200: { description: text, content: { [`text/csv; p=${text}`]: {}, [`image/*; p=${text}`]: {} } },
          },
        },
      },
    },
    components: {
      securitySchemes: { [text]: { type: 'apiKey', in: 'header', name: text, description: text } },
    },
  }
}

afterEach(() => Reflect.deleteProperty(globalThis, 'pwned'))

it.each(payloads)('the text %j stays text', async (text) => {
  Object.defineProperty(globalThis, 'pwned', {
    configurable: true,
    value: () => expect.unreachable('text of the document has run'),
  })
  const { routes, createHandler } = await importServer(documentWith(text))
  const [route] = routes
  expect(route).toMatchObject({
    path: `/a${withoutBraces(text)}/{b}`,
    security: [[text]],
    parameters: {
      formats: [
        { name: 'b' },
        { name: text, types: ['integer'] },
        { name: text, in: 'header' },
        { name: text, in: 'cookie', object: Object.fromEntries([[text, { types: ['integer'] }]]) },
      ],
    },
  })
  expect(Object.keys(route!.body!.contents)).toEqual([`application/x+json; p=${text}`])
  const handlers = {
    [route!.id]: () => ({ status: 200, body: 1 }),
    sendForm: ({ body }: { readonly body: object }) => ({ status: 200, body: String(Object.entries(body)) }),
  }
  const handle = createHandler(handlers, { basePath: '' })
  const found = await handle(new Request(`http://localhost${encodeURI('/none')}`, { method: 'POST' }))
  expect(found.status).toBe(404)
  const form = await handle(
    new Request('http://localhost/form', { method: 'POST', body: new URLSearchParams([[text, '1']]) }),
  )
  expect(form.headers.get('content-type')).toMatch(/^text\/csv; p=[ -~]+; charset=utf-8$/)
  // Nothing can be sent that is no text, so that its name is another one.
  if (text !== '\uD800') expect(await form.text()).toBe(`${text},1`)
})
