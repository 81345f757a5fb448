import { join } from 'node:path'
import { each } from '../each.js'
import type { FormatPlace, Formatter, FormatterName } from './formatter.js'

export { type FormatterName, formatterNames } from './formatter.js'

/** How many files are formatted at once: each takes many times its size in memory. */
const AT_ONCE = 2

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
  const formatOne = async (file: File): Promise<File> => ({
    ...file,
    content: await run(join(place.folder, file.path), file.content),
  })
  return each(files, formatOne, AT_ONCE)
}
