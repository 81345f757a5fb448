import { util } from 'prettier'
import { endOfRun, indentOf, type LineStyle } from './lines.js'

/**
 * A union that does not fit behind what stands before it, but on a line of its own, as prettier (since 3.9) lays it out:
 *
 *     type A =
 *       'b' | 'c'
 *
 * where oxfmt puts each member on a line of its own. Undefined where more than the lines of a union would have to be known.
 */
export function fitUnions(
  lines: readonly string[],
  { printWidth, tabWidth }: LineStyle,
): readonly string[] | undefined {
  if (!lines.some((line) => MEMBER.test(line))) return lines
  const fitted: string[] = []
  for (let at = 0; at < lines.length;) {
    const members = membersAt(lines, at, tabWidth)
    if (members === undefined) return undefined
    const [first = ''] = members
    const joined = `${indentOf(first)}${members.map((line) => line.trim().slice(2)).join(' | ')}`
    if (members.length > 1 && util.getStringWidth(joined) <= printWidth) fitted.push(joined)
    else fitted.push(...(members.length === 0 ? [lines[at]!] : members))
    at += Math.max(members.length, 1)
  }
  return fitted
}

const MEMBER = /^ +\| /
/** What stands before a union that is indented. */
const BEFORE = /[=:]$/

/** What follows a type that is not the end of a declaration: a value or the body of a function. */
const GOES_ON = / = | =>(?: \{)?$/
const STRINGS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g

/**
 * The lines from `at` on that are the members of one union, if it is broken behind an `=` or `:` and all of them are whole;
 * undefined if something stands behind it that may go over several lines.
 */
function membersAt(lines: readonly string[], at: number, tabWidth: number): readonly string[] | undefined {
  const line = lines[at]!
  if (!MEMBER.test(line)) return []
  const indent = indentOf(line)
  const before = lines[at - 1] ?? ''
  if (!BEFORE.test(before) || indentOf(before).length + tabWidth !== indent.length) return []
  const end = endOfRun(lines, at, `${indent}| `)
  if (GOES_ON.test(lines[end - 1]!.replaceAll(STRINGS, ''))) return undefined
  const isWhole = !(lines[end] ?? '').startsWith(`${indent} `)
  return isWhole ? lines.slice(at, end) : []
}
