import { percentEncode } from './escape.js'
import type { ParameterStyle, StyleName } from './parameter-style.js'
import { type Escape, innerText, isArray, isScalar, itemsOf, membersOf } from './parameter-text.js'

/** What a style puts before a value, and between its parts where it is exploded (RFC 6570, appendix A). */
interface TextStyle {
  readonly first: '' | '.' | ';'
  readonly separator: ',' | '.' | ';'
  /** Whether parts are named: the value by the parameter, or each member by its own name. */
  readonly isNamed: boolean
}

/** The styles that make one text of a value. */
const textStyles: { readonly [K in StyleName]?: TextStyle } = {
  simple: { first: '', separator: ',', isNamed: false },
  label: { first: '.', separator: '.', isNamed: false },
  matrix: { first: ';', separator: ';', isNamed: true },
}

/**
 * A value in one of the styles `simple`, `label` and `matrix`; `undefined` where there is nothing to write, as of an array without
 * items.
 * @throws TypeError if the value cannot be written.
 */
export function expandText(
  name: string,
  value: unknown,
  { style = 'simple', explode = false }: ParameterStyle,
  escape: Escape,
): string | undefined {
  // A parameter in one text has no other style.
  const { first, separator, isNamed } = textStyles[style]!
  // Between exploded parts a dot separates, so inside them it must not stand.
  const write: Escape = (text) => escapeDots(escape(text), explode && separator === '.')
  const named = (text: string) => (isNamed ? `${write(name)}${text === '' ? '' : `=${text}`}` : text)
  if (isScalar(value)) return first + named(write(String(value)))
  const parts = isArray(value)
    ? itemsOf(value).map((item) => write(innerText(name, item)))
    : membersOf(name, value).map(([key, member]) => pair(write(key), write(innerText(name, member)), explode))
  if (parts.length === 0) return undefined
  if (!explode) return first + named(parts.join(','))
  return first + (isArray(value) ? parts.map(named) : parts).join(separator)
}

function pair(key: string, value: string, explode: boolean): string {
  return explode ? `${key.replaceAll('=', percentEncode)}=${value}` : `${key},${value}`
}

function escapeDots(text: string, isSeparator: boolean): string {
  return isSeparator ? text.replaceAll('.', percentEncode) : text
}
