import { inspect } from 'node:util'
import { checkText } from './check-text.js'
import { generateText } from './generate-text.js'
import { paintFor } from './paint.js'
import { printable } from './printable.js'
import { problemsText } from './problems.js'
import { progressLines } from './progress.js'
import type { Output, Reporter } from './reporter.js'

/** For people: what was done goes to the standard output, unless `quiet`; problems go to the standard error. */
export function textReporter(
  { stdout, stderr }: Output,
  { quiet, debug }: { readonly quiet: boolean; readonly debug: boolean },
): Reporter {
  const paint = paintFor(stdout)
  const alarm = paintFor(stderr)
  const progress = progressLines(stdout)
  const say = (lines: readonly string[]): void => {
    if (!quiet) stdout.write(`${lines.join('\n')}\n`)
  }
  const warn: Reporter['failed'] = (diagnostics) => {
    if (!quiet) progress.stop()
    if (diagnostics.length > 0) stderr.write(problemsText(diagnostics, alarm))
  }
  return {
    progress: quiet ? () => undefined : progress.listener,
    generated: (result) => {
      warn(result.diagnostics)
      say(generateText(result, paint))
    },
    checked: (result) => {
      warn(result.diagnostics)
      say(checkText(result, paint))
    },
    failed: warn,
    watching: () => say(['watching for changes; Ctrl+C ends']),
    crashed: (error) => {
      if (!quiet) progress.stop()
      if (debug) stderr.write(`${inspect(error)}\n`)
      const reason = printable(error instanceof Error ? error.message : String(error))
      const hint =
        'This is a bug of openapi-strata: please report it with the document. DEBUG=strata shows where.'
      stderr.write(`${alarm('red', 'strata failed unexpectedly:')} ${reason}. ${hint}\n`)
    },
  }
}
