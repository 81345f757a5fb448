import type { CheckResult } from '../check.js'
import type { Diagnostic } from '../diagnostics.js'
import type { GenerateResult } from '../generate.js'
import type { ProgressListener } from '../stages.js'

/** Shows what a command does and what came of it. */
export interface Reporter {
  readonly progress: ProgressListener
  readonly generated: (result: GenerateResult) => void
  readonly checked: (result: CheckResult) => void
  /** The input is bad, and nothing was changed. */
  readonly failed: (diagnostics: readonly Diagnostic[]) => void
  /** The next run waits for a change. */
  readonly watching: () => void
  /** The toolkit has a bug. */
  readonly crashed: (error: unknown) => void
}

/** A stream to write text to; `isTTY` if it is a terminal. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean }

/** Where a reporter writes. */
export interface Output {
  readonly stdout: TextStream
  readonly stderr: TextStream
}
