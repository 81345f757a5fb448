import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { json, listen } from '../../runtime/client/loopback.js'
import { type AnyFunction, compile, emitted, importClient } from './emitted.js'

const operation = (operationId: string, security?: readonly JsonObject[]): JsonObject => ({
  get: { operationId, responses: { '200': { description: 'Fine.' } }, ...(security && { security }) },
})

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Locks', version: '1' },
  servers: [{ url: 'http://127.0.0.1:9' }],
  security: [{ Token: [] }],
  paths: {
    '/token': operation('token'),
    '/open': operation('open', []),
    '/optional': operation('optional', [{}, { 'app-key': [] }]),
    '/either': operation('either', [{ Tls: [], OAuth: ['read'] }, { Tls: [] }, { Login: [], Session: [] }]),
    '/tls': operation('tls', [{ Tls: [] }]),
    '/rest': operation('rest', [{ Oidc: [] }, { Query: [] }, { Digest: [] }]),
  },
  components: {
    securitySchemes: {
      Token: { type: 'http', scheme: 'bearer', description: 'A token */ of ours.' },
      Login: { type: 'http', scheme: 'Basic' },
      Digest: { type: 'http', scheme: 'digest' },
      'app-key': { type: 'apiKey', in: 'header', name: 'X-App' },
      Query: { type: 'apiKey', in: 'query', name: "it's" },
      Session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      OAuth: { type: 'oauth2', flows: {} },
      Oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' },
      Tls: { type: 'mutualTLS' },
      Unused: { type: 'http', scheme: 'bearer' },
    },
  },
}

const files = emitted(document)

test('the client module has a credential for each scheme that operations need, and where it travels', () => {
  const text = files['client/client.ts']
  expect(text).toContain(
    "return openSecuredClient({ ...options, baseUrl: options.baseUrl ?? 'http://127.0.0.1:9' }, securitySchemes)\n",
  )
  expect(text).toContain(
    [
      'export interface Credentials {',
      '  /**',
      '   * A token *\\/ of ours.',
      '   *',
      '   * Travels as `Authorization: Bearer …`.',
      '   */',
      '  readonly Token?: Credential | undefined',
    ].join('\n'),
  )
  expect(text).toContain(
    [
      'const securitySchemes: Readonly<Record<keyof Credentials, SecurityScheme>> = {',
      "  Token: { scheme: 'Bearer' },",
      "  Login: { scheme: 'Basic' },",
      "  Digest: { scheme: 'digest' },",
      "  'app-key': { in: 'header', name: 'X-App' },",
      "  Query: { in: 'query', name: 'it\\'s' },",
      "  Session: { in: 'cookie', name: 'sid' },",
      "  OAuth: { scheme: 'Bearer' },",
      "  Oidc: { scheme: 'Bearer' },",
      '}',
    ].join('\n'),
  )
})

test.each([
  ['token', "security: [['Token']]"],
  ['open', undefined],
  ['optional', "security: [['app-key']]"],
  ['either', "security: [['OAuth'], ['Login', 'Session']]"],
  ['tls', undefined],
  ['rest', "security: [['Oidc'], ['Query'], ['Digest']]"],
])('%s says %s', (name, want) => {
  const call = files['client/default.ts']?.split('\n').find((line) => line.includes(`path: '/${name}'`))
  expect(call?.match(/security: \[.*?\](?=, responses)/)?.[0]).toBe(want)
})

test('without security there is nothing of it', () => {
  const { security: _, paths: __, ...rest } = document
  const plain = emitted({ ...rest, paths: { '/open': operation('open') } })
  expect(plain).not.toHaveProperty(['runtime/client/credential.ts'])
  expect(plain).not.toHaveProperty(['runtime/client/secured-client.ts'])
  expect(plain['client/client.ts']).toContain('export type { Client, ClientOptions, RequestOptions }')
  expect(Object.values(plain).join('\n')).not.toContain('Credentials')
})

test('credentials go with the calls that need them', async () => {
  await using server = await listen(json(200, {}))
  const { createClient, ...operations } = await importClient(document)
  const auth = {
    Token: 't',
    'app-key': () => 'k',
    Login: { username: 'u', password: 'p' },
    Session: 's',
    Query: () => Promise.resolve('q'),
  }
  const client = createClient({ baseUrl: server.url, auth } as object)
  for (const name of ['token', 'open', 'optional', 'either', 'tls', 'rest']) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    await (operations[name] as AnyFunction)(client)
  }
  const got = server.requests.map(({ url, headers }) => [
    url,
    headers['authorization'] ?? headers['x-app'] ?? '',
    headers['cookie'] ?? '',
  ])
  expect(got).toEqual([
    ['/token', 'Bearer t', ''],
    ['/open', '', ''],
    ['/optional', 'k', ''],
    ['/either', 'Basic dTpw', 'sid=s'],
    ['/tls', '', ''],
    ['/rest?it%27s=q', '', ''],
  ])
})

test('credentials have the types of their schemes', () => {
  const right = [
    "{ Token: 'a', 'app-key': () => 'b', OAuth: async () => 'c', Digest: 'd' }",
    "{ Login: { username: 'a', password: 'b' } }",
    "{ Login: async () => ({ username: 'a', password: 'b' }), Token: undefined, Oidc: () => undefined }",
  ]
  const wrong = [
    '{ Token: 1 }',
    "{ Token: { username: 'a', password: 'b' } }",
    "{ Login: 'a' }",
    "{ Login: { username: 'a' } }",
    "{ Tls: 'a' }",
    "{ Unused: 'a' }",
    "{ token: 'a' }",
  ]
  const program = [
    "import { type BasicCredential, type ClientOptions, type Credential, type Credentials, createClient, token } from './client/index.js'",
    ...right.map((auth) => `createClient({ auth: ${auth} })`),
    ...wrong.flatMap((auth) => ['// @ts-expect-error', `createClient({ auth: ${auth} })`]),
    "const key: Credential = () => 'a'",
    "const login: Credential<BasicCredential> = { username: 'a', password: 'b' }",
    'const auth: Credentials = { Token: key, Login: login }',
    "const options: ClientOptions = { auth, headers: { 'X-A': 'b' } }",
    'void token(createClient(options))',
    '// @ts-expect-error -- of the client, not of a call',
    'void token(createClient(), {}, { auth })',
  ]
  expect(compile(document, program.join('\n'))).toEqual([])
})
