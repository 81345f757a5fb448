import type { BenchCase } from '../cases/case.js'

/** How a library tells its issues: read as a program would read them, each with its place and message. */
export interface Reporter<E = unknown> {
  readonly errorsOf: (value: unknown) => readonly E[]
  /** The place in the value. */
  readonly place: (error: E) => string
  readonly message: (error: E) => string
}

/** A schema, compiled by one library. What a library does not have is absent. */
export interface Compiled {
  readonly is: (value: unknown) => boolean
  readonly reporter?: Reporter
  /** Throws unless the value is valid. Default: made of `is`. */
  readonly assert?: (value: unknown) => void
  /** The value; throws unless it is valid. Default: made of `is`. */
  readonly parse?: (value: unknown) => unknown
}

/** A library, or ours, or a check written by hand. */
export interface Contestant {
  readonly name: string
  /** @throws if the library cannot express the schema. */
  readonly compile: (benchCase: BenchCase) => Promise<Compiled> | Compiled
}

/** Fixes what `E` is, so that a reporter's parts agree, and hides it. */
export function reporter<E>(parts: Reporter<E>): Reporter {
  // Errors reach `place` and `message` from `errorsOf` of the same reporter alone.
  return parts as Reporter
}
