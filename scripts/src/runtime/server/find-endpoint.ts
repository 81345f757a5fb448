import { refuseMalformed, RefusedError } from './refusal.js'
import type { Route } from './route.js'
import type { Router } from './router.js'

/** The route for a request, or the methods that a request for `OPTIONS` is told of. */
export type Found<R extends Route> =
  | { readonly route: R; readonly pathValues: ReadonlyMap<string, string> }
  | { readonly route?: undefined; readonly allow: readonly string[] }

/**
 * Finds the route for a request. `HEAD` falls back on `GET` (RFC 9110, 9.3.2), and `OPTIONS` on the list of what there is (9.3.7).
 * @throws RefusedError if there is no such path, or not with that method.
 */
export function findEndpoint<R extends Route>(router: Router<R>, method: string, pathname: string): Found<R> {
  if (/%(?![0-9A-Fa-f]{2})/.test(pathname)) refuseMalformed('path', 'The path has a malformed percent-escape')
  const match = router(pathname)
  if (!match) return refuseNotFound()
  const { endpoints, values } = match
  const endpoint = endpoints.get(method) ?? (method === 'HEAD' ? endpoints.get('GET') : undefined)
  if (!endpoint) {
    const allow = [...new Set([...endpoints.keys(), ...(endpoints.has('GET') ? ['HEAD'] : []), 'OPTIONS'])]
    return method === 'OPTIONS' ? { allow } : refuseMethod(method, allow)
  }
  const { route, variables } = endpoint
  return { route, pathValues: new Map(variables.map((name, index) => [name, values[index]!])) }
}

/** Stops with a request for something that is not there. */
export function refuseNotFound(message = 'There is no such path'): never {
  throw new RefusedError({ kind: 'not-found', status: 404, headers: {}, message })
}

/** Stops with a request whose method the path does not have. */
export function refuseMethod(method: string, allow: readonly string[]): never {
  throw new RefusedError({
    kind: 'method-not-allowed',
    status: 405,
    headers: { allow: allow.join(', ') },
    message: `The path has no method ${method}; it has ${allow.join(', ')}`,
    allow,
  })
}
