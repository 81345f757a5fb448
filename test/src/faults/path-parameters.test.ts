import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PipecatCloud } from '../../../src/index.js'
import { HERE, type Method, methods } from './path-methods.js'
import { KEYS } from './world.js'

/** What no segment of a URL can hold, or what would lead elsewhere. */
const impossible = ['', '.', '..', '../..', '..\\a', 'a/..', './a', '\uD800', 'a\uDC00b']

const values: readonly string[] = [
  ...impossible,
  'plain-1',
  '7b0d9a52-6f0e-4f43-9d51-6a3c3e7d1d12',
  '...',
  '%2e',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%2e%2e%2fa',
  'a/b',
  '/a',
  'a/',
  'a//b',
  '//host/a',
  'http://host/a',
  '\\',
  '\\\\host\\a',
  'a\\b',
  '%2f',
  '%5c',
  '%00',
  '%',
  '?x',
  '#y',
  'a?b=c#d',
  ';a=b',
  'a:b@c',
  'a b',
  ' ',
  '+',
  '&',
  '\u0000',
  '\r\nx-case: y',
  '\t',
  '\u007F',
  'é',
  'e\u0301',
  '漢字',
  '\u{1F916}',
  '\u202E',
  '\uFEFF',
  '\u2024\u2024',
  '\uFF0E\uFF0E',
  '\uFF0Fa',
  '{agentName}',
  '__proto__',
  'a'.repeat(5000),
]

let server: Server
let baseUrl: string
/** The request lines that came, exactly as they came, by the header that tells the case. */
const received = new Map<string, string[]>()

beforeAll(async () => {
  server = createServer((socket) => {
    let text = ''
    socket.on('error', () => undefined)
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part
      if (!text.includes('\r\n\r\n')) return
      const [line = '', ...fields] = text.split('\r\n')
      const id = fields.find((field) => field.toLowerCase().startsWith('x-case: '))?.slice(8) ?? ''
      received.set(id, [...(received.get(id) ?? []), line])
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` // A TCP server has an address of this type.
})

afterAll(() => void server.close())

/** What a call came to. */
interface Outcome {
  /** The name of its error, or `answer`. */
  readonly result: string
  /** The request lines that it sent. */
  readonly lines: readonly string[]
}

async function outcome(
  { call }: Method,
  value: string,
  requests: 'throw' | 'off',
  id: string,
): Promise<Outcome> {
  const pipecat = new PipecatCloud({
    ...KEYS,
    baseUrl,
    retries: 0,
    validate: { requests, responses: 'off' },
    headers: { 'x-case': id },
  })
  const result = await Promise.resolve(call(pipecat, value)).then(
    () => 'answer',
    (error: Error) => error.name,
  )
  return { result, lines: received.get(id) ?? [] }
}

/** The segments of a request's path, each decoded once, as a server has them. */
function segmentsOf(line: string): readonly string[] {
  // Nothing but what a URL may hold, and no query but that of the method.
  const [, path = ''] =
    /^[A-Z]+ ([!-~]+?)(?:\?limit=\d+|\?order=asc&limit=\d+|\?limit=\d+&order=asc)? HTTP\/1\.1$/.exec(line) ??
    []
  // It is the path also after somebody on the way has resolved its dots.
  expect(new URL(path, 'http://host').pathname).toBe(path)
  return path.slice(1).split('/').map(decodeURIComponent)
}

function wanted({ path, isPath = false }: Method, value: string): readonly string[] {
  const names = isPath ? value.split('/') : [value]
  const all = path.flatMap((part) => (part === HERE ? names : [part]))
  // A path may begin with a slash.
  return isPath && path.at(-1) === HERE && names[0] === '' ? all.filter((name) => name !== '') : all
}

const REFUSALS: ReadonlySet<string> = new Set(['RequestValidationError', 'ConfigurationError'])

/** Checks what a call has sent, and tells whether it has sent anything. */
function expectExact(method: Method, value: string, { result, lines }: Outcome): boolean {
  const [line, ...others] = lines
  // A deployment looks for the agent before it asks for it.
  if (REFUSALS.has(result) && method.next === undefined)
    expect({ value, lines }).toEqual({ value, lines: [] })
  else if (!REFUSALS.has(result))
    expect({ value, result }).toEqual({ value, result: expect.stringMatching(/^(?:answer|NotFoundError)$/) })
  if (line === undefined) return false
  expect({ value, segments: segmentsOf(line) }).toEqual({ value, segments: wanted(method, value) })
  expect(others).toEqual(REFUSALS.has(result) || method.next === undefined ? [] : [method.next])
  expect(impossible).not.toContain(value)
  return true
}

describe.each(['throw', 'off'] as const)('with requests checked (%s)', (requests) => {
  test.each(Object.entries(methods))(
    `%s sends the very name that it is given, or nothing: ${values.length} names`,
    async (name, method) => {
      const outcomes = await Promise.all(
        values.map((value, index) => outcome(method, value, requests, `${requests} ${name} ${index}`)),
      )
      const sent = values.filter((value, index) => expectExact(method, value, outcomes[index]!))
      // Where requests are not checked, only what cannot be sent is refused.
      expect(sent.length).toBeGreaterThan(requests === 'off' ? 20 : 0)
    },
  )
})
