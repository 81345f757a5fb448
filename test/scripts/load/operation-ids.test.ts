import { describe, expect, it } from 'vitest'
import { errorsOf, HEAD, lines, loadFiles, loadObject, openApi } from './project.js'

const responses = { 200: { description: 'd' } }
const parameters = ['b', 'agent-name'].map((name) => ({ name, in: 'path', required: true, schema: {} }))

interface Loaded {
  readonly paths: Record<string, Record<string, { operationId: string }>>
}

/** The operationIds of paths whose operations have none, in order. */
async function idsOf(operations: readonly (readonly [path: string, method: string])[]): Promise<string[]> {
  const paths: Record<string, Record<string, object>> = {}
  for (const [path, method] of operations) {
    const used = parameters.filter(({ name }) => path.includes(`{${name}}`))
    paths[path] = { ...paths[path], [method]: { responses, parameters: used } }
  }
  const { document } = await loadObject(openApi('3.1.0', { paths }))
  const loaded = document as unknown
  return operations.map(([path, method]) => (loaded as Loaded).paths[path]?.[method]?.operationId ?? '') // as loaded
}

describe('an operationId is made of method and path', () => {
  it.each([
    ['get', '/agents', 'getAgents'],
    ['post', '/agents/{b}', 'postAgentsByB'],
    ['get', '/agents/{agent-name}/log_files.json', 'getAgentsByAgentNameLogFilesJson'],
    ['delete', '/', 'deleteRoot'],
    ['put', '/a/', 'putA'],
    ['patch', '/ünï/日本', 'patchÜnï日本'],
    ['get', '/__proto__', 'getProto'],
    ['get', '/v1/2fa', 'getV12fa'],
  ])('%s %s: %s', async (method, path, want) => {
    expect(await idsOf([[path, method]])).toEqual([want])
  })

  it('and of a hash where that is not enough, on every machine the same', async () => {
    const operations = [
      ['/a-b', 'get'],
      ['/a/b', 'get'],
      ['/a/b', 'put'],
      ['/c', 'get'],
    ] as const
    const want = ['getAB_fe75c317', 'getAB_f50b88fe', 'putAB', 'getC']
    expect(await idsOf(operations)).toEqual(want)
    expect((await idsOf([...operations].toReversed())).toReversed()).toEqual(want)
  })

  it('and of a hash where the document has that name', async () => {
    const paths = { '/x': { get: { operationId: 'getA', responses } }, '/a': { get: { responses } } }
    const { document } = await loadObject(openApi('3.1.0', { paths }))
    expect(document['paths']).toEqual({
      ...paths,
      '/a': { get: { responses, operationId: expect.stringMatching(/^getA_[0-9a-f]{8}$/) } },
    })
  })

  it('also in webhooks and callbacks', async () => {
    const callbacks = { done: { '{$request.body#/url}': { post: { responses } } } }
    const paths = { '/a': { get: { operationId: 'a', responses, callbacks } } }
    const { document } = await loadObject(
      openApi('3.1.0', { paths, webhooks: { agentReady: { post: { responses } } } }),
    )
    expect(document).toMatchObject({
      paths: {
        '/a': {
          get: {
            callbacks: {
              done: { '{$request.body#/url}': { post: { operationId: 'postDone' } } },
            },
          },
        },
      },
      webhooks: { agentReady: { post: { operationId: 'postAgentReady' } } },
    })
  })

  it('with a warning', async () => {
    const text = `${HEAD}paths:\n  /a:\n    get: { operationId: '', responses: { 200: { description: d } } }\n`
    expect(lines((await loadFiles({ 'api.yaml': text })).diagnostics)).toEqual([
      'api.yaml:5:5 #/paths/~1a/get warning: `operationId` is missing; the operation is called "getA" | Add an `operationId` to choose the name.',
    ])
  })
})

it('must differ', async () => {
  const get = { operationId: 'a', responses }
  const paths = { '/a': { get, put: get }, '/b': { get: { ...get, operationId: 'A' }, post: get } }
  expect(await errorsOf(loadObject(openApi('3.1.0', { paths })))).toEqual([
    '#/paths/~1a/put/operationId error: the operationId "a" is also that of GET "/a" | Give each operation an `operationId` of its own.',
    '#/paths/~1b/post/operationId error: the operationId "a" is also that of GET "/a" | Give each operation an `operationId` of its own.',
  ])
})

it('must differ even from one that was made to clash', async () => {
  const paths = { '/a-b': { get: { responses } }, '/a/b': { get: { responses } } }
  const { document } = await loadObject(openApi('3.1.0', { paths }))
  const made = (document as unknown as Loaded).paths['/a/b']?.['get']?.operationId // as loaded
  expect(
    await errorsOf(
      loadObject(openApi('3.1.0', { paths: { ...paths, '/x': { get: { operationId: made, responses } } } })),
    ),
  ).toEqual([
    `#/paths/~1a~1b/get error: the operationId "${made}" is also that of GET "/x" | Give each operation an \`operationId\` of its own.`,
  ])
})
