import { describe, expect, it } from 'vitest'
import { errorsOf, lines, loadObject, openApi } from './project.js'

const RESPONSES = { 200: { description: 'd' } }

/** A document with one operation. */
function withOperation(operation: object, version = '3.1.0', rest: object = {}): object {
  return openApi(version, {
    paths: { '/a': { get: { operationId: 'a', responses: RESPONSES, ...operation } } },
    ...rest,
  })
}

describe('a missing field', () => {
  it.each([
    [
      { openapi: '3.1.0' },
      [
        '# error: the document lacks `info` | Add `info`.',
        '# error: the document lacks `paths` or `components` or `webhooks` | Add `paths` or `components` or `webhooks`.',
      ],
    ],
    [
      { openapi: '3.0.3', info: {} },
      [
        '# error: the document lacks `paths` | Add `paths`.',
        '#/info error: `info` lacks `title` | Add `title`.',
        '#/info error: `info` lacks `version` | Add `version`.',
      ],
    ],
    [
      withOperation({ responses: { 200: {} } }),
      ['#/paths/~1a/get/responses/200 error: `200` of `responses` lacks `description` | Add `description`.'],
    ],
    [
      openApi('3.0.3', { paths: { '/a': { get: { operationId: 'a' } } } }),
      ['#/paths/~1a/get error: `get` lacks `responses` | Add `responses`.'],
    ],
    [
      withOperation({ parameters: [{}] }),
      [
        '#/paths/~1a/get/parameters/0 error: `0` of `parameters` lacks `in` | Add `in`.',
        '#/paths/~1a/get/parameters/0 error: `0` of `parameters` lacks `name` | Add `name`.',
        '#/paths/~1a/get/parameters/0 error: `0` of `parameters` lacks `schema` or `content` | Add `schema` or `content`.',
      ],
    ],
    [
      withOperation({ requestBody: {} }),
      ['#/paths/~1a/get/requestBody error: `requestBody` lacks `content` | Add `content`.'],
    ],
    [
      openApi('3.1.0', {
        components: {
          securitySchemes: {
            a: {},
            b: { type: 'http' },
            c: { type: 'apiKey', in: 'query' },
            d: { type: 'oauth2' },
          },
        },
      }),
      [
        '#/components/securitySchemes/a error: `a` lacks `type` | Add `type`.',
        '#/components/securitySchemes/b error: `b` lacks `scheme` | Add `scheme`.',
        '#/components/securitySchemes/c error: `c` lacks `name` | Add `name`.',
        '#/components/securitySchemes/d error: `d` lacks `flows` | Add `flows`.',
      ],
    ],
    [
      openApi('3.1.0', { servers: [{}], tags: [{}], externalDocs: {} }),
      [
        '#/externalDocs error: `externalDocs` lacks `url` | Add `url`.',
        '#/servers/0 error: `0` of `servers` lacks `url` | Add `url`.',
        '#/tags/0 error: `0` of `tags` lacks `name` | Add `name`.',
      ],
    ],
    [
      openApi('3.1.0', { components: { schemas: { A: { discriminator: {} } } } }),
      [
        '#/components/schemas/A/discriminator error: `discriminator` lacks `propertyName` | Add `propertyName`.',
      ],
    ],
  ])('%#', async (document, want) => {
    expect(await errorsOf(loadObject(document))).toEqual(want)
  })

  it('may be missing in OpenAPI 3.1 where 3.0 needs it', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      webhooks: { a: { get: { operationId: 'a' } } },
    }
    expect((await loadObject(document)).document).toEqual(document)
  })
})

describe('a field of the wrong type', () => {
  it.each([
    [
      openApi('3.1.0', { info: 'x' }),
      '#/info error: `info` must be an object, found the string "x" | Write an object here.',
    ],
    [
      openApi('3.1.0', { info: { title: 5, version: '1' } }),
      '#/info/title error: `title` must be a string, found the number 5 | Write a string.',
    ],
    [
      openApi('3.1.0', { servers: {} }),
      '#/servers error: `servers` must be an array, found an object | Write an array here.',
    ],
    [
      openApi('3.1.0', { servers: ['/'] }),
      '#/servers/0 error: `0` of `servers` must be an object, found the string "/" | Write an object here.',
    ],
    [
      openApi('3.1.0', { paths: [] }),
      '#/paths error: `paths` must be an object, found an empty array | Write an object here.',
    ],
    [
      openApi('3.1.0', { paths: { '/a': null } }),
      '#/paths/~1a error: "/a" must be an object, found null | Write an object here.',
    ],
    [
      openApi('3.1.0', { paths: { '/a': { get: 5 } } }),
      '#/paths/~1a/get error: `get` must be an object, found the number 5 | Write an object here.',
    ],
    [
      withOperation({ tags: 'a' }),
      '#/paths/~1a/get/tags error: `tags` must be an array, found the string "a" | Write an array.',
    ],
    [
      withOperation({ tags: ['a', 5] }),
      '#/paths/~1a/get/tags/1 error: `1` of `tags` must be a string, found the number 5 | Write a string.',
    ],
    [
      withOperation({ operationId: 5 }),
      '#/paths/~1a/get/operationId error: `operationId` must be a string, found the number 5 | Write a string.',
    ],
    [
      withOperation({ deprecated: 'yes' }),
      '#/paths/~1a/get/deprecated error: `deprecated` must be a boolean, found the string "yes" | Write a boolean.',
    ],
    [
      withOperation({ parameters: {} }),
      '#/paths/~1a/get/parameters error: `parameters` must be an array, found an object | Write an array here.',
    ],
    [
      withOperation({ parameters: [{ name: 'a', in: 'body', schema: {} }] }),
      '#/paths/~1a/get/parameters/0/in error: `in` must be one of `query`, `header`, `path`, `cookie`, found the string "body" | Write one of these.',
    ],
    [
      withOperation({ parameters: [{ name: 'a', in: 'Query', schema: {} }] }),
      '#/paths/~1a/get/parameters/0/in error: `in` must be one of `query`, `header`, `path`, `cookie`, found the string "Query" | Did you mean `query`?',
    ],
    [
      withOperation({ parameters: [{ name: 'a', in: 'query', schema: {}, required: 1 }] }),
      '#/paths/~1a/get/parameters/0/required error: `required` must be a boolean, found the number 1 | Write a boolean.',
    ],
    [
      withOperation({ responses: [] }),
      '#/paths/~1a/get/responses error: `responses` must be an object, found an empty array | Write an object here.',
    ],
    [
      withOperation({ responses: { 200: 'ok' } }),
      '#/paths/~1a/get/responses/200 error: `200` of `responses` must be an object, found the string "ok" | Write an object here.',
    ],
    [
      withOperation({ security: {} }),
      '#/paths/~1a/get/security error: `security` must be an array, found an object | Write an array here.',
    ],
    [
      withOperation({ security: [{ a: true }] }, '3.1.0', {
        components: { securitySchemes: { a: { type: 'http', scheme: 'basic' } } },
      }),
      '#/paths/~1a/get/security/0/a error: `a` must be an array, found true | Write an array.',
    ],
    [
      openApi('3.0.3', { components: { securitySchemes: { a: { type: 'mutualTLS' } } } }),
      '#/components/securitySchemes/a/type error: `type` must be one of `apiKey`, `http`, `oauth2`, `openIdConnect`, found the string "mutualTLS" | Write one of these.',
    ],
    [
      openApi('3.1.0', { components: { schemas: 5 } }),
      '#/components/schemas error: `schemas` must be an object, found the number 5 | Write an object here.',
    ],
    [
      openApi('3.1.0', { components: { schemas: { A: { discriminator: { propertyName: 1 } } } } }),
      '#/components/schemas/A/discriminator/propertyName error: `propertyName` must be a string, found the number 1 | Write a string.',
    ],
    [
      openApi('3.1.0', { components: { schemas: { A: { xml: { wrapped: 1 } } } } }),
      '#/components/schemas/A/xml/wrapped error: `wrapped` must be a boolean, found the number 1 | Write a boolean.',
    ],
  ])('%#', async (document, want) => {
    expect(await errorsOf(loadObject(document))).toEqual([want])
  })
})

describe('a key that must have a certain form', () => {
  it.each<readonly [document: object, want: string]>([
    [
      openApi('3.1.0', { paths: { agents: {} } }),
      '#/paths/agents error: "agents" is not a path, which begins with `/` | Begin it with `/`.',
    ],
    ...['20', '2xx', '2Xx', '600', '099', '2000', 'ok', '20X', 'Default', 'toString'].map(
      (status) =>
        [
          withOperation({ responses: { ...RESPONSES, [status]: { description: 'd' } } }),
          `#/paths/~1a/get/responses/${status} error: "${status}" is not a status code, a range such as \`2XX\`, or \`default\` | Correct the status code.`,
        ] as const,
    ),
  ])('%#', async (document, want) => {
    expect(await errorsOf(loadObject(document))).toEqual([want])
  })

  it.each(['100', '200', '599', '1XX', '5XX', 'default', 'x-a'])('such as the status %s', async (status) => {
    const { diagnostics } = await loadObject(
      withOperation({ responses: { ...RESPONSES, [status]: { description: 'd' } } }),
    )
    expect(diagnostics).toEqual([])
  })
})

describe('a field that OpenAPI does not know is a warning', () => {
  it.each([
    [
      openApi('3.1.0', { ['a'.repeat(70)]: 1 }),
      `#/${'a'.repeat(70)} warning: "${'a'.repeat(60)}…" is no field of the document and has no effect | Remove it, or begin its name with \`x-\`.`,
    ],
    [
      openApi('3.1.0', { path: {} }),
      '#/path warning: `path` is no field of the document and has no effect | Did you mean `paths`?',
    ],
    [
      openApi('3.0.3', { webhooks: {} }),
      '#/webhooks warning: `webhooks` is no field of the document and has no effect | Remove it, or begin its name with `x-`.',
    ],
    [
      withOperation({ 'operation id': 'a' }),
      '#/paths/~1a/get/operation id warning: "operation id" is no field of `get` and has no effect | Did you mean `operationId`?',
    ],
    [
      withOperation({ parameters: [{ name: 'a', in: 'query', schema: {}, type: 'string' }] }),
      '#/paths/~1a/get/parameters/0/type warning: `type` is no field of `0` of `parameters` and has no effect | Remove it, or begin its name with `x-`.',
    ],
    [
      withOperation({ constructor: 1 }),
      '#/paths/~1a/get/constructor warning: `constructor` is no field of `get` and has no effect | Remove it, or begin its name with `x-`.',
    ],
  ])('%#', async (document, want) => {
    expect(lines((await loadObject(document)).diagnostics)).toEqual([want])
  })

  it('unless it begins with x-', async () => {
    const paths = {
      '/a': {
        'x-a': 1,
        get: { operationId: 'a', responses: RESPONSES, 'x-codeSamples': 5, callbacks: { c: { 'x-a': 1 } } },
      },
      'x-b': 2,
    }
    const document = openApi('3.1.0', {
      paths,
      'x-tagGroups': 'x',
      'x-webhooks': 5,
      info: { title: 'T', version: '1', 'x-logo': 5 },
      components: { 'x-c': 1 },
    })
    const loaded = await loadObject(document)
    expect(loaded.document).toEqual(document)
    expect(loaded.diagnostics).toEqual([])
  })
})

it('takes a whole document of OpenAPI 3.1', async () => {
  const schema = { type: 'string' }
  const header = {
    description: 'd',
    required: true,
    deprecated: false,
    schema,
    style: 'simple',
    explode: false,
    example: 'a',
  }
  const mediaType = {
    schema: { type: 'object', properties: { a: schema } },
    examples: { e: { summary: 's', description: 'd', value: {} } },
    encoding: {
      a: {
        contentType: 'text/plain',
        headers: { 'x-h': header },
        style: 'form',
        explode: true,
        allowReserved: true,
      },
    },
  }
  const response = {
    description: 'd',
    headers: { 'x-rate': header },
    content: { 'application/json': mediaType },
    links: {
      l: {
        operationId: 'a',
        parameters: { p: '$url' },
        requestBody: 1,
        description: 'd',
        server: { url: '/' },
      },
    },
  }
  const post = {
    operationId: 'a',
    tags: ['t'],
    summary: 's',
    description: 'd',
    externalDocs: { url: 'https://example.com' },
    deprecated: true,
    security: [{}, { key: [] }],
    servers: [{ url: '/a' }],
    responses: { 200: response, '4XX': response, default: response },
    requestBody: { description: 'd', required: true, content: { '*/*': mediaType } },
    parameters: [
      { name: 'x-h', in: 'header', description: 'd', content: { 'application/json': mediaType } },
      { name: 'c', in: 'cookie', schema, allowEmptyValue: true, allowReserved: true },
    ],
    callbacks: { c: { '{$url}': { post: { operationId: 'c', responses: RESPONSES } } } },
  }
  const document = openApi('3.1.0', {
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    info: {
      title: 'T',
      version: '1',
      summary: 's',
      description: 'd',
      termsOfService: 't',
      contact: { name: 'n', url: 'u', email: 'e' },
      license: { name: 'l', identifier: 'MIT' },
    },
    servers: [
      {
        url: 'https://{host}/',
        description: 'd',
        variables: { host: { enum: ['a', 'b'], default: 'a', description: 'd' } },
      },
    ],
    paths: {
      '/a/{id}': {
        summary: 's',
        description: 'd',
        servers: [{ url: '/' }],
        parameters: [{ name: 'id', in: 'path', required: true, schema }],
        post,
      },
    },
    webhooks: { w: { post: { operationId: 'w', responses: RESPONSES } } },
    security: [{ oauth: ['s'] }],
    tags: [{ name: 't', description: 'd', externalDocs: { url: 'u' } }],
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'cookie', name: 'k' },
        tls: { type: 'mutualTLS' },
        http: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        oidc: { type: 'openIdConnect', openIdConnectUrl: 'u' },
        oauth: {
          type: 'oauth2',
          flows: {
            implicit: { authorizationUrl: 'a', scopes: { s: 'd' } },
            password: { tokenUrl: 't', scopes: {} },
            clientCredentials: { tokenUrl: 't', scopes: {} },
            authorizationCode: { authorizationUrl: 'a', tokenUrl: 't', refreshUrl: 'r', scopes: {} },
          },
        },
      },
    },
  })
  const loaded = await loadObject(document)
  expect(loaded.document).toEqual(document)
  expect(loaded.diagnostics).toEqual([])
})
