import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { errorResponse, errors } from './error-reply.js'

/** A server that listens. */
export interface Listener {
  /** Scheme, address and port: `http://127.0.0.1:8080`. */
  readonly origin: string
  /** Ends it, and all connections with it, whatever goes on there. */
  readonly close: () => Promise<void>
}

/**
 * Serves a Fetch handler over HTTP.
 * @throws Error if the address cannot be listened on.
 */
export async function listen(
  handle: (request: Request) => Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listener> {
  // The handler looks at the path alone, and so a malformed `Host` does no harm.
  const server = createServer(createRequestListener(handle, { host: 'localhost', onError: notUnderstood }))
  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    throw new Error(`Cannot listen on port ${port} of ${host}: ${reasonOf(error)}`, { cause: error })
  })
  const close = () =>
    new Promise<void>((resolve) => {
      // When it was closed before, the error says so, and there is nothing left to do.
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: originOf(server.address() as AddressInfo), close } // What listens on a port has an address of this type.
}

/** What fails before the handler is called is to make a `Request`: its method or its target is none that there can be. */
function notUnderstood(): Response {
  return errorResponse(
    errors.invalidParameters([{ pointer: '', message: 'The request line is not understood' }]),
  )
}

function originOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['EADDRINUSE', 'another program uses it; choose another, or 0 for any that is free'],
  ['EACCES', 'that is not permitted; choose one above 1023, or 0 for any that is free'],
  ['EADDRNOTAVAIL', 'this machine does not have that address'],
])

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException // What `listen` emits is a system error.
  return REASONS.get(code) ?? message
}
