import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createJiti } from 'jiti'
import { type Diagnostic, GeneratorError } from './diagnostics.js'
import { isJsonObject } from './json.js'
import { type Config, configProblems } from './options.js'

/** Gives the configuration its type: `export default defineConfig({ … })`. */
export function defineConfig(config: Config): Config {
  return config
}

/** Names of the configuration file, in the working directory. */
export const configNames = [
  'strata.config.ts',
  'strata.config.js',
  'strata.config.mjs',
  'strata.config.json',
] as const

/**
 * The configuration in the folder `cwd` (absolute); empty if there is none.
 * @throws GeneratorError that lists every problem: two files, a file that does not load, unknown options, wrong values.
 */
export async function loadConfig(cwd: string): Promise<Config> {
  const [name, ...others] = configNames.filter((it) => existsSync(join(cwd, it)))
  if (name === undefined) return {}
  if (others.length > 0) {
    const message = `there is also ${others.join(' and ')}`
    throw new GeneratorError([{ ...problemOf(name, message), hint: 'Keep one of them.' }])
  }
  const path = join(cwd, name)
  const config = await (name.endsWith('.json') ? readJson(path) : readModule(path)).catch(
    (error: unknown) => {
      throw new GeneratorError([problemOf(name, `it cannot be loaded: ${reasonOf(error)}`)])
    },
  )
  const problems = configProblems(config)
  if (problems.length > 0) {
    throw new GeneratorError(problems.map(({ message, pointer }) => problemOf(name, message, pointer)))
  }
  // Proved by `configProblems`.
  return config as Config
}

function problemOf(file: string, message: string, pointer = ''): Diagnostic {
  return { severity: 'error', file, pointer, message }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
}

/** Evaluated anew each time, since a watching process outlives many versions of the file. */
async function readModule(path: string): Promise<unknown> {
  const jiti = createJiti(path, { fsCache: false, moduleCache: false, interopDefault: false })
  const source = await readFile(path, 'utf8')
  const loaded = await jiti.evalModule(source, { filename: path, async: true, forceTranspile: true })
  return isJsonObject(loaded) && 'default' in loaded ? loaded.default : loaded
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.trim().replaceAll(/\s*\n\s*/g, ' ')
}
