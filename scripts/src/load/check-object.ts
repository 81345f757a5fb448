import { isJsonObject, type JsonObject, type JsonValue } from '../json.js'
import { describe, label, labelOf, quote } from './describe.js'
import type { Findings } from './findings.js'
import { isOfType } from './is-of-type.js'
import { nearest } from './near.js'
import { fieldOf, isObjectType, type ObjectType, type Scalar } from './object-types.js'
import type { Visit } from './walk.js'

/** Checks one object or array of OpenAPI, without those inside it: that it is one, its fields, and that none is missing. */
export function checkObject({ value, type, tokens }: Visit, findings: Findings): void {
  const container = type.items === undefined ? 'an object' : 'an array'
  if (type.items === undefined ? !isJsonObject(value) : !Array.isArray(value)) {
    const message = `${labelOf(tokens)} must be ${container}, found ${describe(value)}`
    findings.error(tokens, { message, hint: `Write ${container} here.` })
    return
  }
  if (!isJsonObject(value)) return
  checkRequired(value, type, tokens, findings)
  for (const [key, member] of Object.entries(value)) {
    const field = fieldOf(type, key, member)
    if (field === undefined) unknownField(key, type, tokens, findings)
    else if (field !== null && !isObjectType(field)) checkScalar(member, field, [...tokens, key], findings)
  }
}

function checkRequired(
  value: JsonObject,
  type: ObjectType,
  tokens: readonly string[],
  findings: Findings,
): void {
  const required = typeof type.required === 'function' ? type.required(value, tokens.at(-1)) : type.required
  for (const field of required ?? []) {
    if (Object.hasOwn(value, field)) continue
    findings.error(tokens, { message: `${labelOf(tokens)} lacks \`${field}\``, hint: `Add \`${field}\`.` })
  }
  const one = type.requiredOneOf ?? []
  if (one.length === 0 || one.some((field) => Object.hasOwn(value, field))) return
  const names = one.map((field) => `\`${field}\``).join(' or ')
  findings.error(tokens, { message: `${labelOf(tokens)} lacks ${names}`, hint: `Add ${names}.` })
}

/** Types whose members have names of a fixed form: what else stands there was meant to be one of them. */
const namedMembers: ReadonlyMap<string, readonly [expected: string, hint: string]> = new Map([
  ['Paths', ['a path, which begins with `/`', 'Begin it with `/`.']],
  ['Responses', ['a status code, a range such as `2XX`, or `default`', 'Correct the status code.']],
])

function unknownField(key: string, type: ObjectType, tokens: readonly string[], findings: Findings): void {
  if (key.startsWith('x-')) return
  const named = namedMembers.get(type.name)
  if (named) {
    findings.error([...tokens, key], { message: `${quote(key)} is not ${named[0]}`, hint: named[1] })
    return
  }
  const near = nearest(key, Object.keys(type.properties))
  const hint = near === undefined ? 'Remove it, or begin its name with `x-`.' : `Did you mean \`${near}\`?`
  const message = `${label(key)} is no field of ${labelOf(tokens)} and has no effect`
  findings.warning([...tokens, key], { message, hint })
}

function checkScalar(value: JsonValue, field: Scalar, tokens: readonly string[], findings: Findings): void {
  if (field.enum) {
    if (typeof value === 'string' && field.enum.includes(value)) return
    const near = typeof value === 'string' ? nearest(value, field.enum) : undefined
    const expected = field.enum.map((each) => `\`${each}\``).join(', ')
    findings.error(tokens, {
      message: `${labelOf(tokens)} must be one of ${expected}, found ${describe(value)}`,
      hint: near === undefined ? 'Write one of these.' : `Did you mean \`${near}\`?`,
    })
  } else if (field.type !== undefined && !isOfType(value, field.type)) {
    const expected = withArticle(field.type)
    const message = `${labelOf(tokens)} must be ${expected}, found ${describe(value)}`
    findings.error(tokens, { message, hint: `Write ${expected}.` })
  } else if (field.items && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      checkScalar(item, field.items, [...tokens, String(index)], findings)
    }
  }
}

function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
