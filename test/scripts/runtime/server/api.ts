import {
  type Api,
  createFetchHandler,
  type FetchHandlerOptions,
  type HandlerTable,
} from '../../../../scripts/src/runtime/server/handler.js'
import type { AnyReply } from '../../../../scripts/src/runtime/server/reply.js'
import type { Route } from '../../../../scripts/src/runtime/server/route.js'
import type { Validate } from '../../../../scripts/src/runtime/server/validate.js'

/** Accepts the values that `test` holds for. */
export function accepting(test: (value: unknown) => boolean): Validate {
  return (value) =>
    test(value)
      ? {}
      : { issues: [{ path: ['a'], pointer: '/a', keyword: 'type', message: 'is wrong', schemaPath: '#/a' }] }
}

/** Accepts every value. */
export const anything = accepting(() => true)

/** What an operation's handler returns, or the handler itself. */
export type Answer = AnyReply | HandlerTable<string>[string]

/** Makes the handler of an API with one route for each of `routes`, of which what is not said is a `GET /` that answers 200. */
export function serve(
  routes: readonly Partial<Route>[],
  answer: Answer = { status: 200 },
  options: FetchHandlerOptions<never> = {},
): (request: Request) => Promise<Response> {
  const api: Api<string, never> = {
    title: 'Test',
    basePath: '',
    routes: routes.map((route, index) => ({
      id: `handler${index}`,
      method: 'GET',
      path: '/',
      responses: { 200: {} },
      ...route,
    })),
    securitySchemes: {},
  }
  const handler = typeof answer === 'function' ? answer : () => answer
  const handlers = Object.fromEntries(api.routes.map(({ id }) => [id, handler]))
  return createFetchHandler(api, handlers, options)
}

/** A request to `http://localhost` followed by `path`. */
export function request(path: string, init?: RequestInit): Request {
  return new Request(`http://localhost${path}`, init)
}

/** A response as plain data. */
export async function seen(response: Response) {
  const { status, headers } = response
  const text = await response.text()
  return { status, headers: Object.fromEntries(headers), body: text === '' ? undefined : JSON.parse(text) }
}
