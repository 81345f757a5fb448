import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A form that came over the wire. */
export interface ReceivedForm {
  readonly headers: IncomingMessage['headers']
  readonly size: number
  /** Names and values in their order; of a file its name, its type and the hash of its bytes. */
  readonly entries: readonly (readonly [string, unknown])[]
}

/** A storage on loopback that records what is uploaded. */
export interface Storage extends AsyncDisposable {
  readonly url: string
  readonly forms: readonly ReceivedForm[]
}

/** Starts a storage. `answer` is called once a form has come; it may also answer before, or never. */
export async function startStorage(
  answer: (response: ServerResponse, number: number) => unknown = (response) => response.writeHead(204).end(),
  onRequest?: (request: IncomingMessage) => void,
): Promise<Storage> {
  const forms: ReceivedForm[] = []
  const server = createServer((request, response) => {
    onRequest?.(request)
    void received(request).then(
      (form) => answer(response, forms.push(form)),
      () => undefined,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // of a TCP server
  return {
    url: `http://127.0.0.1:${port}/bucket`,
    forms,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function received(request: IncomingMessage): Promise<ReceivedForm> {
  const body = Buffer.concat(await request.toArray())
  const type = request.headers['content-type'] ?? ''
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const entries = [...form].map(async ([name, value]) => [name, await shown(value)] as const)
  return { headers: request.headers, size: body.length, entries: await Promise.all(entries) }
}

async function shown(value: string | File): Promise<unknown> {
  if (typeof value === 'string') return value
  return { name: value.name, type: value.type, hash: hashOf(Buffer.from(await value.arrayBuffer())) }
}

/** What tells bytes apart. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
