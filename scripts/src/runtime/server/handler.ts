import { withHeaders, withoutBody } from './adapt-response.js'
import { checkResponse, itemCheck } from './check-response.js'
import type { SecurityScheme } from './credential.js'
import { findEndpoint, type Found } from './find-endpoint.js'
import { type ServerOptions, settle, type Settings } from './options.js'
import { readInput } from './read-input.js'
import { RefusedError, refusingFor } from './refusal.js'
import type { AnyReply } from './reply.js'
import type { Route } from './route.js'
import { createRouter } from './router.js'
import { type Authenticate, type Authenticator, requireCredentials } from './security.js'
import { toResponse, type Watch } from './to-response.js'

/** What the document says of answering requests. */
export interface Api<Id extends string, Key extends string> {
  /** Names the realm that credentials are for. */
  readonly title: string
  /** Default of the option `basePath`. */
  readonly basePath: string
  readonly routes: readonly Route<Id>[]
  /** The security schemes that operations need. */
  readonly securitySchemes: { readonly [K in Key]: SecurityScheme }
}

/** A handler for each operation. */
export type HandlerTable<Id extends string> = {
  readonly [K in Id]: (input: never) => AnyReply | Promise<AnyReply>
}

/** What decides about the credentials of each scheme. */
export type AuthenticateTable<Key extends string> = { readonly [K in Key]: Authenticate<never> }

/** The options of the layer, and what decides about credentials. */
export interface FetchHandlerOptions<Key extends string> extends ServerOptions {
  readonly security?: AuthenticateTable<Key> | undefined
}

/** Finds the route for a request; by default by its path. */
export type FindRoute<Id extends string> = (request: Request, pathname: string) => Found<Route<Id>>

/**
 * Makes a Fetch handler of a handler for each operation.
 * @throws TypeError if a handler or a function of `security` is missing, or an option has a value that it cannot have.
 */
export function createFetchHandler<Id extends string, Key extends string>(
  api: Api<Id, Key>,
  handlers: HandlerTable<Id>,
  options: FetchHandlerOptions<Key>,
  findRoute?: FindRoute<Id>,
): (request: Request) => Promise<Response> {
  const settings = settle(options, api.basePath)
  const find = findRoute ?? byPath(api.routes, settings.basePath)
  const answer = createAnswer(api, handlers, { find, security: options.security, settings })
  return async (request) => {
    const response = await answer(request)
      .catch((error: unknown) => answerRefusal(error, request, settings))
      .catch((error: unknown) => settings.onError(error, request))
    return request.method === 'HEAD' ? withoutBody(response) : response
  }
}

function byPath<Id extends string>(routes: readonly Route<Id>[], basePath: string): FindRoute<Id> {
  const router = createRouter(routes, basePath)
  return ({ method }, pathname) => findEndpoint(router, method, pathname)
}

/** What decides how a request is answered. */
interface Means<Id extends string, Key extends string> {
  readonly find: FindRoute<Id>
  readonly security: AuthenticateTable<Key> | undefined
  readonly settings: Settings
}

/** Makes the function that answers with what the handlers return, and throws the rest. */
function createAnswer<Id extends string, Key extends string>(
  { routes, title, securitySchemes }: Api<Id, Key>,
  handlers: HandlerTable<Id>,
  { find, security, settings }: Means<Id, Key>,
): (request: Request) => Promise<Response> {
  const { maxBodyBytes, validateResponses } = settings
  requireFunctions('handlers', handlers, new Set(routes.map(({ id }) => id)))
  const authenticators = security && authenticatorsOf(securitySchemes, security)
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const found = find(request, pathname)
    if (!found.route) return new Response(null, { status: 204, headers: { allow: found.allow.join(', ') } })
    const { route, pathValues } = found
    return refusingFor(route, async () => {
      if (authenticators) await requireCredentials(route, request, authenticators, title)
      const input = await readInput(request, { route, pathValues, query: search.slice(1) }, maxBodyBytes)
      // The type of the handler's input was made of the same operation as the route that has checked it.
      const reply = await handlers[route.id](input as never)
      const response = toResponse(route, reply, watchOf(route, request, settings))
      if (validateResponses) await checkResponse(route, response)
      return response
    })
  }
}

function watchOf(route: Route, request: Request, { validateResponses, onError }: Settings): Watch {
  return (status, content) => ({
    signal: request.signal,
    check: validateResponses ? itemCheck(route, status, content) : () => undefined,
    onError: async (error) => onError(error, request),
  })
}

/** The answer to a refusal; throws what is none. */
async function answerRefusal(error: unknown, request: Request, { onRefused }: Settings): Promise<Response> {
  if (!(error instanceof RefusedError)) throw error
  return withHeaders(await onRefused(error.refusal, request), error.refusal.headers)
}

function authenticatorsOf<Key extends string>(
  schemes: { readonly [K in Key]: SecurityScheme },
  security: AuthenticateTable<Key>,
): ReadonlyMap<string, Authenticator> {
  // The keys of an object that was written as a literal are those of its type.
  const keys = Object.keys(schemes) as Key[]
  requireFunctions('security', security, new Set(keys))
  return new Map(keys.map((key) => [key, { scheme: schemes[key], authenticate: security[key] }]))
}

/** The types ask for all of them, but not every caller is checked by them. */
function requireFunctions<Name extends string>(
  what: string,
  functions: { readonly [K in Name]: unknown },
  names: ReadonlySet<Name>,
): void {
  const missing = [...names].filter((name) => typeof functions[name] !== 'function')
  if (missing.length > 0) throw new TypeError(`${what} lacks ${missing.join(', ')}`)
}
