import { DecodeError, type DecodeIssue } from './decode.js'
import { snapshot as decode } from './snapshot-form.js'
import type { State } from './state.js'

/** The state of an emulator as JSON. What its other members are is the affair of the version. */
export interface EmulatorSnapshot {
  /** Version of the form. */
  readonly version: 1
  /** When it was saved, by the clock of the emulator. */
  readonly savedAt: string
  readonly [member: string]: unknown
}

/** A state that was saved. */
export interface SavedState {
  readonly state: State
  readonly savedAt: Date
  readonly seed: string
}

/** Thrown where a saved state cannot be loaded, with everything that is wrong. */
export class StateError extends Error {
  override readonly name = 'StateError'
  /** What is wrong, if the file could be read. */
  readonly issues: readonly DecodeIssue[]

  constructor(message: string, issues: readonly DecodeIssue[] = []) {
    super(message)
    this.issues = issues
  }
}

/** The state of an emulator as JSON, a copy. */
export function encodeState({ state, savedAt, seed }: SavedState): EmulatorSnapshot {
  const { regions, properties, lines, ids } = state
  const snapshot = {
    version: 1,
    savedAt,
    seed,
    idCount: ids.count,
    regions,
    properties,
    secretSets: [...state.secretSets.values()],
    builds: [...state.builds.values()],
    uploads: [...state.uploads.values()],
    agents: [...state.agents.values()],
    sessions: [...state.sessions.values()],
    lines,
  }
  return JSON.parse(JSON.stringify(snapshot)) as EmulatorSnapshot // It was made with the members that the type names.
}

/**
 * The state that was saved.
 * @throws StateError with everything that is wrong.
 */
export function decodeState(value: unknown): SavedState {
  try {
    requireVersion(value)
    const { version: _version, savedAt, seed, idCount, ...state } = decode(value, '')
    return { state: { ...state, ids: { count: idCount } }, savedAt, seed }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    const details = error.message.split('\n').map((line) => `\n  ${line}`)
    throw new StateError(`The saved state cannot be loaded:${details.join('')}`, error.issues)
  }
}

/** What another version has in other places would be a list of errors that says nothing. */
function requireVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'version')) return
  const { version } = value as { readonly version: unknown } // It has just been seen to have the member.
  if (version === 1) return
  const message = `must be 1, the version that this emulator reads, but is ${JSON.stringify(version)}`
  throw new DecodeError([{ pointer: '/version', message }])
}
