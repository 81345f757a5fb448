import { isJsonObject, type JsonValue } from '../json.js'
import type { Shape } from './keywords.js'
import { nearest } from './near.js'

/** What is wrong inside the value of a keyword. */
export interface Misshape {
  /** The way to it from the keyword's value. */
  readonly tokens: readonly string[]
  readonly expected: string
  readonly found: JsonValue
  readonly hint?: string
}

type Check = (value: JsonValue) => Misshape[]

/** What each shape accepts. Schemas and other objects of OpenAPI inside a keyword are checked where they are themselves visited. */
export const shapes: Readonly<Record<Shape, Check>> = {
  any: () => [],
  array: is('an array', (value) => Array.isArray(value)),
  boolean: is('a boolean', (value) => typeof value === 'boolean'),
  count: is(
    'an integer that is not negative',
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  ),
  dialect: is('a dialect that is supported', isDialect, 'OpenAPI 3.1 and JSON Schema 2020-12 are supported.'),
  discriminator: () => [],
  externalDocs: () => [],
  identifier: is(
    'a name of letters, digits, `-`, `_` and `.`',
    (value) => typeof value === 'string' && /^[A-Za-z_][-\w.]*$/.test(value),
  ),
  number: is('a number', (value) => typeof value === 'number'),
  pattern: is(
    'a regular expression (ECMA-262)',
    (value) => typeof value === 'string' && isRegExp(value),
    'Correct the expression; a literal special character is written with a backslash.',
  ),
  positive: is('a number greater than zero', (value) => typeof value === 'number' && value > 0),
  schema: () => [],
  'schema map': () => [],
  schemas: is('an array that is not empty', (value) => !Array.isArray(value) || value.length > 0),
  'schemas by pattern': (value) =>
    Object.keys(isJsonObject(value) ? value : {}).flatMap((key) => under(key, shapes.pattern(key))),
  string: is('a string', (value) => typeof value === 'string'),
  'string lists': mapOf('an object', isJsonObject, (list) => shapes.strings(list)),
  strings: mapOf(
    'an array of strings',
    Array.isArray,
    is('a string', (item) => typeof item === 'string'),
  ),
  types,
  vocabulary: is('an object', isJsonObject),
  xml: () => [],
}

/** Whether a regular expression compiles, with the flag `u` as JSON Schema wants it (2020-12 Core, 6.4), or else without. */
function isRegExp(source: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(source, flags) instanceof RegExp
    } catch {
      return false
    }
  })
}

/** Whether this is the dialect of OpenAPI 3.1, in any edition, or of JSON Schema 2020-12, which the former extends. */
export function isDialect(value: JsonValue): boolean {
  return (
    typeof value === 'string' &&
    /^https:\/\/(?:spec\.openapis\.org\/oas\/3\.1\/(?:dialect|schema)\/[-\w]+|json-schema\.org\/draft\/2020-12\/schema)#?$/.test(
      value,
    )
  )
}

const typeNames = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

function types(value: JsonValue): Misshape[] {
  if (!Array.isArray(value)) return typeName(value)
  if (value.length === 0 || new Set(value).size < value.length) {
    return [{ tokens: [], expected: 'a type, or an array of different types', found: value }]
  }
  return value.flatMap((name, index) => under(String(index), typeName(name)))
}

function typeName(value: JsonValue): Misshape[] {
  if (typeof value === 'string' && typeNames.includes(value)) return []
  const near = typeof value === 'string' ? nearest(value, typeNames) : undefined
  const expected = `one of ${typeNames.map((name) => `\`${name}\``).join(', ')}`
  return [
    { tokens: [], expected, found: value, ...(near !== undefined && { hint: `Did you mean \`${near}\`?` }) },
  ]
}

function is(expected: string, test: (value: JsonValue) => boolean, hint?: string): Check {
  return (found) =>
    test(found) ? [] : [{ tokens: [], expected, found, ...(hint !== undefined && { hint }) }]
}

function mapOf(expected: string, test: (value: JsonValue) => boolean, check: Check): Check {
  return (value) => {
    if (!test(value)) return [{ tokens: [], expected, found: value }]
    return Object.entries(value ?? {}).flatMap(([key, member]) => under(key, check(member)))
  }
}

function under(key: string, misshapes: readonly Misshape[]): Misshape[] {
  return misshapes.map(({ tokens, ...rest }) => Object.assign(rest, { tokens: [key, ...tokens] }))
}
