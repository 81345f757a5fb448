import { describe, expect, it } from 'vitest'
import type { SecurityScheme } from '../../../../scripts/src/runtime/server/credential.js'
import { createFetchHandler } from '../../../../scripts/src/runtime/server/handler.js'
import type { Refusal } from '../../../../scripts/src/runtime/server/refusal.js'
import { request } from './api.js'

const schemes = {
  Bearer: { type: 'http', scheme: 'bearer' },
  Basic: { type: 'http', scheme: 'basic' },
  Digest: { type: 'http', scheme: 'digest' },
  Header: { type: 'apiKey', in: 'header', name: 'X-Key' },
  Query: { type: 'apiKey', in: 'query', name: 'key' },
  Cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  OAuth: { type: 'oauth2' },
  OpenId: { type: 'openIdConnect' },
  Mutual: { type: 'mutualTLS' },
} satisfies Record<string, SecurityScheme>

type Key = keyof typeof schemes

/** The credentials that were asked about, and the response, where each credential is good if `isGood` holds for it. */
async function ask(
  security: readonly (readonly Key[])[],
  sent: Request,
  isGood: (credential: unknown) => unknown = () => true,
) {
  const asked: [Key, unknown][] = []
  const authenticate = (key: Key) => (credential: unknown) => {
    asked.push([key, credential])
    return isGood(credential)
  }
  const keys = Object.keys(schemes) as Key[]
  const routes = [{ id: 'it', method: 'GET', path: '/', responses: {}, security }] as const
  const handle = createFetchHandler(
    { title: 'A "B"\\ ü', basePath: '', routes, securitySchemes: schemes },
    { it: () => ({ status: 200 }) },
    // Every key has its function, and not every function is checked by the types.
    {
      security: Object.fromEntries(keys.map((key) => [key, authenticate(key)])) as Record<Key, () => boolean>,
    },
  )
  const response = await handle(sent)
  const text = await response.text()
  const { title, detail }: Record<string, unknown> = text === '' ? {} : JSON.parse(text)
  const challenge = response.headers.get('www-authenticate')
  return { asked, status: response.status, challenge, title, detail }
}

const withHeaders = (headers: Record<string, string>) => request('/', { headers })
const basic = (text: string) =>
  withHeaders({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })

describe('the credential', () => {
  it.each<[Key, Request, unknown]>([
    ['Bearer', withHeaders({ authorization: 'Bearer a.b-c' }), 'a.b-c'],
    ['Bearer', withHeaders({ authorization: 'bEARER  a' }), 'a'],
    ['Basic', basic('user:pass:word'), { username: 'user', password: 'pass:word' }],
    ['Basic', basic('ü:'), { username: 'ü', password: '' }],
    ['Digest', withHeaders({ authorization: 'Digest a="b", c="d"' }), 'a="b", c="d"'],
    ['Header', withHeaders({ 'x-key': 'k' }), 'k'],
    ['Query', request('/?a=1&key=k%20k'), 'k k'],
    ['Cookie', withHeaders({ cookie: 'a=1; session=k' }), 'k'],
    ['OAuth', withHeaders({ authorization: 'Bearer a' }), 'a'],
    ['OpenId', withHeaders({ authorization: 'Bearer a' }), 'a'],
    ['Mutual', request('/'), undefined],
  ])('of %s is found', async (key, sent, credential) => {
    expect(await ask([[key]], sent)).toMatchObject({
      asked: [[key, credential]],
      status: 200,
      challenge: null,
    })
  })

  it.each<[Key, Request]>([
    ['Bearer', request('/')],
    ['Bearer', withHeaders({ authorization: 'Bearer' })],
    ['Bearer', withHeaders({ authorization: 'Basic a' })],
    ['Bearer', withHeaders({ authorization: 'Bearera' })],
    ['Bearer', withHeaders({ authorization: 'a' })],
    ['Basic', withHeaders({ authorization: 'Bearer a' })],
    ['Basic', withHeaders({ authorization: 'Basic %%%' })],
    ['Basic', basic('no colon')],
    ['Basic', withHeaders({ authorization: `Basic ${Buffer.from([0xff, 0x3a]).toString('base64')}` })],
    ['Header', withHeaders({ 'x-key': '' })],
    ['Query', request('/?KEY=k')],
    ['Query', request('/?key=%ff')],
    ['Cookie', withHeaders({ cookie: 'sessions=k' })],
  ])('of %s is not found, and nobody is asked', async (key, sent) => {
    const problem = { title: 'Unauthorized', detail: 'A credential is required' }
    expect(await ask([[key]], sent)).toMatchObject({ asked: [], status: 401, ...problem })
  })
})

describe('the requirements', () => {
  const both = withHeaders({ authorization: 'Bearer token', 'x-key': 'key' })
  it.each<[string, (readonly Key[])[], string[], number, Key[]]>([
    ['none', [], [], 200, []],
    ['one that is good', [['Bearer']], ['token'], 200, ['Bearer']],
    ['one that is not', [['Bearer']], ['key'], 401, ['Bearer']],
    ['two of which both are good', [['Bearer', 'Header']], ['token', 'key'], 200, ['Bearer', 'Header']],
    ['two of which the second is not', [['Bearer', 'Header']], ['token'], 401, ['Bearer', 'Header']],
    ['two of which the first is not', [['Bearer', 'Header']], ['key'], 401, ['Bearer']],
    ['alternatives of which the first is good', [['Bearer'], ['Header']], ['token'], 200, ['Bearer']],
    [
      'alternatives of which the second is good',
      [['Bearer'], ['Header']],
      ['key'],
      200,
      ['Bearer', 'Header'],
    ],
    ['alternatives of which none is', [['Bearer'], ['Header']], [], 401, ['Bearer', 'Header']],
    [
      'alternatives that share a scheme',
      [['Header', 'Bearer'], ['Header']],
      ['key'],
      200,
      ['Header', 'Bearer'],
    ],
    ['one or nothing', [['Bearer'], []], [], 200, ['Bearer']],
  ])('%s', async (_, security, good, status, asked) => {
    const answer = await ask(security, both, (credential) =>
      Promise.resolve(good.includes(String(credential))),
    )
    expect(answer).toMatchObject({ status, asked: asked.map((key) => [key, expect.anything()]) })
  })

  it('are not satisfied by anything but true', async () => {
    expect((await ask([['Bearer']], both, () => 'yes')).status).toBe(401)
    expect((await ask([['Bearer']], both, async () => 1)).status).toBe(401)
  })

  it('that throw are an error', async () => {
    const thrown = new Error('no database')
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response()
    }
    const routes = [{ id: 'it', method: 'GET', path: '/', responses: {}, security: [['Mutual']] }]
    const api = { title: '', basePath: '', routes, securitySchemes: { Mutual: schemes.Mutual } }
    const handlers: Record<string, () => { status: number }> = { it: () => ({ status: 200 }) }
    const security = { Mutual: () => Promise.reject(thrown) }
    await createFetchHandler(api, handlers, { security, onError })(request('/'))
    expect(errors).toEqual([thrown])
  })

  it('are not checked where no security is given, nor before a path is found', async () => {
    const routes = [{ id: 'it', method: 'GET', path: '/', responses: {}, security: [['Bearer']] }]
    const api = { title: '', basePath: '', routes, securitySchemes: { Bearer: schemes.Bearer } }
    const handlers: Record<string, () => { status: number }> = { it: () => ({ status: 200 }) }
    const open = createFetchHandler(api, handlers, {})
    const closed = createFetchHandler(api, handlers, { security: { Bearer: () => false } })
    expect((await open(request('/'))).status).toBe(200)
    expect((await closed(request('/'))).status).toBe(401)
    expect((await closed(request('/else'))).status).toBe(404)
  })

  it('come before the body is looked at', async () => {
    const routes = [
      {
        id: 'it',
        method: 'POST',
        path: '/',
        responses: {},
        security: [['Bearer']],
        body: { required: true, contents: {} },
      },
    ]
    const api = { title: '', basePath: '', routes, securitySchemes: { Bearer: schemes.Bearer } }
    const handlers: Record<string, () => { status: number }> = { it: () => ({ status: 200 }) }
    const handle = createFetchHandler(api, handlers, { security: { Bearer: () => false } })
    const sent = request('/', { method: 'POST', body: 'x' })
    expect((await handle(sent)).status).toBe(401)
    expect(sent.bodyUsed).toBe(false)
  })
})

describe('the challenge', () => {
  const realm = 'realm="A \\"B\\"\\\\ ?"'
  it.each<[(readonly Key[])[], Request, string]>([
    [[['Bearer']], request('/'), `Bearer ${realm}`],
    [[['Bearer']], withHeaders({ authorization: 'Bearer x' }), `Bearer ${realm}, error="invalid_token"`],
    [[['OAuth'], ['OpenId']], request('/'), `Bearer ${realm}, Bearer ${realm}`],
    [[['Basic']], request('/'), `Basic ${realm}, charset="UTF-8"`],
    [[['Digest']], request('/'), `digest ${realm}`],
    [[['Header']], request('/'), `ApiKey ${realm}, in="header", name="X-Key"`],
    [[['Mutual']], request('/'), `Mutual ${realm}`],
    [
      [['Header', 'Bearer'], ['Bearer']],
      request('/'),
      `ApiKey ${realm}, in="header", name="X-Key", Bearer ${realm}`,
    ],
  ])('for %j', async (security, sent, challenge) => {
    expect(await ask(security, sent, () => false)).toMatchObject({ status: 401, challenge })
  })

  it('comes with a reason that tells a wrong credential from none', async () => {
    const wrong = await ask([['Bearer']], withHeaders({ authorization: 'Bearer x' }), () => false)
    expect(wrong.detail).toBe('The credential is not valid')
    expect((await ask([['Mutual']], request('/'), () => false)).detail).toBe('A credential is required')
  })
})

describe('onRefused', () => {
  it.each([
    [{}, false],
    [{ authorization: 'Bearer x' }, true],
  ])('is told of %j whether there was a credential: %s', async (headers, hasCredential) => {
    const routes = [{ id: 'it', method: 'GET', path: '/', responses: {}, security: [['Bearer']] }]
    const api = { title: 'T', basePath: '', routes, securitySchemes: { Bearer: schemes.Bearer } }
    const handlers: Record<string, () => { status: number }> = { it: () => ({ status: 200 }) }
    const given: Refusal[] = []
    const onRefused = (refusal: Refusal) => {
      given.push(refusal)
      return new Response()
    }
    const handle = createFetchHandler(api, handlers, { security: { Bearer: () => false }, onRefused })
    expect((await handle(request('/', { headers }))).headers.get('www-authenticate')).toMatch(/^Bearer/)
    const operation = { id: 'it', method: 'GET', path: '/' }
    expect(given).toEqual([
      expect.objectContaining({ kind: 'unauthorized', status: 401, hasCredential, operation }),
    ])
  })
})

describe('what is missing', () => {
  const routes = [{ id: 'a', method: 'GET', path: '/', responses: {} }]
  const api = {
    title: '',
    basePath: '',
    routes,
    securitySchemes: { Bearer: schemes.Bearer, Basic: schemes.Basic },
  }

  it('among the handlers is named', () => {
    expect(() => createFetchHandler(api, {}, {})).toThrow(new TypeError('handlers lacks a'))
  })

  it('among the functions of security is named', () => {
    const security = { Bearer: () => true } as Record<'Bearer' | 'Basic', () => boolean>
    const handlers: Record<string, () => { status: number }> = { a: () => ({ status: 200 }) }
    expect(() => createFetchHandler(api, handlers, { security })).toThrow(
      new TypeError('security lacks Basic'),
    )
  })
})
