/**
 * What is said of a value that a keyword does not allow. Each function is given what was found, what the keyword demands, where the schema
 * stands that has it, and where the value is, as `report` is.
 */
import { entry, type Place, type Step, tokenOf } from './place.js'
import { report } from './report.js'
import { listed, show, typeName, typeNameOrNumber } from './show.js'

/** `type`: a value is of none of the types. */
export function reportType(
  value: unknown,
  type: string | readonly string[],
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  reportKeyword('type', notOfType(value, type), { type }, schemaPath, within, step)
}

/** The schema `false`: there is a value. */
export function reportFalse(schemaPath: string, within: Place, step?: Step): void {
  report({ keyword: 'false', message: 'must be absent', schemaPath }, within, step)
}

/** `required`: an object does not have a property. */
export function reportMissing(missingProperty: string, schemaPath: string, within: Place, step?: Step): void {
  const message = `must have the property ${JSON.stringify(missingProperty)}`
  reportKeyword('required', message, { missingProperty }, schemaPath, within, step)
}

/** `required` of an object, or `type` of its property: there is none, or it is of none of the types. The schema is that of the object. */
export function reportRequired(
  value: unknown,
  type: string | readonly string[],
  schemaPath: string,
  within: Place,
  name: string,
): void {
  if (value === undefined) reportMissing(name, schemaPath, within)
  else reportType(value, type, `${schemaPath}/properties/${name}`, within, name)
}

/** `not`: a value is valid by the schema under it. */
export function reportNot(schemaPath: string, within: Place, step?: Step): void {
  const message = 'must not match the schema under "not"'
  report({ keyword: 'not', message, schemaPath: `${schemaPath}/not` }, within, step)
}

/** `contains`: no item of an array is valid by the schema under it. */
export function reportContains(schemaPath: string, within: Place, step?: Step): void {
  const message = 'must have an item that matches the schema under "contains"'
  report({ keyword: 'contains', message, schemaPath: `${schemaPath}/contains` }, within, step)
}

/** `items` is `false`: an array has more items than `prefixItems` describes. */
export function reportItems(
  count: number,
  maxItems: number,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must have at most ${maxItems} ${ITEMS[maxItems === 1 ? 0 : 1]}, but has ${count}`
  reportKeyword('items', message, { maxItems }, schemaPath, within, step)
}

/** `dependentRequired`: an object does not have a property that it must have because of another. */
export function reportDependent(
  missingProperty: string,
  property: string,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must have the property ${JSON.stringify(missingProperty)} because it has ${JSON.stringify(property)}`
  const path = `${schemaPath}/dependentRequired/${tokenOf(property)}`
  const params = { property, missingProperty }
  report({ keyword: 'dependentRequired', message, schemaPath: path, params }, within, step)
}

/** `additionalProperties` or `unevaluatedProperties`: an object has a property that it must not have. */
export function reportUnknown(
  unknownProperty: string,
  keyword: 'additionalProperties' | 'unevaluatedProperties',
  schemaPath: string,
  within: Place,
): void {
  const place = entry(within, unknownProperty)
  reportKeyword(keyword, 'is not a known property', { unknownProperty }, schemaPath, place)
}

/** `format`: a text or number is not in the format. */
export function reportFormat(
  value: unknown,
  format: string,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must have the format ${format}, but is ${show(value)}`
  reportKeyword('format', message, { format }, schemaPath, within, step)
}

/** `pattern`: a text does not match. */
export function reportPattern(
  value: unknown,
  pattern: string,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must match the pattern ${pattern}, but is ${show(value)}`
  reportKeyword('pattern', message, { pattern }, schemaPath, within, step)
}

/** `const`: a value is another. */
export function reportConst(
  value: unknown,
  allowedValue: unknown,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must be ${JSON.stringify(allowedValue)}, but is ${show(value)}`
  reportKeyword('const', message, { allowedValue }, schemaPath, within, step)
}

/** `enum`: a value is none of those that are allowed. */
export function reportEnum(
  value: unknown,
  allowed: Iterable<unknown>,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const allowedValues = [...allowed]
  const message = `must be one of ${listed(allowedValues)}, but is ${show(value)}`
  reportKeyword('enum', message, { allowedValues }, schemaPath, within, step)
}

const COMPARISONS = {
  minimum: 'at least',
  exclusiveMinimum: 'greater than',
  maximum: 'at most',
  exclusiveMaximum: 'less than',
  multipleOf: 'a multiple of',
}

/** `minimum` and its like: a number is beyond a limit, or no multiple. */
export function reportLimit(
  value: number | bigint,
  keyword: keyof typeof COMPARISONS,
  limit: number,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must be ${COMPARISONS[keyword]} ${limit}, but is ${value}`
  reportKeyword(keyword, message, { [keyword]: limit }, schemaPath, within, step)
}

const CHARACTERS = ['character', 'characters'] as const
const ITEMS = ['item', 'items'] as const
const PROPERTIES = ['property', 'properties'] as const
const MATCHES = [
  'item matching the schema under "contains"',
  'items matching the schema under "contains"',
] as const

const COUNTED = {
  minLength: CHARACTERS,
  maxLength: CHARACTERS,
  minItems: ITEMS,
  maxItems: ITEMS,
  minProperties: PROPERTIES,
  maxProperties: PROPERTIES,
  minContains: MATCHES,
  maxContains: MATCHES,
}

/** `minLength` and its like: there are too few or too many of something. */
export function reportCount(
  count: number,
  keyword: keyof typeof COUNTED,
  limit: number,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const bound = keyword.startsWith('min') ? 'least' : 'most'
  const noun = COUNTED[keyword][limit === 1 ? 0 : 1]
  const message = `must have at ${bound} ${limit} ${noun}, but has ${count}`
  reportKeyword(keyword, message, { [keyword]: limit }, schemaPath, within, step)
}

/** `anyOf` or `oneOf` with alternatives of different types: a value is of none of them. */
export function reportTypes(
  value: unknown,
  types: readonly string[],
  keyword: Choice,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  reportKeyword(keyword, notOfType(value, types), { types }, schemaPath, within, step)
}

/** `anyOf` or `oneOf` with alternatives that a property tells apart: its value belongs to none of them. */
export function reportTag(
  value: unknown,
  property: string,
  allowedValues: readonly unknown[],
  keyword: Choice,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const found = value === undefined ? 'absent' : show(value)
  const message = `must have the property ${JSON.stringify(property)} with one of ${listed(allowedValues)}, but it is ${found}`
  reportKeyword(keyword, message, { property, allowedValues }, schemaPath, within, step)
}

/** `anyOf` or `oneOf` with alternatives that require a property each: an object has none of them. */
export function reportNoneOf(
  properties: readonly string[],
  keyword: Choice,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const wanted = keyword === 'anyOf' ? '' : properties.length === 2 ? 'either ' : 'one of '
  const message = `must have ${wanted}${joined(
    properties.map((name) => JSON.stringify(name)),
    'or',
  )}`
  reportKeyword(keyword, message, { properties }, schemaPath, within, step)
}

/** `anyOf` or `oneOf` with alternatives that have a property each which others forbid: an object has several of them. */
export function reportSeveralOf(
  properties: readonly string[],
  keyword: Choice,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const allowed = properties.length === 2 ? 'must not have both' : 'must have only one of'
  const message = `${allowed} ${joined(
    properties.map((name) => JSON.stringify(name)),
    'and',
  )}`
  reportKeyword(keyword, message, { properties }, schemaPath, within, step)
}

type Choice = 'anyOf' | 'oneOf'

const NOUNS: Readonly<Record<string, string>> = {
  null: 'null',
  object: 'an object',
  array: 'an array',
  integer: 'an integer',
}

/** Of a number where an integer must be the message has the number itself. */
function notOfType(value: unknown, types: string | readonly string[]): string {
  const nouns = [types].flat().map((type) => NOUNS[type] ?? `a ${type}`)
  const found = types.includes('integer') ? typeNameOrNumber(value) : typeName(value)
  return `must be ${joined(nouns, 'or')}, but is ${found}`
}

/** `a string, a number or null` */
function joined(nouns: readonly string[], last: 'or' | 'and'): string {
  return nouns.length < 2 ? nouns.join() : `${nouns.slice(0, -1).join(', ')} ${last} ${nouns.at(-1)}`
}

/** Any keyword, of which the message says what was expected and what was found. */
export function reportKeyword(
  keyword: string,
  message: string,
  params: Readonly<Record<string, unknown>>,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  report({ keyword, message, schemaPath: `${schemaPath}/${keyword}`, params }, within, step)
}
