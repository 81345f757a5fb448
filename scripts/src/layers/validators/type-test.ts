import { type Code, code, literal } from '../../emit/index.js'
import type { TypeName } from '../../model/types.js'
import { type Comparison, type Facet, reporting } from './facet.js'
import { allOf, anyOf } from './logic.js'
import type { Subject } from './subject.js'
import { isArray, isInteger, isNumber, isObject } from './runtime.js'

const tests: Readonly<Record<TypeName, (value: Code) => Comparison>> = {
  null: (value) => ({ holds: code`${value} === null`, fails: code`${value} !== null` }),
  boolean: (value) => typeOf(value, code`'boolean'`),
  string: (value) => typeOf(value, code`'string'`),
  number: (value) => calling(isNumber, value),
  integer: (value) => calling(isInteger, value),
  array: (value) => calling(isArray, value),
  object: (value) => calling(isObject, value),
}

function typeOf(value: Code, type: Code): Comparison {
  return { holds: code`typeof ${value} === ${type}`, fails: code`typeof ${value} !== ${type}` }
}

function calling(isType: Code, value: Code): Comparison {
  return { holds: code`${isType}(${value})`, fails: code`!${isType}(${value})` }
}

/** An expression that is true if `value` is of a type; it narrows the variable. */
export function typeTest(type: TypeName, value: Code): Code {
  return tests[type](value).holds
}

/** The test of a type before what is said of it alone; that a number is finite is asked by `type` only. */
export function branchTest(type: TypeName, value: Code): Code {
  return type === 'number' ? code`typeof ${value} === 'number'` : typeTest(type, value)
}

/** The facet of `type`. */
export function typeFacet(types: readonly TypeName[], { schema, value }: Subject): Facet {
  const named = literal(types.length === 1 ? types[0]! : types)
  const each = types.map((type) => tests[type](value))
  return {
    holds: anyOf(each.map(({ holds }) => holds)),
    fails: allOf(each.map(({ fails }) => fails)),
    report: reporting('reportType', [value, named], schema, 'type'),
    reportRequired: (requiring) => reporting('reportRequired', [value, named], requiring),
  }
}
