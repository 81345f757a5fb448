import { Digits } from './digits.js'

/** A JSON value, and the digits of its numbers where those of JavaScript do not have all of them. */
export interface ExactJson {
  readonly value: unknown
  readonly digits: Digits
}

/** Up to 15 digits, a number has all of them. */
const MANY_DIGITS = /\d{16}/

/**
 * Reads JSON text (RFC 8259) as `JSON.parse` does, and keeps the digits of integers that numbers of JavaScript cannot hold.
 * @throws SyntaxError if it is no JSON.
 */
export function parseExactJson(text: string): ExactJson {
  const value: unknown = JSON.parse(text)
  const digits = new Digits()
  if (!MANY_DIGITS.test(text)) return { value, digits }
  const quoted = quoteIntegers(text)
  if (quoted !== text) noteDigits(value, JSON.parse(quoted), digits)
  return { value, digits }
}

/** The begin of a string, or a number. */
const TOKEN = /"|-?\d[\d.Ee+-]*/g
const LONG_INTEGER = /^-?\d{16,}$/

/** JSON text with strings in the place of integers that are too long. */
function quoteIntegers(text: string): string {
  const pieces: string[] = []
  const token = new RegExp(TOKEN)
  let done = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [it] = found
    if (it === '"') token.lastIndex = endOfString(text, found.index)
    if (!LONG_INTEGER.test(it) || Number.isSafeInteger(Number(it))) continue
    pieces.push(text.slice(done, found.index), `"${it}"`)
    done = token.lastIndex
  }
  return pieces.join('') + text.slice(done)
}

/** Where the string ends that begins at `start`: behind a quotation mark with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return end + 1
  }
}

/** Where one value has a string and the other a number, the string is the number's digits. */
function noteDigits(value: unknown, quoted: unknown, digits: Digits): void {
  if (typeof value === 'number' && typeof quoted === 'string') digits.ofRoot = quoted
  const open = [[value, quoted] as const]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [plain, marked] = pair.map(entriesOf) as [Entries, Entries]
    for (const [index, [key, it]] of plain.entries()) {
      const twin = marked[index]![1]
      if (typeof it === 'number' && typeof twin === 'string') digits.add(pair[0] as object, key, twin)
      else if (typeof it === 'object' && it !== null) open.push([it, twin])
    }
  }
}

type Entries = [key: string, value: unknown][]

function entriesOf(value: unknown): Entries {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
