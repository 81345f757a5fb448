import { onTestFinished } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../src/emulator/index.js'

/** Starts an emulator that is closed when the test is over. */
export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.close())
  return emulator
}

/** A response that was read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Sends a request below `/v1` with a key, and reads the JSON of the response. */
export async function send(
  { url }: Emulator,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = { Authorization: 'Bearer some-key', 'Content-Type': 'application/json', ...init.headers }
  const response = await fetch(url + path, { ...init, method, headers })
  return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text)
}

/** Sends a request with a body of JSON. */
export function sendJson(emulator: Emulator, method: string, path: string, body: unknown): Promise<Answer> {
  return send(emulator, method, path, { body: JSON.stringify(body) })
}

/** Sends the request to create an agent. */
export function create(emulator: Emulator, request: unknown): Promise<Answer> {
  return sendJson(emulator, 'POST', '/agents', request)
}

/** Sends the request to change an agent. */
export function update(emulator: Emulator, name: string, request: unknown): Promise<Answer> {
  return sendJson(emulator, 'POST', `/agents/${name}`, request)
}

/** Sends the request to read an agent. */
export function get(emulator: Emulator, name: string): Promise<Answer> {
  return send(emulator, 'GET', `/agents/${name}`)
}

/** Sends the request to start a session. */
export function startSession(emulator: Emulator, name: string, request: unknown = {}): Promise<Answer> {
  return sendJson(emulator, 'POST', `/public/${name}/start`, request)
}

/** The smallest request that is valid. */
export const minimal = { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' }

/** An emulator whose clock stands still, with an agent that is ready. */
export async function startReady(options: EmulatorOptions = {}, request: object = {}): Promise<Emulator> {
  const emulator = await start({ clock: 'manual', seed: 'test', ...options })
  const { status } = await create(emulator, { ...minimal, ...request })
  if (status !== 200) throw new Error(`The agent was not created, but refused with ${status}`)
  emulator.clock.advance(1000)
  return emulator
}

/** Starts a session of the agent, and gives its id. */
export async function begin(emulator: Emulator, request: object = {}): Promise<string> {
  const { status, body } = await startSession(emulator, minimal.serviceName, request)
  const { sessionId } = Object(body) as { sessionId?: unknown }
  if (typeof sessionId !== 'string')
    throw new Error(`The session was not started, but refused with ${status}`)
  return sessionId
}
