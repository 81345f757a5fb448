import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../scripts/src/json.js'
import { documentOf, modelOf, problemsOf } from './read-model.js'

const V1 = 'https://api.example/v1'

/** Where an operation is served, of a document, a path item and an operation with these servers. */
function served(ofDocument: JsonValue, ofItem: JsonValue = [], ofOperation: JsonValue = []): unknown {
  const get = { operationId: 'get', servers: ofOperation }
  const document = documentOf({ servers: ofDocument, paths: { '/a': { servers: ofItem, get } } })
  const [{ path, prefix, server } = {}] = modelOf(document).operations
  return { path, prefix, server }
}

const urls = (...list: string[]) => list.map((url) => ({ url }))

describe('the server of an operation', () => {
  it.each<readonly [base: string, own: string, prefix: string]>([
    [V1, `${V1}/public`, '/public'],
    [`${V1}/`, `${V1}/public/`, '/public'],
    [V1, `${V1}/public/x`, '/public/x'],
    [V1, V1, ''],
    [V1, `${V1}/`, ''],
    ['https://api.example', V1, '/v1'],
    ['HTTPS://API.example:443/x/../v1', `${V1}/public`, '/public'],
    [V1, `${V1}/a b`, '/a%20b'],
    ['/v1', '/v1/public', '/public'],
    ['/v1', 'v1/public', '/public'],
    ['/', '/public', '/public'],
    ['//api.example/v1', '//api.example/v1/public', '/public'],
  ])('of a document on %s and of its own on %s is below, at "%s"', (base, own, prefix) => {
    expect(served(urls(base), urls(own))).toEqual({ path: '/a', prefix })
  })

  it.each<readonly [base: string, own: string]>([
    [V1, 'https://api.example/v10'],
    [V1, 'https://api.example/v1public'],
    [V1, 'https://api.example/V1/public'],
    [V1, 'https://api.example'],
    [V1, 'http://api.example/v1/public'],
    [V1, 'https://other.example/v1/public'],
    [V1, 'https://api.example.evil/v1/public'],
    [V1, '/v1/public'],
    ['/v1', `${V1}/public`],
    ['/', '//other.example/v1'],
    [V1, `${V1}/public?x=1`],
    [V1, `${V1}/public#x`],
    [`${V1}?x=1`, `${V1}/public`],
    [V1, 'https://[no host/v1'],
  ])('of a document on %s and of its own on %s is elsewhere', (base, own) => {
    expect(served(urls(base), urls(own))).toEqual({ path: '/a', prefix: '', server: own })
  })

  it.each<readonly [document: JsonValue, item: JsonValue, operation: JsonValue, want: object]>([
    [urls(V1), [], [], { prefix: '' }],
    [urls(V1), urls(`${V1}/b`), urls(`${V1}/c`), { prefix: '/c' }],
    [urls(V1), urls(`${V1}/b`), [], { prefix: '/b' }],
    [urls(V1), urls(`${V1}/b`), urls(V1), { prefix: '' }],
    [urls(V1), [], urls(`${V1}/b`, `${V1}/c`), { prefix: '/b' }],
    [urls('https://a.example', V1), [], urls(`${V1}/b`), { prefix: '', server: `${V1}/b` }],
    [[], [], urls('/b'), { prefix: '/b' }],
  ])('with the servers %j of the document, %j of the path and %j of the operation', (a, b, c, want) => {
    expect(served(a, b, c)).toEqual({ path: '/a', ...want })
  })

  it('has its variables replaced by their defaults', () => {
    const variables = { where: { default: 'public' } }
    expect(served(urls(V1), [{ url: `${V1}/{where}`, variables }])).toEqual({
      path: '/a',
      prefix: '/public',
    })
    expect(
      problemsOf(documentOf({ paths: { '/a': { servers: urls('/{b}'), get: { operationId: 'a' } } } })),
    ).toEqual(['#/paths/~1a/servers/0 error: The server variable "b" has no default'])
  })
})

describe('the servers of a document', () => {
  it('are read with the variables that their URLs have, each URL once', () => {
    const variables = {
      b: { default: 'x', enum: ['x', 'y', 'x'], description: 'B' },
      a: { default: '1', enum: [] },
      unused: {},
    }
    const { servers, serverTemplates } = modelOf(
      documentOf({
        servers: [{ url: V1, description: 'One' }, { url: '/{a}/{b}/{a}', variables }, { url: V1 }],
      }),
    )
    expect(servers).toEqual([V1, '/1/x/1', V1])
    expect(serverTemplates).toEqual([
      { url: V1, description: 'One', variables: [] },
      {
        url: '/{a}/{b}/{a}',
        variables: [
          { name: 'a', default: '1' },
          { name: 'b', default: 'x', enum: ['x', 'y'], description: 'B' },
        ],
      },
    ])
  })

  it('have variables that are text', () => {
    const variables = { a: { default: '1', enum: [1] }, b: { default: 2 } }
    expect(problemsOf(documentOf({ servers: [{ url: '/{a}/{b}', variables }] }))).toEqual([
      '#/servers/0/variables/a/enum/0 error: "0" must be a string, found 1',
      '#/servers/0/variables/b/default error: "default" must be a string, found 2',
      '#/servers/0 error: The server variable "b" has no default',
    ])
  })
})

describe('operations that are the same request once their servers are before their paths', () => {
  const two = (path: string, servers: JsonValue, other: string, otherServers: JsonValue) =>
    documentOf({
      servers: urls(V1),
      paths: {
        [path]: { servers, get: { operationId: 'one' }, put: { operationId: 'alone' } },
        [other]: { servers: otherServers, get: { operationId: 'two' } },
      },
    })

  it.each<readonly [path: string, servers: JsonValue, other: string, otherServers: JsonValue, same: string]>([
    ['/public/{a}', [], '/{b}', urls(`${V1}/public`), '/public/{b}'],
    ['/b/{a}', urls('https://x'), '/{b}', urls('https://x/b/'), 'https://x/b/{b}'],
    ['/{a}', [], '/{b}', [], '/{b}'],
    ['/{a}#c', [], '/{b}', [], '/{b}'],
  ])('are warned of: %s on %j and %s on %j', (path, servers, other, otherServers, same) => {
    expect(problemsOf(two(path, servers, other, otherServers))).toEqual([
      `#/paths/~1{b}/get warning: The requests of "two" and "one" are the same: GET ${same}`,
    ])
  })

  it.each<readonly [path: string, servers: JsonValue, other: string, otherServers: JsonValue]>([
    ['/public/{a}', [], '/{b}/c', urls(`${V1}/public`)],
    ['/{a}', [], '/{b}', urls(`${V1}/public`)],
    ['/{a}', urls('https://x'), '/{b}', urls('https://y')],
    ['/a?b=1', [], '/a?b=2', []],
  ])('are told apart: %s on %j and %s on %j', (path, servers, other, otherServers) => {
    expect(problemsOf(two(path, servers, other, otherServers))).toEqual([])
  })
})
