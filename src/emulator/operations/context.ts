import type { Settings } from '../options.js'
import type { State } from '../state.js'

/** What the operations work with. */
export interface Context {
  readonly state: State
  readonly settings: Settings
  /** The time. */
  readonly now: () => Date
  /** Makes an id that was not there before. */
  readonly newId: () => string
  /** Scheme, address and port of the emulator. */
  readonly origin: () => string
}
