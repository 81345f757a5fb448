import { resolve } from 'node:path'
import { configNames } from './config.js'
import { GeneratorError } from './diagnostics.js'
import { type Flags, readOptions } from './flags.js'
import type { Reporter } from './report/index.js'
import { type Reads, watch } from './watch.js'

/** What the process says by its exit code. 70 is `EX_SOFTWARE` of sysexits.h: neither drift nor bad input, but a bug. */
export const exitCodes = { ok: 0, drift: 1, badInput: 2, bug: 70 } as const

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command works with. */
export interface Context {
  readonly flags: Flags
  /** The working directory, absolute. */
  readonly cwd: string
  readonly reporter: Reporter
  /** Aborts a command that goes on until it is interrupted. */
  readonly signal: AbortSignal
}

/** A command: what it finds is told to the reporter. */
export type Command = (context: Context) => Promise<ExitCode>

/** `strata generate`, again at each change if it is told to watch. */
export const generateCommand: Command = async (context) => {
  const { cwd, flags, reporter, signal } = context
  if (flags.watch !== true) return attempt(context, () => generateOnce(context, ignore), ignore)
  await watch(async (reads) => {
    const readsFrom: Reads = (paths) => reads(paths.map((path) => resolve(cwd, path)))
    readsFrom(configNames)
    const exitCode = await attempt(context, () => generateOnce(context, readsFrom), readsFrom)
    reporter.watching()
    return exitCode === exitCodes.ok
  }, signal)
  return exitCodes.ok
}

/** `strata check`. */
export const checkCommand: Command = async (context) =>
  attempt(
    context,
    async () => {
      const options = await readOptions(context.flags, context.cwd)
      const { check } = await import('./check.js')
      const result = await check({ ...options, onProgress: context.reporter.progress })
      context.reporter.checked(result)
      return result.upToDate ? exitCodes.ok : exitCodes.drift
    },
    ignore,
  )

/** Nobody waits for the files to change. */
const ignore: Reads = () => undefined

/** Tells `reads` which files it depends on. The stages are loaded only now, so that help and usage errors come at once. */
async function generateOnce({ flags, cwd, reporter }: Context, reads: Reads): Promise<ExitCode> {
  const options = await readOptions(flags, cwd)
  reads([options.spec])
  const { generate } = await import('./generate.js')
  const result = await generate({ ...options, onProgress: reporter.progress })
  reads(result.inputs)
  reporter.generated(result)
  return exitCodes.ok
}

/** Reports whatever goes wrong; `reads` is told of the files that have problems. */
async function attempt(
  { reporter }: Context,
  work: () => Promise<ExitCode>,
  reads: Reads,
): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GeneratorError)) {
      reporter.crashed(error)
      return exitCodes.bug
    }
    reads(error.diagnostics.flatMap(({ file }) => file ?? []))
    reporter.failed(error.diagnostics)
    return exitCodes.badInput
  }
}
