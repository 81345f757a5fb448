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
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Sends the request to create an agent. */
export function create(emulator: Emulator, request: unknown): Promise<Answer> {
  return send(emulator, 'POST', '/agents', { body: JSON.stringify(request) })
}

/** Sends the request to read an agent. */
export function get(emulator: Emulator, name: string): Promise<Answer> {
  return send(emulator, 'GET', `/agents/${name}`)
}

/** The smallest request that is valid. */
export const minimal = { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' }
