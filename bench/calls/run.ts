/* oxlint-disable no-await-in-loop -- one call comes after the other */
/** What a call costs beside the network: creates against a stub that answers at once, in rounds that take turns. See ../README.md. */
import { deepEqual } from 'node:assert/strict'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { temporaryFolder } from '../temporary.js'
import { type Contestant, contestants, type Stub } from './contestants.js'
import { agent } from './exchange.js'

const ROUNDS = 4001
const CALLS = 5
const WARM_UP = 800

const text = JSON.stringify(agent)
const headers = { 'content-type': 'application/json', 'content-length': String(text.length) }
const stub: Stub = () => Promise.resolve(new Response(text, { status: 200, headers }))

/** What a contestant sends. The answer has to come out of it whole. */
async function sentBy(contestant: Contestant): Promise<unknown> {
  const sent: unknown[] = []
  const data = await contestant(async (request) => {
    const { method, url } = request
    sent.push({ method, url, headers: [...request.headers], body: await request.clone().json() })
    return stub(request)
  })()
  deepEqual(data, agent)
  return sent
}

/**
 * The contestants, bundled, each in a copy of its own: the loader that runs the benchmark adds code to each function, and what the
 * engine learns of one contestant must say nothing of another.
 */
async function compiled(): Promise<Map<string, () => PromiseLike<unknown>>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('contestants.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const folder = temporaryFolder(new Map([['contestants.mjs', outputFiles[0]!.text]])) // There is one for the entry.
  const url = pathToFileURL(join(folder, 'contestants.mjs')).href
  const calls = new Map<string, () => PromiseLike<unknown>>()
  for (const [copy, name] of Object.keys(contestants).entries()) {
    const module = (await import(`${url}?${copy}`)) as typeof import('./contestants.js') // It is compiled from it.
    calls.set(name, module.contestants[name]!(stub)) // It has the same names.
  }
  return calls
}

async function timed(call: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now()
  for (let count = 0; count < CALLS; count += 1) await call()
  return ((performance.now() - start) / CALLS) * 1000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]! // There is at least one.
}

const [first = '', ...others] = Object.keys(contestants)
const wanted = await sentBy(contestants[first]!) // It is one of the names.
for (const name of others) deepEqual(await sentBy(contestants[name]!), wanted, `${name} sends something else`) // As above.

const calls = [...(await compiled())]
const rounds: Record<string, number>[] = []
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  const times: Record<string, number> = {}
  // Each takes each place in turn, so that nobody always pays for the garbage of the same other.
  const begin = round % calls.length
  for (const [name, call] of [...calls.slice(begin), ...calls.slice(0, begin)])
    times[name] = await timed(call)
  if (round >= WARM_UP) rounds.push(times)
}

console.log('µs per call | ÷ openapi-fetch | contestant')
for (const name of [first, ...others]) {
  const own = median(rounds.map((times) => times[name]!)) // Each round has all of them.
  const ratio = median(rounds.map((times) => times[name]! / times[first]!)) // As above.
  console.log(`${own.toFixed(1).padStart(11)} | ${ratio.toFixed(2).padStart(15)} | ${name}`)
}
