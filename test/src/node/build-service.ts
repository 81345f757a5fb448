import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Build } from '../../../generated/types/index.js'

/** What a request is answered with. */
export interface Reply {
  readonly status: number
  readonly body: unknown
}

/** What a service with builds answers. */
export interface BuildScript {
  /** The builds that it lists. */
  readonly listed?: readonly Build[]
  /** What a build is as it is created, and at each time that it is read; the last one stays. */
  readonly builds?: readonly Build[]
  readonly cached?: boolean
  /** The lines at each time that they are read; the last ones stay. A number is a status that they are refused with. */
  readonly logs?: readonly (readonly string[] | number)[]
  readonly defaultRegion?: string
  /** Status of the upload; 0 for none at all. */
  readonly upload?: number
}

/** A service on loopback that builds as a script says. */
export interface BuildService extends AsyncDisposable {
  readonly url: string
  /** `POST /v1/builds {"uploadId":…}`. */
  readonly requests: readonly string[]
}

const HASH = '9f86d081884c7d65'
const TIME = '2026-11-24T00:00:00.000Z'

/** A build. */
export function build(given: Partial<Build> = {}): Build {
  return {
    id: '6a0c1f52-93d7-4f0e-8b1d-2f7d5b8f4c11',
    organizationId: 'org',
    status: 'pending',
    region: 'us-west',
    contextHash: HASH,
    dockerfilePath: 'Dockerfile',
    createdAt: TIME,
    updatedAt: TIME,
    ...given,
  }
}

/** Starts such a service. */
export async function startBuildService(script: BuildScript): Promise<BuildService> {
  const requests: string[] = []
  const [builds, logs] = [
    sequence(script.builds ?? [build({ status: 'success' })]),
    sequence(script.logs ?? [[]]),
  ]
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { method = '', url = '' } = request
      requests.push(`${method} ${url}${text.startsWith('{') ? ` ${text}` : ''}`)
      const reply = replyTo(script, `${method} ${url}`, `http://${request.headers.host}`, builds, logs)
      if (reply.status === 0) return
      response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // of a TCP server
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function replyTo(
  { listed = [], cached = false, defaultRegion = 'us-west', upload = 204 }: BuildScript,
  request: string,
  origin: string,
  nextBuild: () => Build,
  nextLogs: () => readonly string[] | number,
): Reply {
  if (request.startsWith('GET /v1/properties')) return ok({ properties: { defaultRegion } })
  if (request.startsWith('GET /v1/builds?'))
    return ok({ builds: listed, total: listed.length, limit: 100, offset: 0 })
  if (request === 'POST /upload') return { status: upload, body: {} }
  if (request === 'POST /v1/builds/upload-url') {
    return ok({
      uploadId: '11111111-93d7-4f0e-8b1d-2f7d5b8f4c11',
      uploadUrl: `${origin}/upload`,
      uploadFields: { key: 'context' },
      expiresAt: TIME,
    })
  }
  if (request === 'POST /v1/builds')
    return ok({ build: nextBuild(), contextHash: HASH, cached }, cached ? 200 : 201)
  if (!request.includes('/logs?')) return ok({ build: nextBuild() })
  const lines = nextLogs()
  return typeof lines === 'number' ? { status: lines, body: { error: 'no logs' } } : ok({ logs: lines })
}

function ok(body: unknown, status = 200): Reply {
  return { status, body }
}

/** Gives one after the other, and the last one again and again. */
function sequence<T>(items: readonly T[]): () => T {
  let at = 0
  return () => items[Math.min(at++, items.length - 1)]! // There is one at least.
}

async function textOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat(await request.toArray()).toString('latin1')
}
