/** Readers for the values of schema keywords. Each reports what it cannot read and gives undefined. */
import type { JsonValue } from '../json.js'
import { exponentialPart } from './backtracking.js'
import { isSupportedFormat } from './formats.js'
import { excerpt, fail, isArray, items, members, mismatch, object, type Source, warn } from './source.js'
import type { DependentRequired, Pattern, TypeName } from './types.js'

/** Any value. */
export function anyValue(source: Source): JsonValue {
  return source.value
}

/** A string. */
export function text(source: Source): string | undefined {
  return typeof source.value === 'string' ? source.value : mismatch(source, 'a string')
}

/** A boolean. */
export function flag(source: Source): boolean | undefined {
  return typeof source.value === 'boolean' ? source.value : mismatch(source, 'true or false')
}

/** A finite number. */
export function finite(source: Source): number | undefined {
  const { value } = source
  return typeof value === 'number' && Number.isFinite(value) ? value : mismatch(source, 'a number')
}

/** A number above zero. */
export function positive(source: Source): number | undefined {
  const { value } = source
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value
    : mismatch(source, 'a number above 0')
}

/** A whole number, 0 or more. */
export function count(source: Source): number | undefined {
  const { value } = source
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : mismatch(source, 'a whole number of at least 0')
}

/** An array of any values. */
export function values(source: Source): readonly JsonValue[] | undefined {
  return isArray(source.value) ? source.value : mismatch(source, 'an array')
}

/** An array of strings; what stands twice in it counts once. */
export function texts(source: Source): readonly string[] | undefined {
  if (!isArray(source.value)) return mismatch(source, 'an array of strings')
  const read = items(source).map(text)
  return [...new Set(read.filter((it) => it !== undefined))]
}

const TYPE_NAMES: ReadonlySet<unknown> = new Set<TypeName>([
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'integer',
  'string',
])

function isTypeName(value: unknown): value is TypeName {
  return TYPE_NAMES.has(value)
}

/** `type`: one name of a primitive type, or several (Validation 6.1.1). */
export function typeNames(source: Source): readonly TypeName[] | undefined {
  const { value } = source
  if (isTypeName(value)) return [value]
  if (isArray(value) && value.length > 0 && value.every(isTypeName)) return [...new Set(value)]
  const unknown = isArray(value) ? items(source).find((item) => !isTypeName(item.value)) : undefined
  const names = [...TYPE_NAMES].join(', ')
  return unknown === undefined
    ? mismatch(source, `one of ${names}, or an array of them`)
    : fail(unknown, `"type" must hold names of ${names} only, found ${excerpt(unknown.value)}`)
}

/** `pattern`: a regular expression of ECMA-262 (Validation 6.3.3). */
export function pattern(source: Source): Pattern | undefined {
  const { value } = source
  return typeof value === 'string' ? compile(source, value) : mismatch(source, 'a regular expression')
}

/** A regular expression in the Unicode grammar if it is one there, else in the legacy grammar. */
export function compile(source: Source, expression: string): Pattern | undefined {
  const flags = (['u', ''] as const).find((it) => compiles(expression, it))
  if (flags === undefined) return fail(source, `${excerpt(expression)} is no regular expression of ECMA-262`)
  const compiled = { source: expression, flags }
  const part = exponentialPart(compiled)
  if (part !== undefined) {
    warn(
      source,
      `${excerpt(part)} in ${excerpt(expression)} repeats inside of what repeats: some texts take twice as long with each character`,
      'Rewrite the pattern so that it matches a text in one way only; until then, who sends such a text keeps a server busy.',
    )
  }
  return compiled
}

function compiles(expression: string, flags: string): boolean {
  try {
    return new RegExp(expression, flags) instanceof RegExp
  } catch {
    return false
  }
}

/** `format`: asserted where it is known, else a warning. */
export function format(source: Source): string | undefined {
  const { value } = source
  if (typeof value !== 'string') return mismatch(source, 'a string')
  if (!isSupportedFormat(value)) {
    warn(source, `format ${excerpt(value)} is not checked: it is not a known one`)
  }
  return value
}

/** `dependentRequired`: names of properties to those that they require (Validation 6.5.4). */
export function dependentRequired(source: Source): readonly DependentRequired[] | undefined {
  const map = object(source)
  if (map === undefined) return undefined
  return members(map).flatMap(([name, list]) => {
    const required = texts(list)
    return required === undefined ? [] : [{ name, required }]
  })
}
