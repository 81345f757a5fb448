import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createRequest, createRequestListener } from '@remix-run/node-fetch-server'
import { errorResponse, errors } from './error-reply.js'
import type { FaultOf, RequestFaultKind } from './faults/fault.js'
import { strike } from './faults/strike.js'

/** A server that listens. */
export interface Listener {
  /** Scheme, address and port: `http://127.0.0.1:8080`. */
  readonly origin: string
  /** Ends it, and all connections with it, whatever goes on there. */
  readonly close: () => Promise<void>
  /** Does the same, but for a while. */
  readonly pause: () => Promise<void>
  /** Listens again, at the same port, after a pause. */
  readonly resume: () => Promise<void>
}

/** What goes wrong with requests and connections. */
export interface Troubles {
  readonly ofRequest: (request: IncomingMessage) => FaultOf<RequestFaultKind> | undefined
  /** Whether a connection is refused. Asked once for each request: as its connection is made, or as it comes on one that was kept. */
  readonly ofConnection: () => boolean
}

/** Where to listen. */
export interface Address {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
}

type Handle = (request: Request) => Promise<Response>

/** The handler looks at the path alone, and so a malformed `Host` does no harm. */
const HOST = { host: 'localhost' }

/**
 * Serves a Fetch handler over HTTP.
 * @throws Error if the address cannot be listened on.
 */
export async function listen(handle: Handle, troubles: Troubles, { host, port }: Address): Promise<Listener> {
  const server = createFaultyServer(handle, troubles)
  const open = async (at: number): Promise<void> => {
    server.listen(at, host)
    await once(server, 'listening').catch((error: unknown) => {
      throw new Error(`Cannot listen on port ${at} of ${host}: ${reasonOf(error)}`, { cause: error })
    })
  }
  const shut = () =>
    new Promise<void>((resolve) => {
      // When it was closed before, the error says so, and there is nothing left to do.
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await open(port)
  const address = server.address() as AddressInfo // What listens on a port has an address of this type.
  let isClosed = false
  return {
    origin: originOf(address),
    close: () => {
      isClosed = true
      return shut()
    },
    pause: shut,
    resume: async () => {
      if (isClosed) throw new Error('The emulator is closed, and cannot listen again')
      if (!server.listening) await open(address.port)
    },
  }
}

/** Makes the server, with what goes wrong with it. */
function createFaultyServer(handle: Handle, troubles: Troubles): Server {
  const unused = new WeakSet<Socket>()
  const respond = createListener(handle, troubles)
  const server = createServer((request, response) => {
    response.once('finish', () => discardRest(request))
    const isKept = !unused.delete(request.socket)
    if (isKept && troubles.ofConnection()) request.socket.resetAndDestroy()
    else respond(request, response)
  })
  server.on('connection', (socket: Socket) => {
    if (troubles.ofConnection()) socket.resetAndDestroy()
    else unused.add(socket)
  })
  return server
}

/** Reads what is left of a body that nobody wants once the answer is sent, so that the connection can be used again. */
function discardRest(request: IncomingMessage): void {
  request.removeAllListeners('data')
  request.resume()
}

function createListener(handle: Handle, troubles: Troubles) {
  const serve = createRequestListener(handle, { ...HOST, onError: notUnderstood })
  return (request: IncomingMessage, response: ServerResponse): void => {
    const fault = troubles.ofRequest(request)
    if (!fault) return void serve(request, response)
    const answer = async () => {
      const made = requestOf(request, response)
      return made ? handle(made) : notUnderstood()
    }
    // What fails here is what the handler gave, and after the head was sent there is no other way to say so.
    strike(fault, { response, answer }).catch(() => response.destroy())
  }
}

function requestOf(request: IncomingMessage, response: ServerResponse): Request | undefined {
  try {
    return createRequest(request, response, HOST)
  } catch {
    return undefined
  }
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
