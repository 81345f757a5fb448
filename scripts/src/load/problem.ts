import type { Diagnostic } from '../diagnostics.js'
import type { Place } from './place.js'

/** What was found, in one sentence without a full stop, and what to do about it. */
export interface Finding {
  readonly message: string
  readonly hint: string
}

/** Why something could not be read. A finding without a place of its own stands where the thing is named. */
export interface Failure {
  readonly findings: readonly (Finding & { readonly place?: Place })[]
}

/** Whether a step failed. */
export function isFailure(result: object): result is Failure {
  return 'findings' in result
}

/** Makes a {@link Failure} of one finding. */
export function failure(message: string, hint: string, place?: Place): Failure {
  return { findings: [{ message, hint, ...(place && { place }) }] }
}

/** The diagnostics of a failure. `place` is where the thing that failed is named. */
export function failureDiagnostics({ findings }: Failure, place: Place): Diagnostic[] {
  return findings.map((finding) => diagnostic('error', finding.place ?? place, finding))
}

/** Makes a diagnostic of a finding and its place. */
export function diagnostic(severity: Diagnostic['severity'], place: Place, finding: Finding): Diagnostic {
  return { severity, ...place, message: finding.message, hint: finding.hint }
}

/** Each problem once, by file, line, column and pointer. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(
    diagnostics.map((each) => [JSON.stringify([each.file, each.pointer, each.message]), each]),
  )
  return [...unique.values()].toSorted(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.pointer, b.pointer) ||
      compare(a.message, b.message),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
