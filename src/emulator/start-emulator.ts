import { API_PATH, PUBLIC_PATH } from './api-path.js'
import { createAnswer } from './answer.js'
import { type Clock, createClock } from './clock.js'
import { whenOf } from './faults/fault.js'
import { createFaultPlan, type FaultPlan, type Faults } from './faults/fault-plan.js'
import { listen, type Troubles } from './listen.js'
import { createOperationFinder, type OperationFinder } from './operation-at.js'
import type { Settings, EmulatorOptions } from './options.js'
import { settle } from './settle.js'
import { createState, type EmulatorState } from './state.js'
import { createUuidSource } from './uuid-source.js'

/** A local Pipecat Cloud that runs. */
export interface Emulator extends AsyncDisposable {
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
  /** Ends the emulator at once, and with it every connection and every request that is under way. To call it again does nothing. */
  close(): Promise<void>
}

/**
 * Starts a local Pipecat Cloud, in memory and on a loopback address. It is there until it is closed; it sets no timers.
 *
 * Its answers are checked against the OpenAPI document before they are sent. What takes time follows from the clock: after a quarter
 * of `readyAfter` a deployment is `Creating`, after half of it `Validating`, and after all of it `Active`, or `Failed`.
 * @throws TypeError if an option has a value that it cannot have.
 * @throws Error if the port is in use or cannot be opened.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settle(options)
  const state = createState(settings)
  const clock = createClock(settings.now)
  if (settings.clock === 'manual') clock.stop()
  const operationAt = createOperationFinder()
  const plan = createFaultPlan(settings.seed)
  let origin = ''
  const newId = createUuidSource(settings.seed, state.ids)
  const context = { state, settings, now: clock.now, newId, origin: () => origin }
  const answer = createAnswer(context, operationAt)
  const listener = await listen(answer, troublesOf(plan, operationAt, settings), settings)
  origin = listener.origin
  return {
    url: origin + API_PATH,
    publicUrl: origin + PUBLIC_PATH,
    state,
    clock,
    faults: faultsOf(plan, listener.closeIdleConnections),
    goOffline: listener.pause,
    goOnline: listener.resume,
    close: listener.close,
    [Symbol.asyncDispose]: listener.close,
  }
}

/** What the plan has for requests and connections, told to who wants to know. */
function troublesOf(plan: FaultPlan, operationAt: OperationFinder, { onFault }: Settings): Troubles {
  return {
    ofRequest: ({ method = 'GET', url = '/' }) => {
      const [path = '/'] = url.split('?')
      const operation = operationAt(method, path)
      const fault = plan.strikeCall({ method, path, operation })
      if (fault) {
        onFault({ kind: fault.kind, when: whenOf(fault), method, path, ...(operation && { operation }) })
      }
      return fault
    },
    ofConnection: () => {
      const fault = plan.strikeConnection()
      if (fault) onFault({ kind: fault.kind })
      return fault !== undefined
    },
  }
}

/** Connections that are kept alive would get past a refusal. */
function faultsOf({ add, clear }: FaultPlan, closeIdleConnections: () => void): Faults {
  return {
    add: (fault) => {
      const added = add(fault)
      if (fault.kind === 'refuse') closeIdleConnections()
      return added
    },
    clear,
  }
}
