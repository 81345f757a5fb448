import { refuseMethod, refuseNotFound } from './find-endpoint.js'
import { type Api, createFetchHandler, type FindRoute, type HandlerTable } from './handler.js'
import type { ServerOptions } from './options.js'
import type { Route } from './route.js'

/** How the requests of webhooks are told apart and answered. */
export interface WebhookOptions<Id extends string = string> extends ServerOptions {
  /**
   * Says which webhook a request is for, where many come to one URL: by a header, say. A request of which it says `undefined` is
   * refused. Default: by the path, which is `basePath` and the name of the webhook.
   */
  readonly identify?: ((request: Request) => Id | undefined) | undefined
}

/**
 * Makes a Fetch handler of handlers for some webhooks; requests for others are refused as not found.
 * @throws TypeError if a handler is no function, or an option has a value that it cannot have.
 */
export function createWebhookFetchHandler<Id extends string>(
  api: Api<Id, never>,
  handlers: Partial<HandlerTable<Id>>,
  { identify, ...options }: WebhookOptions<Id>,
): (request: Request) => Promise<Response> {
  const routes = api.routes.filter(({ id }) => handlers[id] !== undefined)
  // Of the routes that are left each has its handler.
  const table = handlers as HandlerTable<Id>
  return createFetchHandler({ ...api, routes }, table, options, identify && byName(routes, identify))
}

function byName<Id extends string>(
  routes: readonly Route<Id>[],
  identify: (request: Request) => Id | undefined,
): FindRoute<Id> {
  const byId = new Map<string | undefined, Route<Id>>(routes.map((route) => [route.id, route]))
  return (request) => {
    const route = byId.get(identify(request)) ?? refuseNotFound('There is no handler for such a webhook')
    if (route.method !== request.method) refuseMethod(request.method, [route.method])
    return { route, pathValues: new Map() }
  }
}
