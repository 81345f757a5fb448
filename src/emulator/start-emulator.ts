import { API_PATH, PUBLIC_PATH } from './api-path.js'
import { createAnswer } from './answer.js'
import { type Clock, createClock } from './clock.js'
import { type StruckFault, whenOf } from './faults/fault.js'
import { createFaultPlan, type FaultPlan, type Faults } from './faults/fault-plan.js'
import { type Controls, createControls } from './controls.js'
import { listen, type Troubles } from './listen.js'
import { createOperationFinder, type OperationFinder } from './operation-at.js'
import type { Settings, EmulatorOptions } from './options.js'
import { settle } from './settle.js'
import { decodeState, type EmulatorSnapshot, encodeState, type SavedState } from './snapshot.js'
import { saveState } from './state-file.js'
import { createState, type EmulatorState } from './state.js'
import { createUuidSource } from './uuid-source.js'

/** A local Pipecat Cloud that runs. */
export interface Emulator extends Controls, AsyncDisposable {
  /** Base URL of the operations for private keys: `http://127.0.0.1:8080/v1`. */
  readonly url: string
  /** Base URL of the operations for public keys: `http://127.0.0.1:8080/v1/public`. */
  readonly publicUrl: string
  /** What the emulator knows, such as the agents that were created. */
  readonly state: EmulatorState
  /** The time that it goes by, to be moved on by tests. */
  readonly clock: Clock
  /** What goes wrong with requests: nothing, until a test adds something. */
  readonly faults: Faults
  /** Stops listening, and ends every connection: what then connects is refused. The state stays. */
  readonly goOffline: () => Promise<void>
  /** Listens again, at the same port. */
  readonly goOnline: () => Promise<void>
  /** The state as JSON, a copy. To go on with it later, or in another emulator, give it as the option `state`. */
  readonly snapshot: () => EmulatorSnapshot
  /**
   * Writes the state to a JSON file, which `loadState` reads.
   * @throws Error if it cannot be written.
   */
  readonly save: (file: string) => Promise<void>
  /** Ends the emulator at once, and with it every connection and every request that is under way. To call it again does nothing. */
  close(): Promise<void>
}

/**
 * Starts a local Pipecat Cloud, in memory and on a loopback address. It is there until it is closed; it sets no timers.
 *
 * Its answers are checked against the OpenAPI document before they are sent. What takes time follows from the clock: after a quarter
 * of `readyAfter` a deployment is `Creating`, after half of it `Validating`, and after all of it `Active`, or `Failed`.
 * @throws StateError if a saved state cannot be loaded.
 * @throws TypeError if an option has a value that it cannot have.
 * @throws Error if the port is in use or cannot be opened.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const saved = options.state === undefined ? undefined : decodeState(options.state)
  const settings = settle({ ...options, seed: options.seed ?? saved?.seed })
  const { seed } = settings
  const state = saved?.state ?? createState(settings)
  const clock = startClock(settings, saved)
  const operationAt = createOperationFinder()
  const plan = createFaultPlan(seed)
  let origin = ''
  const newId = createUuidSource(seed, state.ids)
  const context = { state, settings, now: clock.now, newId, origin: () => origin }
  const troubles = troublesOf(plan, operationAt, settings)
  const listener = await listen(createAnswer(context, operationAt), troubles, settings)
  origin = listener.origin
  const snapshot = () => encodeState({ state, savedAt: clock.now(), seed })
  return {
    url: origin + API_PATH,
    publicUrl: origin + PUBLIC_PATH,
    state,
    clock,
    snapshot,
    save: (file) => saveState(file, snapshot()),
    faults: {
      add: plan.add,
      clear: plan.clear,
    },
    ...createControls(context),
    goOffline: listener.pause,
    goOnline: listener.resume,
    close: listener.close,
    [Symbol.asyncDispose]: listener.close,
  }
}

/** A clock that tests move goes on from when the state was saved; one that goes by itself does not go back behind that. */
function startClock({ now, clock: kind }: Settings, saved: SavedState | undefined): Clock {
  const isBehind = saved !== undefined && (kind === 'manual' || now() < saved.savedAt)
  return createClock(now, { start: isBehind ? saved.savedAt : undefined, isStopped: kind === 'manual' })
}

/** What the plan has for requests and connections, told to who wants to know. */
function troublesOf(plan: FaultPlan, operationAt: OperationFinder, { onFault, onError }: Settings): Troubles {
  const tell = (fault: StruckFault): void => {
    try {
      onFault(fault)
    } catch (error) {
      onError(error)
    }
  }
  return {
    ofRequest: ({ method = 'GET', url = '/' }) => {
      const [path = '/'] = url.split('?')
      const operation = operationAt(method, path)
      const fault = plan.strikeCall({ method, path, operation })
      if (fault) {
        tell({ kind: fault.kind, when: whenOf(fault), method, path, ...(operation && { operation }) })
      }
      return fault
    },
    ofConnection: () => {
      const fault = plan.strikeConnection()
      if (fault) tell({ kind: fault.kind })
      return fault !== undefined
    },
  }
}
