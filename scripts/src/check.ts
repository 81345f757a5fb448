import type { Diagnostic } from './diagnostics.js'
import { prepare } from './generate.js'
import type { CheckOptions } from './options.js'
import { startStages, type Timings } from './stages.js'
import { type Drift, drift } from './write/index.js'

/** Whether the output folder is what would be generated. */
export interface CheckResult {
  readonly upToDate: boolean
  /** Each file by which the folder differs, in the order of their paths. */
  readonly drift: readonly Drift[]
  /** The output folder as a reader knows it: from the working directory, with `/`. */
  readonly out: string
  /** Warnings of the document. */
  readonly diagnostics: readonly Diagnostic[]
  readonly timings: Timings
}

/**
 * Compares the output folder with what the document would generate. Nothing is changed.
 * @throws GeneratorError if the document, an option or the output folder is not usable; it holds every problem.
 */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const stages = startStages(options.onProgress)
  const { plan, diagnostics } = await prepare(options, stages)
  const differences = drift(plan)
  return {
    upToDate: differences.length === 0,
    drift: differences,
    out: plan.folder.shown,
    diagnostics,
    timings: stages.timings(),
  }
}
