import { API_PATH, PUBLIC_PATH } from './api-path.js'
import { createAnswer } from './answer.js'
import { listen } from './listen.js'
import { type EmulatorOptions, settle } from './options.js'
import { createState, type EmulatorState } from './state.js'
import { createUuidSource } from './uuid-source.js'

/** A local Pipecat Cloud that runs. */
export interface Emulator extends AsyncDisposable {
  /** Base URL of the operations for private keys: `http://127.0.0.1:8080/v1`. */
  readonly url: string
  /** Base URL of the operations for public keys: `http://127.0.0.1:8080/v1/public`. None is emulated yet; requests get status 501. */
  readonly publicUrl: string
  /** What the emulator knows, such as the agents that were created. */
  readonly state: EmulatorState
  /** Ends the emulator at once, and with it every connection and every request that is under way. To call it again does nothing. */
  close(): Promise<void>
}

/**
 * Starts a local Pipecat Cloud, in memory and on a loopback address. It is there until it is closed; it sets no timers.
 *
 * Its answers are checked against the OpenAPI document before they are sent. An agent becomes ready by the clock: after a quarter
 * of `readyAfter` its deployment is `Creating`, after half of it `Validating`, and after all of it `Active`.
 * @throws TypeError if an option has a value that it cannot have.
 * @throws Error if the port is in use or cannot be opened.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settle(options)
  const state = createState(settings)
  const { now, readyAfter, namespace, seed } = settings
  const context = { state, now, readyAfter, namespace, newId: createUuidSource(seed) }
  const { origin, close } = await listen(createAnswer(context, settings), settings)
  return {
    url: origin + API_PATH,
    publicUrl: origin + PUBLIC_PATH,
    state,
    close,
    [Symbol.asyncDispose]: close,
  }
}
