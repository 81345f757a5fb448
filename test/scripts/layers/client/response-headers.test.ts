import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { type Answer, listen } from '../../runtime/client/loopback.js'
import { type AnyFunction, compile, emitted, importClient } from './emitted.js'

const ok = { description: 'Fine.', content: { 'application/json': { schema: { type: 'string' } } } }
const integer = { schema: { type: 'integer' } }

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pages', version: '1' },
  paths: {
    '/pages': {
      get: {
        operationId: 'listPages',
        responses: {
          '200': {
            ...ok,
            headers: {
              'X-Total': { required: true, ...integer },
              Tags: { schema: { type: 'array', items: { type: 'string' } } },
              'X-More': {
                content: { 'application/json': { schema: { $ref: '#/components/schemas/More' } } },
              },
              'Content-Type': { schema: { type: 'string' } },
            },
          },
          '201': ok,
          '4XX': { $ref: '#/components/responses/Busy' },
          default: { description: 'Any.', headers: { "it's": integer } },
        },
      },
    },
    '/plain': { get: { operationId: 'plain', responses: { '200': ok } } },
  },
  components: {
    schemas: { More: { type: 'object', required: ['next'], properties: { next: { type: 'string' } } } },
    responses: { Busy: { description: 'Busy.', headers: { 'Retry-After': integer } } },
  },
}

const files = emitted(document)

const of = (key: string) => `operations['listPages']['responses'][${key}]['headers']`

test('the type of a result names the header fields of each response', () => {
  const text = files['client/default.ts']!.replaceAll(/\s+/g, ' ')
  expect(text).toContain(
    [
      `Success<200, ListPagesResponse200, Pick<${of('200')}, 'X-Total' | 'Tags' | 'X-More'>>`,
      'Success<201, ListPagesResponse201>',
      `Failure<Status4XX, unknown, Pick<${of("'4XX'")}, 'Retry-After'>>`,
      `Failure<Exclude<HttpStatus, 200 | 201 | Status4XX>, unknown, Pick<${of("'default'")}, 'it\\'s'>>`,
    ].join(' | '),
  )
  expect(text).toContain(
    "headers: { 200: headersReader({ 'X-Total': { types: ['integer'] }, Tags: { array: {} }, 'X-More': { isJson: true } }), " +
      "'4XX': headersReader({ 'Retry-After': { types: ['integer'] } }), default: headersReader({ 'it\\'s': { types: ['integer'] } }) }",
  )
})

test('without described headers there is nothing of it', () => {
  const { paths: _, ...rest } = document
  const plain = emitted({
    ...rest,
    paths: { '/plain': { get: { operationId: 'plain', responses: { 200: ok } } } },
  })
  expect(Object.keys(plain).filter((path) => /read-headers|runtime\/reading/.test(path))).toEqual([])
  expect(plain['client/default.ts']).not.toContain('headers')
})

describe('a call', () => {
  const headers = {
    'Content-Type': 'application/json',
    'x-total': '3',
    Tags: 'a, b',
    'X-More': '{"next":"/p"}',
    'Retry-After': 'soon',
    "it's": '1',
  }
  test.each<readonly [status: number, want: unknown]>([
    [200, { 'X-Total': 3, Tags: ['a', 'b'], 'X-More': { next: '/p' } }],
    [201, undefined],
    [429, { 'Retry-After': 'soon' }],
    [500, { "it's": 1 }],
  ])('that is answered with %i has the headers %j', async (status, want) => {
    const answer: Answer = (response) => response.writeHead(status, headers).end('"a"')
    await using server = await listen(answer)
    const { createClient, listPages } = await importClient(document)
    const result = await (listPages as AnyFunction)(createClient({ baseUrl: server.url }))
    expect(result).toMatchObject({ status, headers: want })
  })
})

test('header fields have the types of the document', () => {
  const program = `
    import { createClient, listPages, plain } from './client/index.js'
    const client = createClient({ baseUrl: 'http://a' })
    const result = await listPages(client)
    if (result.ok && result.status === 200) {
      const total: number = result.headers['X-Total']
      const tags: string[] | undefined = result.headers.Tags
      const next: string | undefined = result.headers['X-More']?.next
      // @ts-expect-error -- it may be absent
      const always: string[] = result.headers.Tags
      // @ts-expect-error -- it is described elsewhere
      void result.headers['Content-Type']
      void [total, tags, next, always]
    } else if (result.status === 201) {
      const none: undefined = result.headers
      void none
    } else if (result.status === 429) {
      const after: number | undefined = result.headers['Retry-After']
      void after
    } else if (result.status === 500) {
      const it: number | undefined = result.headers["it's"]
      void it
    }
    const none: undefined = (await plain(client)).headers
    void none
  `
  expect(compile(document, program)).toEqual([])
})
