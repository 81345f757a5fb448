import * as prettier from 'prettier'
import { type FormatPlace, type Formatter, settingsError, unparsableError } from './formatter.js'
import { type SwiftPrettier, swiftPrettier } from './swift-prettier.js'

/** Prettier, with the settings that the user's prettier configuration and `.editorconfig` give for each file. */
export async function prettierFormatter(place: FormatPlace): Promise<Formatter> {
  // The settings may have changed since the last run of this process.
  await prettier.clearConfigCache()
  const swift = await importSwiftPrettier()
  return async (path, content) => {
    try {
      const settings = await prettier.resolveConfig(path, { editorconfig: true })
      // A pragma would stand before the header line; the lack of one would leave the file as it is.
      const pragmas = { insertPragma: false, requirePragma: false }
      const all = { ...settings, ...pragmas, parser: 'typescript', filepath: path }
      return (await swift?.format(path, content, { ...settings })) ?? (await prettier.format(content, all))
    } catch (error) {
      // Prettier gives the place in the text, `loc`, to errors of its parser alone.
      if (error instanceof SyntaxError && 'loc' in error) throw unparsableError(path, error.message)
      throw settingsError(await settingsFile(path), place, error)
    }
  }
}

/** What is as good as prettier where the platform has it; undefined elsewhere, where prettier takes its time. */
async function importSwiftPrettier(): Promise<SwiftPrettier | undefined> {
  const oxfmt = await import('oxfmt').catch(() => undefined)
  return oxfmt && swiftPrettier(oxfmt, rememberedSnippets())
}

/** Prettier for snippets, each of which it formats once. */
function rememberedSnippets(): (text: string, settings: prettier.Options) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (text, settings) => {
    const key = JSON.stringify([text, settings])
    const formatted = known.get(key) ?? prettier.format(text, { ...settings, parser: 'typescript' })
    known.set(key, formatted)
    return formatted
  }
}

async function settingsFile(path: string): Promise<string> {
  const file = await prettier.resolveConfigFile(path)
  return file ?? path
}
