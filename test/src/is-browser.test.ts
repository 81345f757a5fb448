import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConfigurationError, PipecatCloud, type PipecatCloudOptions } from '../../src/index.js'
import { isBrowser } from '../../src/is-browser.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

/** Makes the globals those of another place to run, in which there is no process of Node unless it says so. */
function inPlace(globals: Readonly<Record<string, unknown>>): void {
  for (const name of ['process', 'document', 'WorkerGlobalScope', 'Deno', 'navigator']) {
    vi.stubGlobal(name, globals[name])
  }
}

const node = { versions: { node: '20.19.0' }, env: {} }
const places: readonly [string, Readonly<Record<string, unknown>>, boolean][] = [
  ['a page', { document: {}, navigator: { userAgent: 'Mozilla/5.0' } }, true],
  ['a page with a process of its bundler', { document: {}, process: { env: {} } }, true],
  ['a page without a navigator', { document: {} }, true],
  ['a worker of a browser', { WorkerGlobalScope: Object, navigator: { userAgent: 'Mozilla/5.0' } }, true],
  ['Node', { process: node }, false],
  ['Node with a document, as tests of components have it', { process: node, document: {} }, false],
  [
    'Bun',
    { process: { versions: { node: '24.0.0', bun: '1.3.0' } }, navigator: { userAgent: 'Bun/1.3.0' } },
    false,
  ],
  ['Deno', { Deno: {}, WorkerGlobalScope: Object, document: {} }, false],
  [
    'Cloudflare Workers',
    { WorkerGlobalScope: Object, navigator: { userAgent: 'Cloudflare-Workers' } },
    false,
  ],
  ['an edge without anything', {}, false],
]

describe('a browser', () => {
  test.each(places)('is or is not %s', (_, globals, want) => {
    inPlace(globals)
    expect(isBrowser()).toBe(want)
  })

  const refused = 'A private API key must not be given to a browser'
  test('is not given a private key, at construction or later', async () => {
    inPlace({ document: {} })
    expect(() => new PipecatCloud({ apiKey: 'private' })).toThrow(ConfigurationError)
    expect(() => new PipecatCloud({ apiKey: 'private', publicApiKey: 'public' })).toThrow(refused)
    expect(() => new PipecatCloud({ apiKey: 'private', allowPrivateKeyInBrowser: false })).toThrow(refused)
    const fetch = vi.fn<NonNullable<PipecatCloudOptions['fetch']>>()
    const pipecat = new PipecatCloud({ publicApiKey: 'public', fetch })
    await expect(pipecat.agents.get('a', { apiKey: 'private' })).rejects.toThrow(refused)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('is given a private key where the caller allows it, a public one anyway', async () => {
    inPlace({ document: {} })
    const sent: unknown[] = []
    const fetch = ({ headers }: Request) => {
      sent.push(headers.get('authorization'))
      return Promise.resolve(Response.json({}))
    }
    const common = { fetch, validate: { responses: 'off' } } as const
    const allowed = new PipecatCloud({ apiKey: 'private', allowPrivateKeyInBrowser: true, ...common })
    await allowed.agents.get('a')
    await allowed.agents.get('a', { apiKey: 'another' })
    await new PipecatCloud({ publicApiKey: 'public', ...common }).sessions.start('a')
    expect(sent).toEqual(['Bearer private', 'Bearer another', 'Bearer public'])
  })
})
