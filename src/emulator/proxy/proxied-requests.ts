import { documentedPath } from './proxy-path.js'

/** Requests to sessions on their way through the generated layer, which takes no body but JSON, and that only as a whole. */
export interface ProxiedRequests {
  /** The request as the generated layer is to see it: without its body. */
  readonly withhold: (request: Request) => Request
  /** The request that one was made of. */
  readonly original: (request: Request) => Request
}

/** Keeps the requests whose bodies are withheld, for as long as they are under way. */
export function createProxiedRequests(): ProxiedRequests {
  const originals = new WeakMap<Request, Request>()
  return {
    withhold: (request) => {
      const url = new URL(request.url)
      url.pathname = documentedPath(url.pathname)
      const { method, signal } = request
      const headers = new Headers(request.headers)
      for (const name of ['content-length', 'content-type', 'content-encoding']) headers.delete(name)
      const bare = new Request(url, { method, headers, signal })
      originals.set(bare, request)
      return bare
    },
    original: (request) => originals.get(request) ?? request,
  }
}
