/**
 * Tests of types, written where they are needed: the compilers of engines do not look into functions of other modules, and a
 * test in such a function takes as long as all that is asked of a small object besides.
 */
import { type Code, code, importedType } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import type { Comparison } from '../facet.js'
import type { Subject } from '../subject.js'

const tests: Readonly<Record<TypeName, (value: Code) => Comparison>> = {
  null: (value) => ({ holds: code`${value} === null`, fails: code`${value} !== null` }),
  boolean: (value) => typeOf(value, code`'boolean'`),
  string: (value) => typeOf(value, code`'string'`),
  number: (value) => calling(code`Number.isFinite`, value),
  integer: (value) => calling(code`Number.isInteger`, value),
  array: (value) => calling(code`Array.isArray`, value),
  object: (value) => ({
    holds: code`typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})`,
    fails: code`typeof ${value} !== 'object' || ${value} === null || Array.isArray(${value})`,
  }),
}

function typeOf(value: Code, type: Code): Comparison {
  return { holds: code`typeof ${value} === ${type}`, fails: code`typeof ${value} !== ${type}` }
}

function calling(isType: Code, value: Code): Comparison {
  return { holds: code`${isType}(${value})`, fails: code`!${isType}(${value})` }
}

/** Whether a value is of a type, for where nothing else is asked of it. */
export function isOfType(type: TypeName, value: Code): Comparison {
  return tests[type](value)
}

/** Whether a value is of a type, for where more is asked of it: the compiler learns that a number is one. */
export function narrowsTo(type: TypeName, value: Code): Comparison {
  const test = tests[type](value)
  if (type !== 'number' && type !== 'integer') return test
  const { holds, fails } = typeOf(value, code`'number'`)
  return { holds: code`${holds} && ${test.holds}`, fails: code`${fails} || ${test.fails}` }
}

/**
 * Whether a value is a number for which the bounds of its schema are asked next: no bound lets NaN through, and a lower or an
 * upper one keeps the infinity of its side out.
 */
export function isBoundedNumber({ schema, value }: Subject): Code {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema
  const isBelow = [minimum, exclusiveMinimum].some(Number.isFinite)
  const isAbove = [maximum, exclusiveMaximum].some(Number.isFinite)
  if (!isBelow && !isAbove) return narrowsTo('number', value).holds
  const isNumber = typeOf(value, code`'number'`).holds
  if (isBelow && isAbove) return isNumber
  return code`${isNumber} && ${value} ${isBelow ? code`< Infinity` : code`> -Infinity`}`
}

/** The test of a type before what is said of it alone; that a number is finite is asked by `type` only. */
export function branchesOn(type: TypeName, value: Code): Comparison {
  return type === 'number' ? typeOf(value, code`'number'`) : narrowsTo(type, value)
}

/** A value that is known to be an object, for the compiler, which knows nothing of its properties. */
export function asObject(value: Code): Code {
  return code`${value} as ${importedType('runtime/validators/types.ts', 'ObjectValue')}`
}
