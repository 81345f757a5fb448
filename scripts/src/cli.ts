import { createRequire } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import {
  checkCommand,
  type Command as CommandFunction,
  exitCodes,
  type ExitCode,
  generateCommand,
} from './commands.js'
import type { Diagnostic } from './diagnostics.js'
import { addFlags, type Flags } from './flags.js'
import { isJsonObject } from './json.js'
import { jsonReporter, type Reporter, textReporter } from './report/index.js'

/** Carries out the command line, and tells the exit code. */
async function main(argv: readonly string[], reporter: Reporter): Promise<ExitCode> {
  const interrupt = new AbortController()
  let exitCode: ExitCode = exitCodes.ok
  const program = usage(argv.includes('--json'), async (command, flags) => {
    if (flags.watch === true) process.once('SIGINT', () => interrupt.abort())
    exitCode = await command({ flags, cwd: process.cwd(), reporter, signal: interrupt.signal })
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCodes.ok
    if (argv.includes('--json')) reporter.failed([usageProblem(error)])
    return exitCodes.badInput
  }
}

/** The commands and their flags; `run` is called with the one that is named. */
function usage(isJson: boolean, run: (command: CommandFunction, flags: Flags) => Promise<void>): Command {
  const program = new Command('strata')
    .description('Types, validators, builders, a client and a server in TypeScript from an OpenAPI document.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeErr: (text) => isJson || process.stderr.write(text) })
    .showHelpAfterError('(--help shows the commands and their flags)')
    .addHelpText('after', `\n${exitCodesText}`)
  addFlags(program.command('generate').description('write the layers to the output folder'))
    .addOption(new Option('--watch', 'generate again at each change of the document').conflicts('json'))
    .action((flags: Flags) => run(generateCommand, flags))
  addFlags(
    program
      .command('check')
      .description('list what differs from what would be generated; exit with 1 if something does'),
  ).action((flags: Flags) => run(checkCommand, flags))
  return program
}

const exitCodesText =
  'Exit codes: 0 all is well, 1 check found a difference, 2 the input is bad, 70 the toolkit has a bug.'

function usageProblem({ code, message }: CommanderError): Diagnostic {
  const isHelp = code === 'commander.help'
  return {
    severity: 'error',
    pointer: '',
    message: isHelp ? 'no command is named' : message.replace(/^error: /, ''),
  }
}

function version(): string {
  const manifest: unknown = createRequire(import.meta.url)('../package.json')
  return isJsonObject(manifest) ? String(manifest['version']) : ''
}

/** A reader such as `head` may leave before all is written; what is left has no reader then, and is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

const argv = process.argv.slice(2)
const debug = process.env['DEBUG'] === 'strata'
const reporter = argv.includes('--json')
  ? jsonReporter(process, { debug })
  : textReporter(process, { debug, quiet: argv.includes('--quiet') })

process.stdout.on('error', ignoreClosedPipe)
process.stderr.on('error', ignoreClosedPipe)
process.on('uncaughtException', (error) => {
  reporter.crashed(error)
  process.exit(exitCodes.bug)
})
process.exitCode = await main(argv, reporter)
