import { endOfRun, indentOf, type LineStyle } from './lines.js'

/** Formats a few lines of TypeScript at a width. */
export type FormatSnippet = (text: string, printWidth: number) => Promise<string>

/**
 * A condition that is the negation of several others and goes over several lines, as prettier (since 3.9) lays it out:
 *
 *     if (!(
 *       a ||
 *       b
 *     )) {
 *
 * where oxfmt indents the negation, too. Prettier formats these lines itself; the same ones come again and again.
 */
export async function hugNegations(
  lines: readonly string[],
  { printWidth, tabWidth }: LineStyle,
  formatSnippet: FormatSnippet,
): Promise<readonly string[]> {
  const hugged: string[] = []
  for (let at = 0; at < lines.length;) {
    const end = negationEnd(lines, at, tabWidth)
    if (end === undefined) {
      hugged.push(lines[at++]!)
      continue
    }
    const indent = indentOf(lines[at]!)
    const head = lines.slice(at, end + 1).map((line) => line.slice(indent.length))
    // oxlint-disable-next-line no-await-in-loop -- few are not known yet
    const formatted = await formatHead(head, (text) => formatSnippet(text, printWidth - indent.length))
    hugged.push(...formatted.map((line) => `${indent}${line}`))
    at = end + 1
  }
  return hugged
}

const HEAD = /^ *(?:(?:\} )?else )?(?:if|while) \($/

/** Where the head that begins at line `at` ends, if all of its condition is a negation in parentheses. */
function negationEnd(lines: readonly string[], at: number, tabWidth: number): number | undefined {
  const head = lines[at]!
  if (!HEAD.test(head)) return undefined
  const indent = indentOf(head)
  const inner = `${indent}${' '.repeat(tabWidth)}`
  if (!/^!!?\(/.test(lines[at + 1]?.slice(inner.length) ?? '')) return undefined
  const end = endOfRun(lines, at + 1, inner)
  const isHead = lines[end] === `${indent}) {` || lines[end] === `${indent})`
  const outermost = lines.slice(at + 1, end).filter((line) => !line.startsWith(`${inner} `))
  const isWhole = outermost.length === 1 || (outermost.length === 2 && outermost[1] === `${inner})`)
  return isHead && isWhole ? end : undefined
}

/** Formats the head of a statement, whose last line ends with `{` or, before a statement without a block, with `)`. */
async function formatHead(
  head: readonly string[],
  format: (text: string) => Promise<string>,
): Promise<readonly string[]> {
  const text = head.join('\n')
  const before = text.startsWith('}') ? 'if (0) {\n' : text.startsWith('else') ? 'if (0) x\n' : ''
  const after = text.endsWith('{') ? ['  x', '}'] : ['  x']
  const formatted = (await format([before + text, ...after].join('\n'))).trimEnd().split('\n')
  return formatted.slice(before === '' ? 0 : 1, -after.length)
}
