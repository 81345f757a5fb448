import { relative } from 'node:path'
import { GeneratorError } from '../diagnostics.js'

/** Names of the formatters, as for `--formatter`. */
export const formatterNames = ['prettier', 'oxfmt', 'none'] as const

/** `prettier`: comes with the toolkit. `oxfmt`: the user's own, many times as fast. `none`: files stay as they are printed. */
export type FormatterName = (typeof formatterNames)[number]

/** Formats one TypeScript file; the settings that hold at `path` (absolute) are used. */
export type Formatter = (path: string, content: string) => Promise<string>

/** Where files are formatted. */
export interface FormatPlace {
  /** The output folder, absolute. */
  readonly folder: string
  /** The working directory, absolute: there, a formatter of the user's own is looked for. */
  readonly cwd: string
}

/** The error for settings of a formatter that it cannot use; `file` (absolute) holds them. */
export function settingsError(file: string, { cwd }: FormatPlace, error: unknown): GeneratorError {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `the formatter cannot use its configuration: ${reason.trim().replaceAll(/\s*\n\s*/g, ' ')}`
  const hint = 'Mend the configuration, or choose another formatter.'
  return new GeneratorError([{ severity: 'error', pointer: '', file: relative(cwd, file), message, hint }])
}

/** The error for printed text that a formatter cannot parse: a bug of the toolkit, which puts no broken file on the disk. */
export function unparsableError(path: string, reason: string): Error {
  return new Error(`the generated file ${path} does not parse: ${reason}`)
}
