import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string
  /** Escapes and all. */
  readonly path: string
  /** Without the question mark; empty where there is none. */
  readonly query: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Answers a request. */
export type Respond = (request: Recorded, response: ServerResponse) => void | Promise<void>

/** A server on a port of its own. */
export interface LocalServer {
  readonly url: string
  /** The requests since this was asked the last time. */
  readonly taken: () => Recorded[]
  readonly close: () => Promise<void>
}

/** Starts a server on the loopback that keeps what it got. An error of `respond` is an answer of 500 that says so. */
export async function startLocalServer(respond: Respond): Promise<LocalServer> {
  let recorded: Recorded[] = []
  const server = createServer(async (request, response) => {
    try {
      const record = await recordOf(request)
      recorded.push(record)
      await respond(record, response)
    } catch (error) {
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on a port.
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => {
      const list = recorded
      recorded = []
      return list
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function recordOf(request: IncomingMessage): Promise<Recorded> {
  const { method = '', url = '', headers } = request
  const [path = '', ...query] = url.split('?')
  return { method, path, query: query.join('?'), headers, body: await buffer(request) }
}
