/** A problem found in the input: where it is, what was found, and what to do about it. */
export interface Diagnostic {
  /** `error` stops the run, `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** JSON Pointer (RFC 6901) from the root of the document, `''` for the document itself. */
  readonly pointer: string
  /**
   * The file the problem is in, relative to the working directory, or the URI of a remote schema; absent when the document was given
   * as an object.
   */
  readonly file?: string
  /** 1-based line in `file`. */
  readonly line?: number
  /** 1-based column in `file`. */
  readonly column?: number
  /** What was found, in one sentence without a full stop. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
}

/** Takes one problem; a stage calls it for each and goes on, so that a run reports all of them at once. */
export type Report = (diagnostic: Diagnostic) => void

/** Bad input. `diagnostics` holds every problem that was found, errors and warnings. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'))
    this.diagnostics = diagnostics
  }
}

/** Where a problem is, as `file:line:column  #pointer`; empty for the whole of a document that has no file. */
export function placeOf({ file, line, column, pointer }: Diagnostic): string {
  const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return [place, pointer === '' ? '' : `#${pointer}`].filter(Boolean).join('  ')
}

/** One problem as text: its place, then the finding, then the hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, hint } = diagnostic
  const lines = [placeOf(diagnostic), `  ${severity}: ${message}`, hint === undefined ? '' : `  ${hint}`]
  return lines.filter((line) => line !== '').join('\n')
}

/** Runs a stage and fails with all of its problems if one of them is an error. */
export function collect<T>(stage: (report: Report) => T): { value: T; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const value = stage((diagnostic) => diagnostics.push(diagnostic))
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new GeneratorError(diagnostics)
  return { value, diagnostics }
}
