import { join } from 'node:path'
import type { FormatPlace, Formatter, FormatterName } from './formatter.js'

export { type FormatterName, formatterNames } from './formatter.js'

/** Each formatter is loaded only when it is used. */
const formatters: { readonly [Name in FormatterName]: (place: FormatPlace) => Promise<Formatter> } = {
  prettier: async (place) => (await import('./prettier.js')).prettierFormatter(place),
  oxfmt: async (place) => (await import('./oxfmt.js')).oxfmtFormatter(place),
  none: async () => async (_path, content) => content,
}

/**
 * Formats generated files as the user formats code. All of them: whether a file changes is known only once it is formatted,
 * since the disk holds formatted text, and remembering what it was formatted from would need state beside the output.
 * @throws GeneratorError if the formatter is not installed or cannot use its configuration.
 */
export async function format<File extends { readonly path: string; readonly content: string }>(
  files: readonly File[],
  { formatter, ...place }: FormatPlace & { readonly formatter: FormatterName },
): Promise<readonly File[]> {
  const run = await formatters[formatter](place)
  return Promise.all(files.map((file) => formatOne(file, run, place)))
}

/** A file in, a file out, and nothing shared: this is what a pool of worker threads would run. */
async function formatOne<File extends { readonly path: string; readonly content: string }>(
  file: File,
  run: Formatter,
  { folder }: FormatPlace,
): Promise<File> {
  return { ...file, content: await run(join(folder, file.path), file.content) }
}
