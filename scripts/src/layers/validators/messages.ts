/** The messages of issues as expressions: what was expected, which is known beforehand, and what was found. */
import { type Code, code, literal } from '../../emit/index.js'
import type { JsonValue } from '../../json.js'
import { helper } from './runtime.js'

/** `must be …, but is …`, with what was found as text or number. */
export function butIs(expected: string, found: Code): Code {
  return code`${literal(`${expected}, but is `)} + ${found}`
}

/** `must have …, but has …`, with the number that there are. */
export function butHas(expected: string, count: Code): Code {
  return code`${literal(`${expected}, but has `)} + ${count}`
}

/** `must be of one of some types, but is of …`; of a number where an integer must be, the number itself. */
export function butIsOfType(types: readonly string[], value: Code): Code {
  const found = helper('show', types.includes('integer') ? 'typeNameOrNumber' : 'typeName')
  return butIs(`must be ${listOf(types.map(nounOf))}`, code`${found}(${value})`)
}

/** A value as text. */
export function shown(value: Code): Code {
  return code`${helper('show', 'show')}(${value})`
}

/** `1 item`, `3 items`. */
export function quantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** `a string, a number or null`. */
export function listOf(nouns: readonly string[], last: 'or' | 'and' = 'or'): string {
  return nouns.length < 2 ? nouns.join() : `${nouns.slice(0, -1).join(', ')} ${last} ${nouns.at(-1)}`
}

/** Values as JSON text: `"a", "b", null`. */
export function valuesText(values: readonly JsonValue[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ')
}

const NOUNS: Readonly<Record<string, string>> = {
  null: 'null',
  object: 'an object',
  array: 'an array',
  integer: 'an integer',
}

function nounOf(type: string): string {
  return NOUNS[type] ?? `a ${type}`
}
