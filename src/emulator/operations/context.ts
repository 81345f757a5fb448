import type { State } from '../state.js'

/** What the operations work with. */
export interface Context {
  readonly state: State
  /** The time. */
  readonly now: () => Date
  /** Milliseconds from the creation of an agent until it is ready. */
  readonly readyAfter: number
  /** Name of the organization. */
  readonly namespace: string
  /** Makes an id that was not there before. */
  readonly newId: () => string
}
