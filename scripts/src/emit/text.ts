/** The doors through which text of a document reaches the output, one for each kind of place it may stand in. */
import type { JsonValue } from '../json.js'
import { Code } from './code.js'
import { isIdentifier } from '../identifiers.js'

/**
 * Characters that are escaped wherever they stand: those that end a line for JavaScript, those that change how a reader sees
 * the text (controls, with which this folder marks its own tokens, bidirectional marks, zero-width characters, private use),
 * and lone surrogates, which UTF-8 cannot carry.
 */
const UNSAFE =
  '[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]'

const UNSAFE_ONE = new RegExp(UNSAFE, 'u')
const UNSAFE_ALL = new RegExp(UNSAFE, 'gu')

/** `text` with each unsafe character as `\uXXXX`. */
export function escapeUnsafe(text: string): string {
  // Nearly all text is of printable ASCII, which has none.
  if (/^[ -~]*$/.test(text)) return text
  return text.replaceAll(UNSAFE_ALL, (character) =>
    Array.from({ length: character.length }, (_, index) => unicodeEscape(character.charCodeAt(index))).join(
      '',
    ),
  )
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

function quote(text: string): string {
  if (/^[ -&(-[\]-~]*$/.test(text)) return `'${text}'`
  return `'${escapeUnsafe(text.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n'))}'`
}

/** A JSON value as an expression; a primitive also as a literal type. */
export function literal(value: JsonValue): Code {
  return Code.trusted(literalText(value))
}

function literalText(value: JsonValue): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return numberText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isArray(value)) return `[${value.map(literalText).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${literalText(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`)
  return Object.is(value, -0) ? '-0' : String(value)
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** A name as a key of an object literal. `__proto__` becomes a computed key: written plainly it would set the prototype. */
export function propertyKey(name: string): Code {
  return Code.trusted(keyText(name))
}

/** A name that is a number as JavaScript writes it. */
const INDEX = /^(?:0|[1-9]\d{0,8})$/

function keyText(name: string): string {
  if (INDEX.test(name)) return name
  return name === '__proto__' ? "['__proto__']" : typeKey(name).text
}

/** A name as a key of an object type or of a destructuring pattern, where `__proto__` is a key as any other. */
export function typeKey(name: string): Code {
  return Code.trusted(isIdentifier(name) ? name : quote(name))
}

/** `object.name`, or `object['na-me']`. */
export function member(object: Code, name: string): Code {
  return Code.trusted(isIdentifier(name) ? `${object.text}.${name}` : `${object.text}[${quote(name)}]`)
}

/**
 * A name that the generator chose, as an identifier.
 * @throws TypeError if it is not one: names are made in `model/names.ts`, which lets nothing else through.
 */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} is no identifier`)
  return Code.trusted(name)
}

/**
 * A regular expression literal, or a call of `RegExp` where the literal would not be safe or readable, or is in the legacy grammar
 * (ECMA-262, annex B.1.2), of which TypeScript takes less for right than engines do.
 */
export function regExp(source: string, flags: '' | 'u' | 'v'): Code {
  if (flags === '') return Code.trusted(`new RegExp(${quote(source)})`)
  const isUnsafe = UNSAFE_ONE.test(source)
  if (source === '' || isUnsafe) return Code.trusted(`new RegExp(${quote(source)}, ${quote(flags)})`)
  // `RegExp` escapes the slashes that would end a literal.
  return Code.trusted(`/${new RegExp(source, flags).source}/${flags}`)
}
