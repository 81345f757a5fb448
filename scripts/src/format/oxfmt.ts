import { join } from 'node:path'
import { createJiti } from 'jiti'
import { GeneratorError } from '../diagnostics.js'
import { type FormatPlace, type Formatter, settingsError, unparsableError } from './formatter.js'
import { oxfmtSettings } from './oxfmt-settings.js'

/** The part of oxfmt's interface that is used here. */
interface Oxfmt {
  readonly format: (
    fileName: string,
    sourceText: string,
    options: object,
  ) => Promise<{ readonly code: string; readonly errors: readonly { readonly message: string }[] }>
}

/** The oxfmt that the user's project has installed, with the nearest configuration of oxfmt at or above the output folder. */
export async function oxfmtFormatter(place: FormatPlace): Promise<Formatter> {
  const { format } = await importOxfmt(place)
  const { file, settings } = await oxfmtSettings(place)
  // Its errors do not tell bad settings from text that does not parse: settings are tried on text that does.
  const trial = await format('settings.ts', '', settings)
  if (trial.errors[0] !== undefined) throw settingsError(file, place, trial.errors[0].message)
  return async (path, content) => {
    const { code, errors } = await format(path, content, settings)
    if (errors[0] !== undefined) throw unparsableError(path, errors[0].message)
    return code
  }
}

async function importOxfmt({ cwd }: FormatPlace): Promise<Oxfmt> {
  const url = createJiti(join(cwd, 'index.js')).esmResolve('oxfmt', { try: true })
  const loaded: unknown = url === undefined ? undefined : await import(url)
  if (isOxfmt(loaded)) return loaded
  const message = `the formatter oxfmt is ${url === undefined ? 'not installed' : 'too old to be called by a program'}`
  const hint =
    'Install it in your project (`npm install --save-dev oxfmt`), or choose the formatter prettier.'
  throw new GeneratorError([{ severity: 'error', pointer: '', message, hint }])
}

function isOxfmt(loaded: unknown): loaded is Oxfmt {
  return (
    typeof loaded === 'object' && loaded !== null && 'format' in loaded && typeof loaded.format === 'function'
  )
}
