import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { compile, importServer } from './emitted.js'

const json = (schema: JsonObject) => ({ content: { 'application/json': { schema } } })
const user = { $ref: '#/components/schemas/User' }

/** An operation that takes and returns the same component, some of which is read-only and some write-only. */
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Users', version: '1' },
  paths: {
    '/users': {
      post: {
        operationId: 'createUser',
        requestBody: { required: true, ...json(user) },
        responses: { 201: { description: 'Made.', ...json({ type: 'array', items: user }) } },
      },
    },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        required: ['id', 'name', 'password'],
        properties: {
          id: { type: 'string', readOnly: true },
          name: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
      },
    },
  },
}

describe('the handler of an operation that takes and returns one component', async () => {
  const { createHandler } = await importServer(document)

  it.each<readonly [body: object, reply: object, status: number, pointers: readonly string[]]>([
    [{ name: 'a', password: 'p' }, { id: '1', name: 'a' }, 201, []],
    [{ id: '1', name: 'a', password: 'p' }, { id: '1', name: 'a', password: 'p' }, 201, []],
    [{ name: 'a' }, { id: '1', name: 'a' }, 400, ['/body']],
    [{ id: 1, name: 'a', password: 'p' }, { id: '1', name: 'a' }, 400, ['/body/id']],
    [{ name: 'a', password: 'p' }, { name: 'a' }, 500, ['/0']],
    [{ name: 'a', password: 'p' }, { id: '1', name: 'a', password: 5 }, 500, ['/0/password']],
  ])('sent %j and answering %j, gives %i', async (body, reply, status, pointers) => {
    const found: string[] = []
    const handle = createHandler(
      { createUser: () => ({ status: 201, body: [reply] }) },
      {
        validateResponses: true,
        onError: (error) => {
          // What the layer throws for such a reply.
          found.push(...(error as { issues: { pointer: string }[] }).issues.map(({ pointer }) => pointer))
          return new Response(null, { status: 500 })
        },
        onRefused: (refusal) => {
          if (refusal.kind === 'invalid') found.push(...refusal.issues.map(({ pointer }) => pointer))
          return new Response(null, { status: refusal.status })
        },
      },
    )
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    expect((await handle(new Request('http://localhost/users', init))).status).toBe(status)
    expect(found).toEqual(pointers)
  })
})

const program = `
  import type { CreateUserInput, CreateUserReply } from './server/index.js'
  import type { User, UserInRequest, UserInResponse } from './types/index.js'
  const request: CreateUserInput['body'] = { name: 'a', password: 'p' }
  const reply: CreateUserReply = { status: 201, body: [{ id: '1', name: 'a' }] }
  const whole: UserInRequest & UserInResponse = { id: '1', name: 'a', password: 'p' } satisfies User
  // @ts-expect-error
  const open: CreateUserInput['body'] = { name: 'a' }
  // @ts-expect-error
  const nameless: CreateUserReply = { status: 201, body: [{ name: 'a' }] }
  // @ts-expect-error
  const plain: User = request
`

it('the types say the same as the validators', async () => {
  expect(await compile(document, { 'program.ts': program })).toEqual({ 'index.ts': [], 'program.ts': [] })
})
