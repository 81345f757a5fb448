/** What is said of a value that a keyword does not allow. Each function is given what was found, and what the keyword demands. */
import { entry, type Place, type Step } from './place.js'
import { report } from './report.js'
import { jsonText, listed, show, typeName, typeNameOrNumber } from './show.js'

/** `type`: a value is of none of the types. */
export function reportType(
  value: unknown,
  type: string | readonly string[],
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  report('type', notOfType(value, type), { type }, schemaPath, within, step)
}

/** The schema `false`: there is a value. */
export function reportFalse(schemaPath: string, within: Place, step?: Step): void {
  report('false', 'must be absent', undefined, schemaPath, within, step)
}

/** `required`: an object does not have a property, whose name is one that JSON has as it is. */
export function reportMissing(missingProperty: string, schemaPath: string, within: Place, step?: Step): void {
  const message = `must have the property "${missingProperty}"`
  report('required', message, { missingProperty }, schemaPath, within, step)
}

/**
 * `required` of an object, or `type` of its property: there is none, or it is of none of the types.
 * @param schemaPath where the schema of the object stands.
 */
export function reportRequired(
  value: unknown,
  type: string | readonly string[],
  schemaPath: string,
  within: Place,
  name: string,
): void {
  if (value === undefined) reportMissing(name, `${schemaPath}/required`, within)
  else reportType(value, type, `${schemaPath}/properties/${name}/type`, within, name)
}

/** `not`: a value is valid by the schema under it. */
export function reportNot(schemaPath: string, within: Place, step?: Step): void {
  report('not', 'must not match the schema under "not"', undefined, schemaPath, within, step)
}

/** `contains`: no item of an array is valid by the schema under it. */
export function reportContains(schemaPath: string, within: Place, step?: Step): void {
  const message = 'must have an item that matches the schema under "contains"'
  report('contains', message, undefined, schemaPath, within, step)
}

/** `dependentRequired`: an object does not have a property that it must have because of another. */
export function reportDependent(
  missingProperty: string,
  property: string,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must have the property ${jsonText(missingProperty)} because it has ${jsonText(property)}`
  report('dependentRequired', message, { property, missingProperty }, schemaPath, within, step)
}

/** `additionalProperties` or `unevaluatedProperties`: an object has a property that it must not have. */
export function reportUnknown(
  unknownProperty: string,
  keyword: 'additionalProperties' | 'unevaluatedProperties',
  schemaPath: string,
  within: Place,
): void {
  const place = entry(within, unknownProperty)
  report(keyword, 'is not a known property', { unknownProperty }, schemaPath, place)
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
  report('format', message, { format }, schemaPath, within, step)
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
  report('pattern', message, { pattern }, schemaPath, within, step)
}

/** `const`: a value is another. */
export function reportConst(
  value: unknown,
  allowedValue: unknown,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const message = `must be ${jsonText(allowedValue)}, but is ${show(value)}`
  report('const', message, { allowedValue }, schemaPath, within, step)
}

/** `enum`: a value is none of many that are allowed. */
export function reportEnum(
  value: unknown,
  allowed: ReadonlySet<unknown>,
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const allowedValues = [...allowed]
  const message = `must be one of ${listed(allowedValues)}, but is ${show(value)}`
  report('enum', message, { allowedValues }, schemaPath, within, step)
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
  report(keyword, notOfType(value, types), { types }, schemaPath, within, step)
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
  const message = `must have the property ${jsonText(property)} with one of ${listed(allowedValues)}, but it is ${found}`
  report(keyword, message, { property, allowedValues }, schemaPath, within, step)
}

type Choice = 'anyOf' | 'oneOf'

/** Of a number where an integer must be the message has the number itself. */
function notOfType(value: unknown, types: string | readonly string[]): string {
  const isOne = typeof types === 'string'
  const nouns = isOne ? nounOf(types) : nounsOf(types)
  const isInteger = isOne ? types === 'integer' : types.includes('integer')
  return `must be ${nouns}, but is ${isInteger ? typeNameOrNumber(value) : typeName(value)}`
}

/** `a string, a number or null` */
function nounsOf(types: readonly string[]): string {
  const nouns = types.map(nounOf)
  const last = nouns.pop()!
  return nouns.length === 0 ? last : `${nouns.join(', ')} or ${last}`
}

function nounOf(type: string): string {
  if (type === 'null') return type
  return type === 'object' || type === 'array' || type === 'integer' ? `an ${type}` : `a ${type}`
}
