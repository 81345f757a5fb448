import type { Command } from 'commander'
import { configNames, loadConfig } from './config.js'
import { type Diagnostic, GeneratorError } from './diagnostics.js'
import { formatterNames } from './format/index.js'
import { layerNames } from './layers/layer.js'
import { dateTimeTypes, enumStyles, int64Types, unknownEnumPolicies } from './model/index.js'
import { type Config, isOption, valueProblems } from './options.js'

/** Flags as they were given. Those of a configuration are not checked yet. */
export interface Flags {
  readonly spec?: string
  readonly out?: string
  readonly layers?: readonly string[]
  readonly formatter?: string
  readonly refs?: readonly string[]
  readonly enums?: string
  readonly unknownEnumValues?: string
  readonly dateTime?: string
  readonly int64?: string
  readonly temporal?: string
  readonly watch?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** Options that name a document. */
export interface NamedOptions extends Config {
  readonly spec: string
  readonly cwd: string
}

/** Adds the flags that `generate` and `check` share. */
export function addFlags(command: Command): Command {
  return command
    .option('--spec <file>', 'OpenAPI 3.0 or 3.1 document, YAML or JSON')
    .option('--out <folder>', 'output folder (default: generated)')
    .option('--layers <names>', `${layerNames.join(', ')}, with commas between (default: all)`, list)
    .option('--formatter <name>', `${formatterNames.join(', ')} (default: prettier)`)
    .option(
      '--refs <folders>',
      'folders besides the document’s own that a $ref may read, with commas between',
      list,
    )
    .option('--enums <style>', `enums of components: ${enumStyles.join(', ')} (default: union)`)
    .option(
      '--unknown-enum-values <policy>',
      `values in responses that no enum lists: ${unknownEnumPolicies.join(', ')} (default: refuse)`,
    )
    .option(
      '--date-time <type>',
      `what a date-time is in memory: ${dateTimeTypes.join(', ')} (default: string)`,
    )
    .option('--int64 <type>', `what an int64 is in memory: ${int64Types.join(', ')} (default: number)`)
    .option('--temporal <package>', 'package that exports Temporal, or global (default: global)')
    .option('--json', 'print one JSON object')
    .option('--quiet', 'print problems only')
    .addHelpText(
      'after',
      `\nA file ${configNames.join(' or ')} may hold the same options; flags win over it.`,
    )
}

function list(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(',').map((item) => item.trim())]
}

/**
 * The options that the flags and the configuration file in `cwd` (absolute) make up together.
 * @throws GeneratorError that names every option of either which is not as it must be, or says that no document is named.
 */
export async function readOptions(flags: Flags, cwd: string): Promise<NamedOptions> {
  const given = Object.entries(flags).filter(([name]) => isOption(name))
  const problems = given.flatMap(flagProblems)
  const config = await loadConfig(cwd).catch((error: unknown): Config => {
    if (!(error instanceof GeneratorError)) throw error
    problems.push(...error.diagnostics)
    return {}
  })
  // The flags among them are proved by `flagProblems`, if there are none.
  const { spec, ...options } = { ...config, ...Object.fromEntries(given) } as Config
  if (spec !== undefined && problems.length === 0) return { spec, ...options, cwd }
  if (problems.length === 0) problems.push(missingSpec)
  throw new GeneratorError(problems)
}

const missingSpec: Diagnostic = {
  severity: 'error',
  pointer: '',
  message: 'no OpenAPI document is named',
  hint: `Name one with --spec FILE, or as \`spec\` in ${configNames[0]}.`,
}

function flagProblems([name, value]: [string, unknown]): Diagnostic[] {
  if (!isOption(name)) return []
  const problems = valueProblems(name, value, flagName(name))
  return problems.map(({ message }) => ({ severity: 'error', pointer: '', message }))
}

/** As a flag is written: `--unknown-enum-values`. */
function flagName(option: string): string {
  return `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
