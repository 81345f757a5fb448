import { onTestFinished } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/index.js'
import { PipecatCloud, type PipecatCloudOptions } from '../../src/index.js'

/** A client of an emulator. */
export interface Emulated {
  readonly emulator: Emulator
  readonly pipecat: PipecatCloud
  /** The requests that were answered: `POST /v1/agents 200`. */
  readonly answered: readonly string[]
}

/** Starts an emulator in which everything goes quickly, and makes a client for it that checks requests and responses. */
export async function emulated(
  options: EmulatorOptions = {},
  client: PipecatCloudOptions = {},
): Promise<Emulated> {
  const answered: string[] = []
  const emulator = await startEmulator({
    tokens: { private: ['private-key'], public: ['public-key'] },
    readyAfter: 40,
    provisionAfter: 40,
    buildAfter: 40,
    coldStartAfter: 0,
    warmStartAfter: 0,
    onRequest: ({ method, path, status }) => answered.push(`${method} ${path} ${status}`),
    ...options,
  })
  onTestFinished(() => emulator.close())
  const pipecat = new PipecatCloud({
    apiKey: 'private-key',
    publicApiKey: 'public-key',
    baseUrl: emulator.url,
    validate: { requests: 'throw', responses: 'throw' },
    ...client,
  })
  return { emulator, pipecat, answered }
}
