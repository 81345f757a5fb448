import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query, exactly as sent. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The body as text, and as it is. */
  readonly body: string
  readonly bytes: Uint8Array
}

/** Answers a request, or holds it. */
export type Answer = (response: ServerResponse, request: ReceivedRequest) => unknown

/** A server on loopback that records what it receives. */
export interface Loopback extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
}

/** Starts a server on a free port of 127.0.0.1 that gives `answer` to every request. */
export async function listen(answer: Answer): Promise<Loopback> {
  const requests: ReceivedRequest[] = []
  const server = createServer((message, response) => {
    void receive(message).then((request) => {
      requests.push(request)
      return answer(response, request)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const { method = '', url = '', headers } = message
  const bytes = Buffer.concat(chunks)
  return { method, url, headers, body: bytes.toString(), bytes }
}

/** Answers with a JSON value. */
export function json(status: number, value: unknown): Answer {
  return (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

/** Answers with text of a content type; without one where that is `''`. */
export function text(status: number, contentType: string, body: string): Answer {
  return (response) =>
    response.writeHead(status, contentType === '' ? {} : { 'Content-Type': contentType }).end(body)
}

/** Gives one answer after the other, and the last of them again and again. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let index = 0
  return (response, request) => answers[Math.min(index++, answers.length - 1)]?.(response, request)
}

/** Never answers. */
export const hang: Answer = () => undefined

/** Breaks the connection (RST) in place of an answer. */
export const reset: Answer = (response) => response.socket?.resetAndDestroy()
