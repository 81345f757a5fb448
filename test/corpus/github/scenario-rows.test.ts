import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { withServer } from '../../../corpus/github/documented-rows.js'
import { eventRows } from '../../../corpus/github/events.js'
import type { CallOperation } from '../../../corpus/github/generated.js'
import { pages, pagesRow } from '../../../corpus/github/pages.js'
import { githubScenarioRows, styleScenarioRows } from '../../../corpus/github/scenario-rows.js'
import { styleRows } from '../../../corpus/github/styles.js'
import { uploadRows } from '../../../corpus/github/upload.js'
import type { JsonObject } from '../../../scripts/src/json.js'

const styles = fileURLToPath(new URL('../../../corpus/github/styles.yaml', import.meta.url))

const text = { type: 'string' }
const number = { type: 'integer' }
const repository = [
  { name: 'owner', in: 'path', required: true, schema: text },
  { name: 'repo', in: 'path', required: true, schema: text },
]
const queryOf = (properties: JsonObject) =>
  Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))

/** What the scenarios need of GitHub's document. */
const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  servers: [{ url: 'https://api.github.com' }],
  paths: {
    '/repos/{owner}/{repo}/releases/{release_id}/assets': {
      post: {
        operationId: 'repos/upload-release-asset',
        servers: [{ url: 'https://uploads.github.com' }],
        parameters: [
          ...repository,
          { name: 'release_id', in: 'path', required: true, schema: number },
          ...queryOf({ name: text, label: text }),
        ],
        requestBody: { content: { 'application/octet-stream': { schema: { ...text, format: 'binary' } } } },
        responses: {
          201: { description: 'd', content: { 'application/json': { schema: {}, example: { id: 1 } } } },
        },
      },
    },
    '/repos/{owner}/{repo}/issues': {
      get: {
        operationId: 'issues/list-for-repo',
        parameters: [
          ...repository,
          ...queryOf({ state: text, labels: text, per_page: number, page: number }),
        ],
        responses: {
          200: {
            description: 'd',
            content: {
              'application/json': { schema: { type: 'array', items: {} }, example: [{ number: 0 }] },
            },
          },
        },
      },
    },
  },
}

const folder = mkdtempSync(join(tmpdir(), 'strata-corpus-test-'))
const github = join(folder, 'small-github.json')
writeFileSync(github, JSON.stringify(document))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('sends every style, and reads a stream of events', async () => {
  const rows = await styleScenarioRows(styles)
  expect(
    rows.flatMap(({ operation, variant, faults }) => faults.map((fault) => [operation, variant, fault])),
  ).toEqual([])
  expect(rows).toHaveLength(19)
  expect(new Set(rows.map(({ operation }) => operation)).size).toBe(16)
})

it('finds a style that is another', async () => {
  const rows = await withServer(
    styles,
    (_, response) => void response.writeHead(204).end(),
    ({ generated, ...setting }) => {
      const { matrix: _matrix, label, ...client } = generated.client
      return styleRows({ ...setting, generated: { ...generated, client: { ...client, matrix: label! } } }) // It is there.
    },
  )
  expect(rows.filter(({ faults }) => faults.length > 0).map(({ operation }) => operation)).toEqual([
    'label',
    'matrix',
  ])
})

it('finds events that are others, and a connection that stays open', async () => {
  const rows = await withServer(
    styles,
    (_, response) =>
      void response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end('data: {}\n\n'),
    (setting) => eventRows(setting, () => false),
  )
  expect(rows.map(({ faults }) => faults)).toEqual([
    [expect.stringMatching(/^events are|^events is/), expect.stringMatching(/^issues is .*percent/)],
    [expect.stringMatching(/^first is/), 'closed is false, not true'],
  ])
})

it('uploads, and walks the pages of a list', async () => {
  const rows = await githubScenarioRows(github)
  expect(rows.map(({ operation, variant, status, faults }) => [operation, variant, status, faults])).toEqual([
    ['repos/upload-release-asset', 'bytes', 201, []],
    ['repos/upload-release-asset', 'a Blob', 201, []],
    ['repos/upload-release-asset', 'a stream', 201, []],
    ['repos/upload-release-asset', 'to its own server', 201, []],
    ['issues/list-for-repo', 'all pages', 200, []],
  ])
})

it('finds bytes that are others, and a server that is another', async () => {
  const rows = await withServer(
    github,
    (_, response) => void response.writeHead(201).end(),
    ({ generated, ...setting }) => {
      const { reposUploadReleaseAsset: upload } = generated.client
      const other: CallOperation = (client, input, init) =>
        upload!(
          client,
          { ...input, body: new Blob(['text']) },
          { baseUrl: 'https://other.example.com', ...init },
        ) // It is there.
      return uploadRows({
        ...setting,
        generated: { ...generated, client: { reposUploadReleaseAsset: other } },
      })
    },
  )
  expect(rows.map(({ faults }) => faults.map((fault) => fault.split(' is ')[0]))).toEqual([
    ['body'],
    ['body'],
    ['body'],
    ['server'],
  ])
})

it('finds a page that is left out', async () => {
  const row = await withServer(github, pages([{ number: 0 }]), ({ generated, ...setting }) => {
    const { issuesListForRepo: list } = generated.client
    const other: CallOperation = (client, input) => {
      const { query } = input as { query: { page: number } } // as the walk gives it
      return list!(client, { ...input, query: { ...query, page: query.page + (query.page > 1 ? 1 : 0) } }) // It is there.
    }
    return pagesRow({ ...setting, generated: { ...generated, client: { issuesListForRepo: other } } })
  })
  expect(row.faults).toEqual([expect.stringMatching(/^queries is /), expect.stringMatching(/^numbers is /)])
})
