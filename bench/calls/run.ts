/* oxlint-disable no-await-in-loop -- one call comes after the other */
/** What a call costs beside the network: creates against a stub that answers at once, in rounds that take turns. See ../README.md. */
import createFetchClient from 'openapi-fetch'
import { createAgent, createClient } from '../../generated/client/index.js'
import type { paths } from '../../generated/types/openapi.js'
import { PipecatCloud, type ValidationMode } from '../../src/index.js'
import { agent, request } from './exchange.js'

const ROUNDS = 301
const CALLS = 100
const WARM_UP = 60
const URL = 'http://localhost/v1'
const KEY = 'sk_0123456789abcdef0123456789abcdef'

const text = JSON.stringify(agent)
const headers = { 'content-type': 'application/json', 'content-length': String(text.length) }
const stub: (request: Request) => Promise<Response> = () =>
  Promise.resolve(new Response(text, { status: 200, headers }))
const authorization = `Bearer ${KEY}`

function facade(mode: ValidationMode): () => Promise<unknown> {
  const pipecat = new PipecatCloud({
    apiKey: KEY,
    baseUrl: URL,
    fetch: stub,
    validate: { requests: mode, responses: mode },
  })
  return () => pipecat.agents.create(request).then((it) => it)
}

const peer = createFetchClient<paths>({ baseUrl: URL, fetch: stub, headers: { authorization } })
const generated = createClient({ baseUrl: URL, fetch: stub, headers: { authorization } })

const contestants: Readonly<Record<string, () => Promise<unknown>>> = {
  'openapi-fetch': () => peer.POST('/agents', { body: request }),
  'fetch by hand': async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization } }
    return (await stub(new Request(`${URL}/agents`, { ...init, body: JSON.stringify(request) }))).json()
  },
  'generated client': () => createAgent(generated, { body: request }),
  'facade, not validated': facade('off'),
  'facade, request and response validated': facade('throw'),
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let count = 0; count < CALLS; count += 1) await call()
  return ((performance.now() - start) / CALLS) * 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]! // There is at least one.
}

const rounds: Record<string, number>[] = []
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  const times: Record<string, number> = {}
  for (const [name, call] of Object.entries(contestants)) times[name] = await timed(call)
  if (round >= WARM_UP) rounds.push(times)
}

console.log('µs per call | ÷ openapi-fetch | contestant')
for (const name of Object.keys(contestants)) {
  const own = median(rounds.map((times) => times[name]!)) // Each round has all of them.
  const ratio = median(rounds.map((times) => times[name]! / times['openapi-fetch']!)) // As above.
  console.log(`${own.toFixed(1).padStart(11)} | ${ratio.toFixed(2).padStart(15)} | ${name}`)
}
