import { expectTypeOf } from 'vitest'
import { createAgent, createClient, getAgent, type HttpStatus } from '../../generated/client/index.js'
import type { Agent, ErrorResponse } from '../../generated/types/index.js'

const client = createClient({ baseUrl: 'http://127.0.0.1' })

// A result narrows by `ok`,
const created = await createAgent(client, { body: { serviceName: 'ab', image: 'a:1' } })
if (created.ok) {
  expectTypeOf(created.status).toEqualTypeOf<200>()
  expectTypeOf(created.data).toEqualTypeOf<Agent>()
  expectTypeOf(created.error).toEqualTypeOf<undefined>()
} else {
  expectTypeOf(created.status).toEqualTypeOf<Exclude<HttpStatus, 200>>()
  expectTypeOf(created.data).toEqualTypeOf<undefined>()
}

// by `status`,
const got = await getAgent(client, { path: { agentName: 'ab' } }, { signal: AbortSignal.timeout(1) })
switch (got.status) {
  case 200:
    expectTypeOf(got.data).toEqualTypeOf<Agent>()
    break
  case 401:
  case 404:
  case 500:
    expectTypeOf(got.error).toEqualTypeOf<ErrorResponse>()
    break
  default:
    expectTypeOf(got.error).toEqualTypeOf<unknown>()
    expectTypeOf(got.status).toEqualTypeOf<Exclude<HttpStatus, 200 | 401 | 404 | 500>>()
}

// and by what there is.
const { data, response } = got
if (data !== undefined) expectTypeOf(data).toEqualTypeOf<Agent>()
expectTypeOf(response).toEqualTypeOf<Response>()

// @ts-expect-error the body is required
void createAgent(client)
// @ts-expect-error so is the name
void getAgent(client, { path: {} })
// @ts-expect-error a method is none of the options
void getAgent(client, { path: { agentName: 'ab' } }, { method: 'post' })
