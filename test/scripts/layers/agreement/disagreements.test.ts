import { expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { generatedModules, importValidators } from '../import-validators.js'
import { typeErrors } from '../types/compile.js'
import { valueModule, withLines } from './check-module.js'

/** Where a type is meant to say something else of a value than the validator. */
const disagreements: readonly {
  readonly reason: string
  readonly schema: JsonValue
  readonly value: JsonValue
  readonly isValid: boolean
}[] = [
  {
    reason: 'who lists properties means an object, though JSON Schema asks for one only by `type`',
    schema: { properties: { a: { type: 'string' } } },
    value: 'text',
    isValid: true,
  },
  {
    reason: 'TypeScript takes an object for a mistake that shares no property with a type of optional ones',
    schema: { type: 'object', properties: { a: { type: 'string' } } },
    value: { unlisted: 1 },
    isValid: true,
  },
  {
    reason: 'an index signature stands for listed properties, too, so it takes what they take',
    schema: {
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: { type: 'number' },
    },
    value: { b: 'text' },
    isValid: false,
  },
  {
    reason: 'there are no index signatures for names that match a regular expression',
    schema: { type: 'object', patternProperties: { '^x-': { type: 'number' } } },
    value: { 'x-a': 'text' },
    isValid: false,
  },
  {
    reason: 'TypeScript has one type for all numbers',
    schema: { type: 'integer' },
    value: 1.5,
    isValid: false,
  },
  {
    reason: 'a union takes what more than one of its members takes',
    schema: { oneOf: [{ type: 'number' }, { enum: [1, 'a'] }] },
    value: 1,
    isValid: false,
  },
]

it('types and validators disagree where it is meant', async () => {
  const rows = disagreements.map((row, index) => ({ ...row, name: `Row${index}` }))
  const schemas = Object.fromEntries(rows.map(({ name, schema }) => [name, schema]))
  const validators = await importValidators(schemas)
  expect(rows.map(({ name, value }) => validators[name]!.is(value))).toEqual(
    rows.map(({ isValid }) => isValid),
  )
  const assignable = valueModule(
    rows.map(({ name, value, isValid }) => ({
      name,
      valid: isValid ? [] : [value],
      refused: isValid ? [value] : [],
    })),
  )
  const modules = [...generatedModules(schemas, [types])].map(([path, content]) => ({ path, content }))
  const files = [...modules, assignable]
  expect(withLines(typeErrors(files), files)).toEqual([])
})
