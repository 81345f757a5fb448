import { describe, expect, it } from 'vitest'
import { errorsOf, lines, loadObject, openApi, problemsOf } from './project.js'

const responses = { 200: { description: 'd' } }

function operation(id: string, members: object = {}): object {
  return { operationId: id, responses, ...members }
}

function parameter(place: string, name: string, members: object = {}): object {
  return { name, in: place, schema: {}, ...(place === 'path' && { required: true }), ...members }
}

describe('paths', () => {
  it.each([
    [
      ['/a/{b}', '/a/{c}'],
      ['#/paths/~1a~1{c} warning: "/a/{c}" is the same path as "/a/{b}" | Join the two.'],
    ],
    [
      ['/{a}/{b}', '/{c}/d', '/{e}/{f}', '/{g}/{h}'],
      [
        '#/paths/~1{e}~1{f} warning: "/{e}/{f}" is the same path as "/{a}/{b}" | Join the two.',
        '#/paths/~1{g}~1{h} warning: "/{g}/{h}" is the same path as "/{a}/{b}" | Join the two.',
      ],
    ],
    [
      ['/a/{b'],
      ['#/paths/~1a~1{b error: the braces of "/a/{b" do not match | Write a parameter as `{name}`.'],
    ],
    [
      ['/a/{b}/{b}'],
      [
        '#/paths/~1a~1{b}~1{b} warning: "/a/{b}/{b}" names a parameter twice | Both get the same value, and the server layer takes the last; give each its own name.',
      ],
    ],
    [
      ['/a/b}'],
      ['#/paths/~1a~1b} error: the braces of "/a/b}" do not match | Write a parameter as `{name}`.'],
    ],
    [
      ['/a/{{b}}'],
      ['#/paths/~1a~1{{b}} error: the braces of "/a/{{b}}" do not match | Write a parameter as `{name}`.'],
    ],
    [
      ['/a?b={c}'],
      [
        '#/paths/~1a?b={c} warning: "/a?b={c}" is more than a path | Describe what follows `?` as parameters in `query`; what follows `#` is never sent.',
      ],
    ],
    [
      ['/a#b'],
      [
        '#/paths/~1a#b warning: "/a#b" is more than a path | Describe what follows `?` as parameters in `query`; what follows `#` is never sent.',
      ],
    ],
    [['/a/{b}', '/a/b', '/{b}/a', '/', '/a', '/a/', '/{a?b}', 'x-{a', 'x-b?', 'x-c{a}', 'x-c{b}'], []],
  ])('%j', async (paths, want) => {
    const loading = loadObject(
      openApi('3.1.0', { paths: Object.fromEntries(paths.map((path) => [path, {}])) }),
    )
    const diagnostics = want[0]?.includes('error:') ? await problemsOf(loading) : (await loading).diagnostics
    expect(lines(diagnostics)).toEqual(want)
  })
})

describe('the body of a request', () => {
  const requestBody = { required: true, content: { 'text/plain': {} } }

  it.each(['3.0.3', '3.1.0'])(
    'is ignored where the method gives it no meaning, in OpenAPI %s',
    async (version) => {
      const [get, head, remove] = ['get', 'head', 'delete'].map((method) =>
        operation(method, { requestBody }),
      )
      const paths = { '/a': { get, head, delete: remove, post: operation('post') } }
      const { document, diagnostics } = await loadObject(openApi(version, { paths }))
      const hint = 'Remove it, describe it as parameters in `query`, or use another method.'
      expect(lines(diagnostics)).toEqual([
        `#/paths/~1a/get/requestBody warning: the body is ignored: a GET request has none, and fetch refuses to send one | ${hint}`,
        `#/paths/~1a/head/requestBody warning: the body is ignored: a HEAD request has none, and fetch refuses to send one | ${hint}`,
      ])
      expect(document['paths']).toEqual({
        '/a': { get: operation('get'), head: operation('head'), delete: remove, post: operation('post') },
      })
    },
  )
})

describe('parameters of a path', () => {
  it.each([
    [
      '/{a}',
      {},
      [],
      [
        '#/paths/~1{a}/get error: the parameter "a" of the path "/{a}" is not declared | Add it to `parameters`, with `in: path` and `required: true`.',
      ],
    ],
    [
      '/{a}/{b}/{a}',
      {},
      [parameter('path', 'a')],
      [
        '#/paths/~1{a}~1{b}~1{a}/get error: the parameter "b" of the path "/{a}/{b}/{a}" is not declared | Add it to `parameters`, with `in: path` and `required: true`.',
      ],
    ],
    [
      '/{a}',
      {},
      [parameter('query', 'a')],
      [
        '#/paths/~1{a}/get error: the parameter "a" of the path "/{a}" is not declared | Add it to `parameters`, with `in: path` and `required: true`.',
      ],
    ],
    [
      '/a?b={b}&c={c}',
      {},
      [parameter('query', 'b'), parameter('header', 'c')],
      [
        '#/paths/~1a?b={b}&c={c}/get error: the parameter "c" of the path "/a?b={b}&c={c}" is not declared | Add it to `parameters`, with `in: path` and `required: true`.',
      ],
    ],
    [
      '/a',
      {},
      [parameter('path', 'a')],
      [
        '#/paths/~1a/get/parameters/0 error: the path "/a" has no parameter "a" | Remove the parameter, or add it to the path.',
      ],
    ],
    [
      '/a',
      { parameters: [parameter('query', 'q'), parameter('path', 'a')] },
      [],
      [
        '#/paths/~1a/parameters/1 error: the path "/a" has no parameter "a" | Remove the parameter, or add it to the path.',
      ],
    ],
    [
      '/{a}',
      {},
      [parameter('path', 'a', { required: false })],
      [
        '#/paths/~1{a}/get/parameters/0 error: a parameter in the path must be required, found false | Write `required: true`.',
      ],
    ],
    [
      '/{a}',
      {},
      [{ $ref: '#/components/parameters/none' }],
      [
        '#/paths/~1{a}/get/parameters/0/$ref error: "#/components/parameters/none" leads nowhere: "#/components/parameters" has no "none" | Correct the reference, or add what it names.',
      ],
    ],
    [
      '/{a}',
      { parameters: [{ $ref: '#/components/parameters/none' }] },
      [],
      [
        '#/paths/~1{a}/parameters/0/$ref error: "#/components/parameters/none" leads nowhere: "#/components/parameters" has no "none" | Correct the reference, or add what it names.',
      ],
    ],
  ])('%s, %j, %j', async (path, item, parameters, want) => {
    const document = openApi('3.1.0', {
      paths: { [path]: { ...item, get: operation('a', { parameters }) } },
      components: { parameters: {} },
    })
    expect(await errorsOf(loadObject(document))).toEqual(want)
  })

  it.each([
    ['/{a}', { parameters: [parameter('path', 'a')] }, []],
    ['/{a}', { parameters: [parameter('path', 'a')] }, [parameter('path', 'a')]],
    ['/{a}', {}, [{ $ref: '#/components/parameters/p' }]],
    ['/{a}', {}, [{ $ref: '#/components/parameters/ref' }]],
    ['/{a}.{b}', { parameters: [parameter('path', 'b')] }, [{ $ref: '#/components/parameters/ref' }]],
  ])('%s, %j, %j are fine', async (path, item, parameters) => {
    const components = {
      parameters: { p: parameter('path', 'a'), ref: { $ref: '#/components/parameters/p' } },
    }
    const document = openApi('3.1.0', {
      paths: { [path]: { ...item, get: operation('a', { parameters }) } },
      components,
    })
    expect((await loadObject(document)).document).toEqual(document)
  })

  it.each([
    [
      { get: 5 },
      ['#/paths/~1{a}/get error: `get` must be an object, found the number 5 | Write an object here.'],
    ],
    [
      { parameters: [null] },
      [
        '#/paths/~1{a}/parameters/0 error: `0` of `parameters` must be an object, found null | Write an object here.',
      ],
    ],
    [
      { parameters: [{ $ref: '#/components/parameters/loop' }], get: operation('a') },
      [
        '#/components/parameters/loop/$ref error: the reference "#/components/parameters/loop" leads back to itself | Let one of the references in the circle lead to a value.',
        '#/paths/~1{a}/parameters/0/$ref error: the reference "#/components/parameters/loop" leads back to itself | Let one of the references in the circle lead to a value.',
      ],
    ],
  ])('are not missed where something else is wrong: %j', async (item, want) => {
    const components = { parameters: { loop: { $ref: '#/components/parameters/loop' } } }
    const used = JSON.stringify(item).includes('loop') ? { components } : {}
    expect(await errorsOf(loadObject(openApi('3.1.0', { paths: { '/{a}': item }, ...used })))).toEqual(want)
  })

  it('are checked for every method', async () => {
    const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
    const item = Object.fromEntries(methods.map((method) => [method, operation(method)]))
    expect(await errorsOf(loadObject(openApi('3.1.0', { paths: { '/{a}': item } })))).toHaveLength(8)
  })
})

describe('parameters of one list', () => {
  it.each([
    ['query', 'a', 'a', true],
    ['query', 'a', 'A', false],
    ['header', 'X-A', 'x-a', true],
    ['cookie', 'a', 'b', false],
  ])('in %s, %s and %s: the same: %s', async (place, one, two, same) => {
    const parameters = [parameter(place, one), parameter('query', 'other'), parameter(place, two)]
    const document = openApi('3.1.0', {
      paths: { '/a': { parameters, get: operation('a', { parameters }) } },
    })
    const want = ['/paths/~1a/get/parameters/2', '/paths/~1a/parameters/2'].map(
      (pointer) =>
        `#${pointer} error: the \`${place}\` parameter "${two}" is declared twice | Remove one of the two.`,
    )
    if (same) expect(await errorsOf(loadObject(document))).toEqual(want)
    else expect((await loadObject(document)).diagnostics).toEqual([])
  })

  it('by reference', async () => {
    const parameters = [
      { $ref: '#/components/parameters/p' },
      parameter('query', 'p'),
      parameter('header', 'p'),
    ]
    const document = openApi('3.1.0', {
      paths: { '/a': { get: operation('a', { parameters }) } },
      components: { parameters: { p: parameter('query', 'p') } },
    })
    expect(await errorsOf(loadObject(document))).toEqual([
      '#/paths/~1a/get/parameters/1 error: the `query` parameter "p" is declared twice | Remove one of the two.',
    ])
  })
})

describe('a parameter or header', () => {
  it.each([
    [
      { schema: {}, content: { 'text/plain': {} } },
      '',
      'a parameter has `schema` and `content` | Keep one of the two.',
    ],
    [
      { content: {} },
      '/content',
      '`content` of a parameter must have one media type, found 0 | Keep one media type.',
    ],
    [
      { content: { 'text/plain': {}, 'application/json': {} } },
      '/content',
      '`content` of a parameter must have one media type, found 2 | Keep one media type.',
    ],
  ])('%j', async (members, pointer, want) => {
    const components = { parameters: { P: { name: 'p', in: 'query', ...members } }, headers: { H: members } }
    expect(await errorsOf(loadObject(openApi('3.1.0', { components })))).toEqual([
      `#/components/headers/H${pointer} error: ${want}`,
      `#/components/parameters/P${pointer} error: ${want}`,
    ])
  })
})

it('does not trip over names that are no names', async () => {
  const name = { toString: 1 }
  const parameters = [parameter('query', 'q', { name }), parameter('query', 'q', { in: name })]
  const document = openApi('3.1.0', {
    tags: [{ name }],
    paths: { '/{a}': { get: operation('a', { parameters, tags: [name] }) } },
    components: { schemas: { A: { type: [name], enum: [1] } } },
  })
  expect((await problemsOf(loadObject(document))).map(({ pointer }) => pointer)).toEqual([
    '/components/schemas/A/type/0',
    '/paths/~1{a}/get/parameters/0/name',
    '/paths/~1{a}/get/parameters/1/in',
    '/paths/~1{a}/get/tags/0',
    '/tags/0/name',
  ])
})

it.each([
  [{ bearr: [] }, 'bearr', 'bearr', 'Did you mean `bearer`?'],
  [{ toString: [] }, 'toString', 'toString', 'Add it to `components.securitySchemes`.'],
])('a security scheme must be declared: %j', async (requirement, key, name, hint) => {
  const components = { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } }
  const document = openApi('3.1.0', {
    security: [{ bearer: [] }, requirement],
    paths: { '/a': { get: operation('a', { security: [requirement] }) } },
    components,
  })
  expect(await errorsOf(loadObject(document))).toEqual([
    `#/paths/~1a/get/security/0/${key} error: the security scheme "${name}" is not declared | ${hint}`,
    `#/security/1/${key} error: the security scheme "${name}" is not declared | ${hint}`,
  ])
})

describe('servers', () => {
  it.each([
    [
      { url: 'https://{a}.{b}.{a}' },
      [
        'url error: the variable "a" of the URL "https://{a}.{b}.{a}" is not declared | Add it to `variables`, with a `default`.',
        'url error: the variable "b" of the URL "https://{a}.{b}.{a}" is not declared | Add it to `variables`, with a `default`.',
      ],
    ],
  ])('%j', async (server, want) => {
    expect(await errorsOf(loadObject(openApi('3.1.0', { servers: [server] })))).toEqual(
      want.map((line) => `#/servers/0/${line}`),
    )
  })

  it('with variables that are none are refused', async () => {
    const servers = [{ url: 'https://{a}', variables: null }]
    expect(await errorsOf(loadObject(openApi('3.1.0', { servers })))).toEqual([
      '#/servers/0/variables error: `variables` must be an object, found null | Write an object here.',
    ])
  })

  it.each([[['y']], [[]]])('may have a default that is not in the enum %j', async (values) => {
    const server = { url: 'https://{a}', variables: { a: { default: 'x', enum: values } } }
    const { diagnostics } = await loadObject(openApi('3.0.3', { servers: [server] }))
    expect(lines(diagnostics)).toEqual([
      '#/servers/0/variables/a/default warning: the `default` of the variable is not in its `enum` | Add it to the `enum`.',
    ])
  })

  it('may have a variable too many', async () => {
    const servers = [{ url: 'https://{a}', variables: { a: { default: 'x' }, b: { default: 'x' } } }]
    expect(lines((await loadObject(openApi('3.1.0', { servers }))).diagnostics)).toEqual([
      '#/servers/0/variables/b warning: the URL "https://{a}" has no variable "b" | Remove the variable.',
    ])
  })
})

describe('tags', () => {
  it('that are declared and used are fine, and so is no declaration', async () => {
    const paths = { '/a': { get: operation('a', { tags: ['one'] }) } }
    expect((await loadObject(openApi('3.1.0', { tags: [{ name: 'one' }], paths }))).diagnostics).toEqual([])
    expect((await loadObject(openApi('3.1.0', { paths }))).diagnostics).toEqual([])
  })

  it('that are slips are warnings', async () => {
    const paths = { '/a': { get: operation('a', { tags: ['agent', 'other', 'agents'] }) } }
    expect(
      lines(
        (await loadObject(openApi('3.1.0', { tags: [{ name: 'agents' }, { name: 'sessions' }], paths })))
          .diagnostics,
      ),
    ).toEqual([
      '#/paths/~1a/get/tags/0 warning: the tag "agent" is not declared | Did you mean "agents"?',
      '#/paths/~1a/get/tags/1 warning: the tag "other" is not declared | Add it to the `tags` of the document.',
      '#/tags/1 warning: no operation has the tag "sessions" | Remove it, or use it.',
    ])
  })

  it('must differ', async () => {
    const paths = { '/a': { get: operation('a', { tags: ['a'] }) } }
    expect(
      await errorsOf(loadObject(openApi('3.1.0', { tags: [{ name: 'a' }, { name: 'a' }], paths }))),
    ).toEqual(['#/tags/1 error: the tag "a" is declared twice | Remove one of the two.'])
  })
})

it('warns of keys of components that OpenAPI does not allow', async () => {
  const components = {
    schemas: { 'A B': {}, 'A.b-C_1': {}, '': {}, 'x/y': {}, __proto__: {} },
    'x-a': { 'b c': 1 },
  }
  expect(lines((await loadObject(openApi('3.1.0', { components }))).diagnostics)).toEqual(
    ['', 'A B', 'x~1y'].map(
      (key) =>
        `#/components/schemas/${key} warning: "${key.replace('~1', '/')}" is no name that OpenAPI allows in \`schemas\` | Use letters, digits, \`.\`, \`-\` and \`_\` only; other tools may refuse the document.`,
    ),
  )
})

it('warns of an operation that answers nothing', async () => {
  const document = openApi('3.1.0', { paths: { '/a': { get: operation('a', { responses: { 'x-a': 1 } }) } } })
  expect(lines((await loadObject(document)).diagnostics)).toEqual([
    '#/paths/~1a/get/responses warning: `responses` is empty | Add at least the response of success.',
  ])
})

it.each([
  ['https://spec.openapis.org/oas/3.1/dialect/base', true],
  ['https://spec.openapis.org/oas/3.1/dialect/2024-11-10', true],
  ['https://json-schema.org/draft/2020-12/schema', true],
  ['https://json-schema.org/draft/2019-09/schema', false],
  ['https://example.com', false],
])('the dialect %s is supported: %s', async (jsonSchemaDialect, supported) => {
  const loading = loadObject(openApi('3.1.0', { jsonSchemaDialect }))
  if (supported) expect((await loading).diagnostics).toEqual([])
  else
    expect(await errorsOf(loading)).toEqual([
      `#/jsonSchemaDialect error: \`jsonSchemaDialect\` must be a dialect that is supported, found the string "${jsonSchemaDialect}" | OpenAPI 3.1 and JSON Schema 2020-12 are supported.`,
    ])
})
