import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createJiti } from 'jiti'
import ts from 'typescript'
import { type FormatPlace, settingsError } from './formatter.js'

/** Settings for oxfmt. */
export interface OxfmtSettings {
  /** The file (absolute) that they come from; the output folder if there is none. */
  readonly file: string
  readonly settings: object
}

/** The names of oxfmt's configuration, first come first served, and how each is read. */
const READERS: readonly [name: string, read: (file: string) => Promise<unknown>][] = [
  ['.oxfmtrc.json', readJson],
  ['.oxfmtrc.jsonc', readJson],
  ['oxfmt.config.ts', readModule],
]

/**
 * The settings of the nearest configuration at or above the output folder: oxfmt itself looks for one only when it is run as
 * a command. `.editorconfig` is not read.
 * @throws GeneratorError if the configuration cannot be read, or has `overrides`, which oxfmt does not apply here.
 */
export async function oxfmtSettings(place: FormatPlace): Promise<OxfmtSettings> {
  for (const folder of upwards(place.folder)) {
    for (const [name, read] of READERS) {
      const file = join(folder, name)
      // oxlint-disable-next-line no-await-in-loop -- runs once, for the first file that exists
      if (existsSync(file)) return { file, settings: await readSettings(file, read, place) }
    }
  }
  return { file: place.folder, settings: {} }
}

function upwards(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...upwards(parent)]
}

async function readSettings(
  file: string,
  read: (file: string) => Promise<unknown>,
  place: FormatPlace,
): Promise<object> {
  try {
    const settings = await read(file)
    if (typeof settings !== 'object' || settings === null) throw new TypeError('it holds no object')
    if ('overrides' in settings) throw new TypeError('`overrides` do not reach generated files')
    return settings
  } catch (error) {
    throw settingsError(file, place, error)
  }
}

/** JSON with comments, as in both kinds of file. */
async function readJson(file: string): Promise<unknown> {
  const { config, error } = ts.parseConfigFileTextToJson(file, await readFile(file, 'utf8'))
  if (error !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(error.messageText, ' '))
  return config
}

async function readModule(file: string): Promise<unknown> {
  return createJiti(file, { fsCache: false, moduleCache: false }).import(file, { default: true })
}
