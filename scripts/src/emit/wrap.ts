/**
 * Wraps Markdown: a paragraph or list item with a line that is too long is filled anew, so that no line of one word is left
 * over. Code blocks, tables, headings and hard line breaks stay as they are.
 */
export function wrapProse(lines: readonly string[], width: number): string[] {
  return paragraphs(lines).flatMap((paragraph) =>
    paragraph.isProse && paragraph.lines.some((line) => line.length > width)
      ? fill(paragraph.lines, width)
      : paragraph.lines,
  )
}

interface Paragraph {
  readonly isProse: boolean
  readonly lines: string[]
}

const LIST_MARKER = /^\s*(?:[-*+]|\d+[.)]) /
const FENCE = /^\s*(?:```|~~~)/
const NOT_PROSE = /^(?: {4,}\S|\s*(?:\||#{1,6} |>|$))/
const HARD_BREAK = /(?: {2}|\\)$/

/** Runs of lines that belong together. */
function paragraphs(lines: readonly string[]): Paragraph[] {
  const found: Paragraph[] = []
  let isFenced = false
  let continues = false
  for (const line of lines) {
    const isFence = FENCE.test(line)
    const isProse = !isFenced && !isFence && !NOT_PROSE.test(line)
    if (isFence) isFenced = !isFenced
    const last = found.at(-1)
    if (continues && isProse && last !== undefined && !LIST_MARKER.test(line)) last.lines.push(line)
    else found.push({ isProse, lines: [line] })
    continues = isProse && !HARD_BREAK.test(line)
  }
  return found
}

/** The words of a paragraph on lines that fit, those after the first indented like the text of the first. */
function fill([first = '', ...others]: readonly string[], width: number): string[] {
  const marker = LIST_MARKER.exec(first)?.[0] ?? /^\s*/.exec(first)![0]
  const words = [first.slice(marker.length), ...others].flatMap((line) => line.trim().split(/ +/))
  const filled = [marker + words[0]!]
  for (const word of words.slice(1)) {
    const line = `${filled.at(-1)!} ${word}`
    if (line.length <= width) filled[filled.length - 1] = line
    else filled.push(' '.repeat(marker.length) + word)
  }
  return filled
}
