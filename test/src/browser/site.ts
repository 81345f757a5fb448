import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A web site on loopback with one page. */
export interface Site extends AsyncDisposable {
  readonly url: string
  /** What the page has told. */
  readonly outcomes: Promise<unknown>
}

const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'

/** Serves the page, and passes on to `api` what it asks of the API, since the API that it wants is on another origin. */
export async function serveSite(api: string): Promise<Site> {
  const script = await bundled()
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/v1/')) {
      const answer = await passOn(request, api)
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    } else if (pathname === '/outcomes') {
      response.writeHead(204).end()
      server.emit('outcomes', JSON.parse(await text(request)))
    } else {
      const isScript = pathname === '/page.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(isScript ? script : HTML)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // What listens on a port has an address of this type.
  return {
    url: `http://127.0.0.1:${port}/?emulator=${encodeURIComponent(`${api}/v1`)}`,
    outcomes: once(server, 'outcomes').then(([outcomes]) => outcomes as unknown),
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

async function passOn(request: IncomingMessage, api: string): Promise<Response> {
  const { authorization = '', 'content-type': type = 'application/json' } = request.headers
  return fetch(`${api}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { authorization, 'content-type': type },
    body: await text(request),
  })
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return outputFiles[0]!.text // There is one for the entry.
}
