/** How text of a document becomes a name: how a key or id is spelled in each of the cases that generated code uses. */
import { isReserved } from '../identifiers.js'
import { hash } from './hash.js'

/** Names of the characters that a name of nothing else is made of, and of signs before a digit. */
const CHARACTER_NAMES: ReadonlyMap<string, string> = new Map([
  ['*', 'Star'],
  ['/', 'Slash'],
  ['+', 'Plus'],
  ['-', 'Minus'],
  ['.', 'Dot'],
  ['_', 'Underscore'],
  ['$', 'Dollar'],
  ['#', 'Hash'],
  ['@', 'At'],
  ['&', 'And'],
  ['%', 'Percent'],
  ['=', 'Equals'],
  ['<', 'Less'],
  ['>', 'Greater'],
  ['!', 'Not'],
  ['?', 'Question'],
  ['~', 'Tilde'],
  ['|', 'Or'],
  [' ', 'Space'],
])

/**
 * `get-agent_by.id` as `GetAgentById`. Always an ASCII identifier: letters lose their accents, other alphabets become code
 * points, signs count only where there is nothing else or before a digit, and a digit at the start gets a `_` before it.
 */
export function pascalCase(text: string): string {
  const name = words(text).map(capitalize).join('')
  return /^\d/.test(name) ? `_${name}` : name
}

/** In PascalCase with a name for every sign: `-name` as `MinusName`, where `pascalCase` gives what it gives for `name`. */
export function spelledOut(text: string): string {
  return pascalCase(text.replaceAll(/[^\p{L}\p{N}\p{M}]/gu, (sign) => ` ${characterName(sign)} `))
}

/** A name in PascalCase as `getAgentById`, and as `delete_` where generated code could not declare it otherwise. */
export function camelCase(pascalName: string): string {
  const name = pascalName.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+(?![a-z])|[A-Z])/, (start) =>
    start.toLowerCase(),
  )
  return isReserved(name) || LAYER_NAMES.has(name) ? `${name}_` : name
}

/**
 * A name in PascalCase as `get-agent-by-id`; as `con_` where a file cannot have that name everywhere, and cut off, with a hash of
 * the whole behind it, where it is too long for one.
 */
export function fileName(pascalName: string): string {
  const name = kebabCase(pascalName)
  if (name.length > LONGEST_FILE) return `${name.slice(0, LONGEST_FILE)}_${hash(name).slice(0, 8)}`
  return RESERVED_FILES.test(name) ? `${name}_` : name
}

/** File systems allow 255 bytes, and an ending and a temporary name need some of them. */
const LONGEST_FILE = 150

/** A name in PascalCase as `get-agent-by-id`; two names that differ by case alone are the same here. */
export function kebabCase(pascalName: string): string {
  return pascalName
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/^_(?=\d)/, '')
}

/** Names of files that Windows keeps for devices, and of the index that each folder may have. */
const RESERVED_FILES = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Names that no function of the document may have: those that layers export beside them, and `then`, as a module with such an
 * export is a thenable, which `await import(…)` would call.
 */
const LAYER_NAMES: ReadonlySet<string> = new Set(['createClient', 'createHandler', 'serverUrl', 'then'])

/** Letters that have no form without an accent in Unicode. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'Ae'],
  ['œ', 'oe'],
  ['Œ', 'Oe'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ı', 'i'],
])

function words(text: string): string[] {
  const found = latin(text)
    .replaceAll(/(?<![\p{L}\p{N}])[+-](?=\d)/gu, (sign) => ` ${CHARACTER_NAMES.get(sign)} `)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/[^A-Za-z\d ]/gu, (letter) => ` ${codePoint(letter)} `)
    .split(' ')
    .filter((word) => word !== '')
  if (found.length > 0) return found.length > 1 ? unshout(found) : found
  return text === '' ? ['Empty'] : [...text].map(characterName)
}

/** Text without accents. */
function latin(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => LETTERS.get(letter) ?? letter)
}

/** Words in lower case where all are in upper case, as in `NOT_FOUND`: capitals could not set them apart otherwise. */
function unshout(found: string[]): string[] {
  return found.some((word) => /[a-z]/.test(word)) ? found : found.map((word) => word.toLowerCase())
}

function characterName(character: string): string {
  return CHARACTER_NAMES.get(character) ?? codePoint(character)
}

function codePoint(character: string): string {
  return `U${character.codePointAt(0)!.toString(16).toUpperCase()}`
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
