import { expect, it } from 'vitest'
import { document } from './document.js'
import { compile } from './emitted.js'

const imports = `
  import {
    createHandler, ReplyError, routes,
    type CreateThingInput, type CreateThingReply, type DeleteReply, type GetThingInput, type HandlerOptions, type Handlers,
    type HeadThingReply, type ListThingsInput, type ReplaceThingInput,
  } from './server/index.js'
  import type { Thing } from './types/schemas.js'
  declare const handlers: Handlers
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
  const same = <A, B>(_: Same<A, B>) => undefined
`

/** Programs that compile. */
const right: Record<string, string> = {
  'all handlers, with and without a promise, with a reply or a Response': `
    createHandler({
      listThings: async () => ({ status: 200, body: [{ name: 'a' }] }),
      createThing: ({ body }) => ({ status: 201, body, headers: { location: '/things/1' } }),
      getThing: async ({ path }) =>
        path.id === 1 ? { status: 200, body: { name: 'a' } } : { status: 404, body: { detail: 'no' } },
      replaceThing: () => new Response('anything', { status: 418 }),
      delete_: () => ({ status: 204 }),
      headThing: async () => new Response(),
    }, { security: { Bearer: (token) => token.length > 1, Key: async (key) => key === 'k' } })`,
  'what handlers get': `
    same<ListThingsInput['query'], { limit?: number; tag?: string[]; sizes?: number[]; all?: boolean }>(true)
    same<ListThingsInput['header'], { 'X-Trace': string }>(true)
    same<GetThingInput['path'], { id: number }>(true)
    same<CreateThingInput['body'], Thing>(true)
    same<ReplaceThingInput['body'], Thing | undefined>(true)
    same<ReplaceThingInput['request'], Request>(true)`,
  'the statuses of ranges and default': `
    const replies: CreateThingReply[] = [
      { status: 201, body: { name: 'a' } }, { status: 409 }, { status: 400, body: { detail: '' } },
      { status: 499, body: { detail: '' } }, { status: 200, body: { detail: '' } }, { status: 599, body: { detail: '' } },
    ]`,
  'replies without a body': `
    const replies: (DeleteReply | HeadThingReply)[] = [{ status: 204 }, { status: 200, headers: [['a', 'b']] }]`,
  'options that are undefined': `
    const options: HandlerOptions = { basePath: undefined, security: undefined, onError: undefined }`,
  'what a refusal tells': `
    createHandler(handlers, {
      onRefused: (refusal) => {
        if (refusal.kind === 'invalid') return Response.json(refusal.issues[0]?.pointer)
        return Response.json(refusal.kind === 'method-not-allowed' ? refusal.allow : refusal.operation?.id)
      },
      onError: (error) => Response.json(error instanceof ReplyError && error.issues),
    })`,
  'the table of routes': `const ids: (keyof Handlers)[] = routes.map(({ id }) => id)`,
}

/** Programs that do not, and what the compiler says first. */
const wrong: Record<string, [program: string, message: RegExp]> = {
  'a handler that is missing': [
    `createHandler({ ...handlers, getThing: undefined })`,
    /^Type 'undefined' is not assignable to type 'Handler<GetThingInput, GetThingReply>'/,
  ],
  'handlers that are missing': [
    `const { getThing, ...others } = handlers
     createHandler(others)`,
    /Property 'getThing' is missing/,
  ],
  'a handler that is none': [
    `createHandler({ ...handlers, another: () => new Response() })`,
    /'another' does not exist/,
  ],
  'a status that is not documented': [
    `createHandler({ ...handlers, getThing: () => ({ status: 201, body: { name: 'a' } }) })`,
    /is not assignable to type 'Response \| GetThingReply/,
  ],
  'the body of another status': [
    `createHandler({ ...handlers, getThing: () => ({ status: 404, body: { name: 'a' } }) })`,
    /Property 'detail' is missing in type/,
  ],
  'a body that is missing': [
    `createHandler({ ...handlers, getThing: () => ({ status: 200 }) })`,
    /Property 'body' is missing/,
  ],
  'a body that is incomplete': [
    `createHandler({ ...handlers, getThing: async () => ({ status: 200, body: {} }) })`,
    /is not assignable/,
  ],
  'a body where none is': [
    `const reply: DeleteReply = { status: 204, body: { name: 'a' } }`,
    /is not assignable to type 'undefined'/,
  ],
  'a body where the method has none': [
    `const reply: HeadThingReply = { status: 200, body: { name: 'a' } }`,
    /is not assignable to type 'undefined'/,
  ],
  'a body in a range whose status has none': [
    `const reply: CreateThingReply = { status: 204, body: { detail: 'a' } }`,
    /is not assignable/,
  ],
  'a status of a range that is documented by itself': [
    `const reply: CreateThingReply = { status: 409, body: { detail: 'a' } }`,
    /is not assignable/,
  ],
  'a status outside of HTTP': [
    `const reply: CreateThingReply = { status: 600, body: { detail: 'a' } }`,
    /is not assignable/,
  ],
  'a part of the request that is not documented': [
    `createHandler({ ...handlers, getThing: ({ query }) => new Response() })`,
    /Property 'query' does not exist on type 'GetThingInput'/,
  ],
  'a scheme that is missing': [
    `createHandler(handlers, { security: { Bearer: () => true } })`,
    /Property 'Key' is missing in type/,
  ],
  'a scheme that no operation needs': [
    `createHandler(handlers, { security: { Bearer: () => true, Key: () => true, Basic: () => true } })`,
    /'Basic' does not exist in type 'Security'/,
  ],
  'an option that is none': [`createHandler(handlers, { maxBodySize: 1 })`, /'maxBodySize' does not exist/],
}

function fileOf(name: string): string {
  return `${name.replaceAll(/\W+/g, '-')}.ts`
}

it('the types let through what is right, and nothing that is wrong', async () => {
  const programs = [
    ...Object.entries(right),
    ...Object.entries(wrong).map(([name, [text]]) => [name, text] as const),
  ]
  const errors = await compile(
    document,
    Object.fromEntries(programs.map(([name, text]) => [fileOf(name), `${imports}\n${text}`])),
  )
  expect(errors).toEqual({
    'index.ts': [],
    ...Object.fromEntries(Object.keys(right).map((name) => [fileOf(name), []])),
    ...Object.fromEntries(
      Object.entries(wrong).map(([name, [, message]]) => [fileOf(name), [expect.stringMatching(message)]]),
    ),
  })
})
