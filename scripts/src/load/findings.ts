import type { Finding } from './problem.js'

/** Takes a finding and the way to where it was found, from the root of the bundle. */
export interface Findings {
  readonly error: (tokens: readonly string[], finding: Finding) => void
  readonly warning: (tokens: readonly string[], finding: Finding) => void
}
