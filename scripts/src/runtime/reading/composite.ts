import { grouped, readMembers, readText, type Reading } from './reading.js'
import { readScalar } from './scalar.js'

/** A name and its text, still escaped. */
export type Entry = readonly [name: string, raw: string]

/** How the escapes of a place are undone. */
export interface Undo {
  /** Undoes the escapes of a whole text. */
  readonly text: (raw: string) => string
  /** Undoes the escapes of an item or a name inside a text. */
  readonly part: (raw: string) => string
}

/** One text, taken apart in the ways that a style offers, still escaped. */
export interface TakenApart {
  readonly whole: string
  readonly items: readonly string[]
  /** `undefined` if the text has no names. */
  readonly pairs: readonly Entry[] | undefined
}

/**
 * The value of a text that may be an array or object. Where its schema leaves it open, names make an object and several items an
 * array; a text that is neither stays one.
 */
export function readComposite(
  { whole, items, pairs }: TakenApart,
  reading: Reading,
  { text, part }: Undo,
): unknown {
  const { types = [], array, object } = reading
  if (object && pairs) {
    const members = grouped(pairs.map(([name, raw]) => [part(name), part(raw)]))
    if (!array || [...members.keys()].every((name) => Object.hasOwn(object, name))) {
      return readMembers(members, reading)
    }
  }
  const scalar = items.length > 1 && (array || object) ? undefined : readScalar(text(whole), types)
  if (scalar !== undefined) return scalar
  return array ? items.map((raw) => readText(part(raw), array)) : text(whole)
}

/** Texts that stand for a name and its value in turn; `undefined` if there is a name without value. */
export function inTurn(texts: readonly string[]): Entry[] | undefined {
  if (texts.length % 2 !== 0) return undefined
  return texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1]!] as const] : []))
}

/** Texts of the form `name=value`; `undefined` if one of them is not. */
export function named(texts: readonly string[]): Entry[] | undefined {
  const entries = texts.map(atSign)
  return entries.every((it) => it !== undefined) ? entries : undefined
}

function atSign(text: string): Entry | undefined {
  const at = text.indexOf('=')
  return at === -1 ? undefined : [text.slice(0, at), text.slice(at + 1)]
}
