import { isJsonObject } from '../json.js'

const LONGEST = 60

/** Text of the document, for a message: quoted, on one line, cut to a readable length, without control characters. */
export function quote(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return JSON.stringify(cut).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}

/** A name of the document, for a message: as code if it looks like a name, else quoted. */
export function label(name: string): string {
  return /^[$\w-]+$/.test(name) && name.length <= LONGEST ? `\`${name}\`` : quote(name)
}

/** The last part of the way to a value, for a message. */
export function labelOf(tokens: readonly string[]): string {
  const [last, container] = [tokens.at(-1), tokens.at(-2)]
  if (last === undefined) return 'the document'
  return /^\d+$/.test(last) && container !== undefined ? `${label(last)} of ${label(container)}` : label(last)
}

/** What a value of the document is, for a message: `the string "x"`, `an array`, `null`. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `the string ${quote(value)}`
  if (typeof value === 'number') return `the number ${value}`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (isJsonObject(value)) return 'an object'
  return value === undefined ? 'nothing' : String(value)
}
