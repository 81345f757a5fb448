import { createHash } from 'node:crypto'
import type { Setting } from './make-call.js'
import { type Row, rowOf } from './row.js'
import { different } from './wire.js'

const OPERATION = 'repos/upload-release-asset'
const PATH = '/repos/{owner}/{repo}/releases/{release_id}/assets'

/** A MiB in which every byte occurs, and which is no text. */
const BYTES = Uint8Array.from({ length: 2 ** 20 }, (_, index) => (index * 31 + (index >> 8)) % 256)

const input = {
  path: { owner: 'octocat', repo: 'Hello-World', release_id: 1 },
  query: { name: 'example 1.zip', label: 'Zip & more' },
}

/** Uploads of GitHub are on a server of their own, which `baseUrl` of a call moves, and that of the client does not. */
export async function uploadRows(setting: Setting): Promise<Row[]> {
  const bodies: readonly [string, unknown][] = [
    ['bytes', BYTES],
    ['a Blob', new Blob([BYTES])],
    ['a stream', new Blob([BYTES]).stream()],
  ]
  const rows: Row[] = []
  // oxlint-disable-next-line no-await-in-loop -- one call comes after the other, so that it is known whose request came
  for (const [what, body] of bodies) rows.push(await uploadRow(setting, what, body))
  return [...rows, await serverRow(setting)]
}

function uploadRow({ generated, server }: Setting, what: string, body: unknown): Promise<Row> {
  return rowOf({ operation: OPERATION, variant: what, method: 'post', path: PATH }, async () => {
    server.taken()
    const { reposUploadReleaseAsset: upload } = generated.client
    const client = generated.createClient({ baseUrl: 'http://127.0.0.1:9' }) // Nobody listens there.
    const headers = { Prefer: 'answer=0', 'Content-Type': 'application/zip' }
    const result = await upload?.(client, { ...input, body }, { baseUrl: server.url, headers })
    const [request] = server.taken()
    if (result === undefined || request === undefined) throw new Error('no request came')
    const faults = [
      ...different('path', request.path, '/repos/octocat/Hello-World/releases/1/assets'),
      ...different('query', request.query, 'name=example%201.zip&label=Zip%20%26%20more'),
      ...different('content-type', request.headers['content-type'], 'application/zip'),
      ...different('body', digest(request.body), digest(BYTES)),
      ...different('ok', result.ok, true),
    ]
    return { status: result.status, faults, notes: [] }
  })
}

/** Where it goes without `baseUrl` of the call. */
function serverRow({ generated, server }: Setting): Promise<Row> {
  return rowOf(
    { operation: OPERATION, variant: 'to its own server', method: 'post', path: PATH },
    async () => {
      let host: string | undefined
      const fetch = async (request: Request) => {
        host = new URL(request.url).origin
        return new Response('{}', { status: 201 })
      }
      const client = generated.createClient({ baseUrl: server.url, fetch })
      const result = await generated.client['reposUploadReleaseAsset']?.(client, { ...input, body: BYTES })
      return {
        status: result?.status,
        faults: different('server', host, 'https://uploads.github.com'),
        notes: ['by a fetch that sends nothing'],
      }
    },
  )
}

function digest(bytes: Uint8Array): string {
  return `${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex')}`
}
