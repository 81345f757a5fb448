/**
 * A piece of TypeScript. The only ways to make one are the `code` tag, whose fixed text is the generator's own, and the
 * functions of this folder, each of which escapes for the place that its result may stand in. A string of a document is no
 * `Code`, so the compiler refuses to interpolate it.
 */
export class Code {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** Only for the modules of this folder: whoever calls it vouches that `text` is escaped. */
  static trusted(text: string): Code {
    return new Code(text)
  }

  /** The TypeScript text, in which imported and local names are still tokens (see `symbols.ts`). */
  get text(): string {
    return this.#text
  }

  /** Whether there is nothing in it. */
  get isEmpty(): boolean {
    return this.#text === ''
  }
}

/** Code that may be interpolated: one piece, or any number that stand on lines of their own. */
export type Interpolation = Code | readonly Code[]

/**
 * Makes code of a template. The template's own indentation is taken off, and code of several lines is indented like the line
 * that it is interpolated in. An interpolation that stands alone on its line and is empty takes the line with it.
 */
export function code(strings: TemplateStringsArray, ...values: readonly Interpolation[]): Code {
  const parts = templateParts(strings)
  const written = new Written()
  let hasEmpty = false
  for (let index = 0; index < parts.length; index++) {
    written.add(parts[index]!)
    const value = values[index]
    if (value === undefined) continue
    const inserted = value instanceof Code ? value.text : value.map((piece) => piece.text).join('\n')
    if (inserted === '' && written.isBlank) {
      hasEmpty = true
      written.add(EMPTY)
    } else {
      written.add(
        inserted.includes('\n') ? inserted.replaceAll('\n', `\n${' '.repeat(written.indent)}`) : inserted,
      )
    }
  }
  return Code.trusted(hasEmpty ? written.text.replaceAll(EMPTY_LINE, '') : written.text)
}

/** Text that is being put together, and what its last line begins with: to look for that in the text would join it each time. */
class Written {
  text = ''
  /** How many blanks the last line begins with. */
  indent = 0
  /** Whether there is nothing else in the last line. */
  isBlank = true

  add(piece: string): void {
    this.text += piece
    const start = piece.lastIndexOf('\n') + 1
    if (start > 0) {
      this.indent = 0
      this.isBlank = true
    }
    if (!this.isBlank) return
    let end = start
    while (piece.charCodeAt(end) === BLANK) end++
    this.indent += end - start
    this.isBlank = end === piece.length
  }
}

const BLANK = 0x20

/** Code without any text. */
export const nothing: Code = Code.trusted('')

/** Pieces of code with one of a few separators between them. */
export function join(
  pieces: readonly Code[],
  separator: ', ' | ' + ' | ' | ' | ' & ' | ' && ' | ' || ' | '\n' | '\n\n' | ' ',
): Code {
  return Code.trusted(pieces.map((piece) => piece.text).join(separator))
}

/** Marks an empty interpolation until its line can be seen whole. Escaped text never holds it: control characters are escaped. */
const EMPTY = '\u0000'
const EMPTY_LINE = new RegExp(`^ *${EMPTY}+(?:\\n|$)|${EMPTY}`, 'gm')

/** What `dedent` made of each template: a template is the same array at every evaluation, and never changes. */
const dedented = new WeakMap<TemplateStringsArray, readonly string[]>()

function templateParts(strings: TemplateStringsArray): readonly string[] {
  const known = dedented.get(strings)
  if (known !== undefined) return known
  const parts = dedent(strings)
  dedented.set(strings, parts)
  return parts
}

/** The fixed parts of a template without a first line break, a last line of blanks, and their common indentation. */
function dedent(strings: readonly string[]): string[] {
  const indents = strings.flatMap((part, index) => {
    const lines = part.split('\n').slice(1)
    // Blanks that end a part stand before an interpolation, so they are indentation; blanks that end the template are not.
    const isIndentation = (line: string, at: number) =>
      line.trim() !== '' || (at === lines.length - 1 && index < strings.length - 1)
    return lines.filter(isIndentation).map((line) => line.length - line.trimStart().length)
  })
  const margin = new RegExp(`\n {0,${indents.length === 0 ? 0 : Math.min(...indents)}}`, 'g')
  const parts = strings.map((part) => part.replaceAll(margin, '\n'))
  parts[0] = parts[0]!.replace(/^\n/, '')
  parts[parts.length - 1] = parts.at(-1)!.replace(/\n *$/, '')
  return parts
}
