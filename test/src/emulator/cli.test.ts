import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Child, runChild } from './child.js'

const file = 'src/emulator/cli.ts'
const seedRequest = readFileSync(
  new URL('../../fixtures/seed/create-agent.request.json', import.meta.url),
  'utf8',
)

/** The base URL of the first line. */
async function baseUrl({ nextLine }: Child): Promise<string> {
  const line = await nextLine()
  const [, url] = /^Pipecat Cloud emulator: (http:\/\/127\.0\.0\.1:\d+\/v1) and \1\/public$/.exec(line) ?? []
  if (url === undefined) throw new Error(`not the first line: ${line}`)
  return url
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // What listens on a port has an address of this type.
  server.close()
  return port
}

describe('the command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves, logs without keys, and ends at %s', async (signal) => {
    const child = runChild(file)
    const url = await baseUrl(child)
    const headers = { Authorization: 'Bearer secret-key', 'Content-Type': 'application/json' }
    const response = await fetch(`${url}/agents`, { method: 'POST', headers, body: seedRequest })
    expect(response.status).toBe(200)
    await fetch(`${url}/agents/voice-starter?key=secret-key`)
    expect([await child.nextLine(), await child.nextLine()]).toEqual([
      'POST /v1/agents 200',
      'GET /v1/agents/voice-starter 401',
    ])
    const begin = performance.now()
    child.process.kill(signal)
    expect(await child.ended).toBe(0)
    expect(performance.now() - begin).toBeLessThan(3000)
    expect(child.errors()).toBe('')
  })

  it('listens on the port that is asked for', async () => {
    const port = await freePort()
    const child = runChild(file, '--port', String(port))
    expect(await baseUrl(child)).toBe(`http://127.0.0.1:${port}/v1`)
  })

  it('goes on when nobody reads its log any more', async () => {
    const child = runChild(file)
    const url = await baseUrl(child)
    child.process.stdout?.destroy()
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${url}/agents/a`)))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect((await fetch(`${url}/agents/a`)).status).toBe(401)
  })

  it('goes on with the state that it has saved at its end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-cli-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const flags = ['--state', join(folder, 'state.json'), '--ready-after', '0', '--region', 'us-west']
    const headers = { Authorization: 'Bearer secret-key', 'Content-Type': 'application/json' }
    const first = runChild(file, ...flags)
    await fetch(`${await baseUrl(first)}/agents`, { method: 'POST', headers, body: seedRequest })
    first.process.kill('SIGTERM')
    expect([await first.ended, first.errors()]).toEqual([0, ''])
    const second = runChild(file, ...flags)
    const agent = await fetch(`${await baseUrl(second)}/agents/voice-starter`, { headers })
    expect(await agent.json()).toMatchObject({ name: 'voice-starter', ready: true })
    second.process.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('has the faults that it is asked for, and tells of them', async () => {
    const child = runChild(file, '--fault', '{"kind":"status","status":503,"nth":1}')
    const url = await baseUrl(child)
    expect((await fetch(`${url}/regions?key=secret-key`)).status).toBe(503)
    expect((await fetch(`${url}/regions`)).status).toBe(401)
    expect([await child.nextLine(), await child.nextLine()]).toEqual([
      'fault status before GET /v1/regions',
      'GET /v1/regions 401',
    ])
  })

  it('says in one line that the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // What listens on a port has an address of this type.
    const child = runChild(file, '--port', String(port))
    expect(await child.ended).toBe(2)
    expect(child.errors()).toBe(
      `pipecat-cloud-emulator: Cannot listen on port ${port} of 127.0.0.1: another program uses it; choose another, or 0 for any that is free\n`,
    )
  })

  it('says in one line what is wrong with a flag', async () => {
    const child = runChild(file, '--port', 'http')
    expect(await child.ended).toBe(2)
    expect(child.errors()).toBe(
      'pipecat-cloud-emulator: --port must be a whole number from 0 to 65535, but is "http"\n',
    )
  })

  it('prints its help', async () => {
    const child = runChild(file, '--help')
    expect(await child.nextLine()).toBe('Usage: pipecat-cloud-emulator [flags]')
    expect(await child.ended).toBe(0)
  })
})
