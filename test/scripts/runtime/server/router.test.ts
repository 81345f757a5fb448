import { describe, expect, it } from 'vitest'
import { createRouter } from '../../../../scripts/src/runtime/server/router.js'

const routes = [
  ['GET', '/'],
  ['GET', '/agents'],
  ['POST', '/agents'],
  ['GET', '/agents/'],
  ['GET', '/agents/{agentName}'],
  ['DELETE', '/agents/{name}'],
  ['POST', '/agents/search'],
  ['GET', '/agents/{agentName}/logs'],
  ['GET', '/agents/search/{word}/hits'],
  ['GET', '/{service}/start'],
  ['GET', '/files/{name}.json'],
  ['GET', '/files/{name}'],
  ['GET', '/files/{name}.{extension}.gz'],
  ['GET', '/between/{from}-{to}'],
  ['GET', '/report({id})'],
  ['GET', '/café/{dish name}'],
  ['GET', '/a%2Fb'],
  ['GET', '/__proto__/{constructor}'],
].map(([method = '', path = '']) => ({ method, path }))

const router = createRouter(routes, '/v1')

/** What a path leads to: for each method the template, and the raw values by name. */
function find(pathname: string) {
  const match = router(pathname)
  return (
    match &&
    [...match.endpoints.entries()].map(([method, { route, variables }]) => [
      `${method} ${route.path}`,
      Object.fromEntries(variables.map((name, index) => [name, match.values[index]])),
    ])
  )
}

describe('the router', () => {
  it.each([
    ['/v1/', [['GET /', {}]]],
    [
      '/v1/agents',
      [
        ['GET /agents', {}],
        ['POST /agents', {}],
      ],
    ],
    ['/v1/agents/', [['GET /agents/', {}]]],
    [
      '/v1/agents/a',
      [
        ['GET /agents/{agentName}', { agentName: 'a' }],
        ['DELETE /agents/{name}', { name: 'a' }],
      ],
    ],
    ['/v1/agents/search', [['POST /agents/search', {}]]],
    [
      '/v1/agents/searches',
      [
        ['GET /agents/{agentName}', { agentName: 'searches' }],
        ['DELETE /agents/{name}', { name: 'searches' }],
      ],
    ],
    ['/v1/agents/search/logs', [['GET /agents/{agentName}/logs', { agentName: 'search' }]]],
    ['/v1/agents/search/x/hits', [['GET /agents/search/{word}/hits', { word: 'x' }]]],
    [
      '/v1/agents/start',
      [
        ['GET /agents/{agentName}', { agentName: 'start' }],
        ['DELETE /agents/{name}', { name: 'start' }],
      ],
    ],
    ['/v1/else/start', [['GET /{service}/start', { service: 'else' }]]],
    [
      '/v1/agents/a%2Fb',
      [
        ['GET /agents/{agentName}', { agentName: 'a%2Fb' }],
        ['DELETE /agents/{name}', { name: 'a%2Fb' }],
      ],
    ],
    ['/v1/agents/a%2fb/logs', [['GET /agents/{agentName}/logs', { agentName: 'a%2Fb' }]]],
    ['/v1/agents/%2561/logs', [['GET /agents/{agentName}/logs', { agentName: '%2561' }]]],
    ['/v1/%61gents/x/l%6Fgs', [['GET /agents/{agentName}/logs', { agentName: 'x' }]]],
    ['/v1/files/a', [['GET /files/{name}', { name: 'a' }]]],
    ['/v1/files/a.json', [['GET /files/{name}.json', { name: 'a' }]]],
    ['/v1/files/a%2Ejson', [['GET /files/{name}.json', { name: 'a' }]]],
    ['/v1/files/.json', [['GET /files/{name}', { name: '.json' }]]],
    ['/v1/files/a.json.json', [['GET /files/{name}.json', { name: 'a.json' }]]],
    ['/v1/files/a.tar.gz', [['GET /files/{name}.{extension}.gz', { name: 'a', extension: 'tar' }]]],
    ['/v1/files/a.gz', [['GET /files/{name}', { name: 'a.gz' }]]],
    ['/v1/between/a-b-c', [['GET /between/{from}-{to}', { from: 'a', to: 'b-c' }]]],
    ['/v1/between/--b', [['GET /between/{from}-{to}', { from: '-', to: 'b' }]]],
    ['/v1/report(7)', [['GET /report({id})', { id: '7' }]]],
    ['/v1/caf%C3%A9/x', [['GET /café/{dish name}', { 'dish name': 'x' }]]],
    ['/v1/caf%c3%a9/x', [['GET /café/{dish name}', { 'dish name': 'x' }]]],
    ['/v1/a%2fb', [['GET /a%2Fb', {}]]],
    ['/v1/__proto__/x', [['GET /__proto__/{constructor}', { constructor: 'x' }]]],
  ])('finds %s', (pathname, want) => {
    expect(find(pathname)).toEqual(want)
  })

  it.each([
    ['/'],
    ['/v1'],
    ['/agents'],
    ['/v2/agents'],
    ['/V1/agents'],
    ['/v1/Agents'],
    ['/v1//agents'],
    ['/v1/agents//'],
    ['/v1/agents/x/'],
    ['/v1/agents//logs'],
    ['/v1/agents/x/logs/more'],
    ['/v1/files/'],
    ['/v1/between/a-'],
    ['/v1/between/-b'],
    ['/v1/between/ab'],
    ['/v1/a/b'],
    ['/v1/a%252Fb'],
    ['/v1/constructor'],
  ])('does not find %s', (pathname) => {
    expect(find(pathname)).toBeUndefined()
  })

  it.each([
    ['', '/a/x'],
    ['/v1', '/v1/a/x'],
    ['/api/{version}', '/api/v7/a/x'],
    ['/my%20api', '/my%20api/a/x'],
    ['/my api', '/my%20api/a/x'],
  ])('puts the base path %j before every path', (basePath, pathname) => {
    const match = createRouter([{ method: 'GET', path: '/a/{b}' }], basePath)(pathname)
    expect(match?.values.at(-1)).toBe('x')
  })

  it('finds the first of two routes with the same method and path', () => {
    const twins = [
      { method: 'GET', path: '/{a}', id: 1 },
      { method: 'GET', path: '/{b}', id: 2 },
    ]
    expect(createRouter(twins, '')('/x')?.endpoints.get('GET')?.route.id).toBe(1)
  })

  it('takes no longer than the tree has nodes, whatever the path', () => {
    const depth = 12
    // Every mixture of a literal and a template in each segment: 2^12 paths, of which none ends in `z`.
    const paths = Array.from({ length: 2 ** depth }, (_, bits) =>
      Array.from({ length: depth }, (_unused, at) => (bits & (1 << at) ? '/a' : '/{x}')).join(''),
    )
    const tree = createRouter(
      paths.map((path) => ({ method: 'GET', path: `${path}/end` })),
      '',
    )
    const start = performance.now()
    expect(tree(`${'/a'.repeat(depth)}/z`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
