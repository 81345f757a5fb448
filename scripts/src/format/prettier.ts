import * as prettier from 'prettier'
import { type FormatPlace, type Formatter, settingsError, unparsableError } from './formatter.js'

/** Prettier, with the settings that the user's prettier configuration and `.editorconfig` give for each file. */
export async function prettierFormatter(place: FormatPlace): Promise<Formatter> {
  // The settings may have changed since the last run of this process.
  await prettier.clearConfigCache()
  return async (path, content) => {
    try {
      const settings = await prettier.resolveConfig(path, { editorconfig: true })
      // A pragma would stand before the header line; the lack of one would leave the file as it is.
      const pragmas = { insertPragma: false, requirePragma: false }
      return await prettier.format(content, { ...settings, ...pragmas, parser: 'typescript', filepath: path })
    } catch (error) {
      // Prettier gives the place in the text, `loc`, to errors of its parser alone.
      if (error instanceof SyntaxError && 'loc' in error) throw unparsableError(path, error.message)
      throw settingsError(await settingsFile(path), place, error)
    }
  }
}

async function settingsFile(path: string): Promise<string> {
  const file = await prettier.resolveConfigFile(path)
  return file ?? path
}
