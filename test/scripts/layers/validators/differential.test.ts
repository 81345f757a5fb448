import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { importValidators } from '../import-validators.js'

const SCHEMAS = 150
const VALUES = 50
const SEED = 20261124

const names = fc.constantFrom('a', 'b', 'c')
const small = fc.integer({ min: -1, max: 3 })
const count = fc.integer({ min: 0, max: 3 })

/** Values that are near what the schemas below talk about. */
const value = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, -0, 0.5, 1, 2, 3, '', 'a', 'ab', 'abc', '😀'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

/** Schemas of every keyword that is supported, each keyword present now and then. */
const schema = fc.letrec<{ schema: JsonValue }>((tie) => {
  const one = tie('schema')
  const some = fc.array(one, { minLength: 1, maxLength: 3 })
  const keywords = {
    type: fc.oneof(
      fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'integer', 'string'),
      fc.uniqueArray(fc.constantFrom('null', 'object', 'array', 'number', 'integer', 'string'), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    enum: fc.uniqueArray(value, {
      minLength: 1,
      maxLength: 4,
      comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    }),
    const: value,
    minimum: small,
    maximum: small,
    exclusiveMinimum: small,
    exclusiveMaximum: small,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minLength: count,
    maxLength: count,
    pattern: fc.constantFrom('^a', 'b$', '^.$', ''),
    prefixItems: some,
    items: one,
    contains: one,
    minContains: count,
    maxContains: count,
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    properties: fc.dictionary(names, one, { maxKeys: 3, noNullPrototype: true }),
    required: fc.uniqueArray(names, { maxLength: 2 }),
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), one, { maxKeys: 2, noNullPrototype: true }),
    additionalProperties: one,
    propertyNames: one,
    minProperties: count,
    maxProperties: count,
    dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    dependentSchemas: fc.dictionary(names, one, { maxKeys: 2, noNullPrototype: true }),
    allOf: some,
    anyOf: some,
    oneOf: some,
    not: one,
  }
  const rarely = Object.entries(keywords).map(
    ([keyword, arbitrary]) =>
      fc
        .option(arbitrary as fc.Arbitrary<JsonValue>, { freq: 7, nil: undefined })
        .map((chosen) => [keyword, chosen] as const), // each makes JSON
  )
  const object = fc.tuple(...rarely).map(
    (entries): JsonValue =>
      Object.fromEntries(entries.filter(([, chosen]) => chosen !== undefined)) as JsonObject, // undefined is out
  )
  return { schema: fc.oneof({ maxDepth: 3, depthIdentifier: 'schema' }, fc.boolean(), object) }
}).schema

it('agrees with ajv on generated schemas and values', async () => {
  const schemas = fc.sample(schema, { numRuns: SCHEMAS, seed: SEED })
  const values = fc.sample(value, { numRuns: VALUES, seed: SEED })
  const named = Object.fromEntries(schemas.map((generated, index) => [`S${index}`, generated]))
  const validators = await importValidators(named)
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const verdicts = { true: 0, false: 0 }
  for (const [name, generated] of Object.entries(named)) {
    const expected = ajv.compile(generated as JsonObject | boolean)
    const { is, validate } = validators[name]!
    for (const item of values) {
      const wanted = expected(item)
      verdicts[`${wanted}`] += 1
      const context = () => JSON.stringify({ schema: generated, value: item })
      if (is(item) !== wanted) expect.fail(`ajv says ${wanted}: ${context()}`)
      const { issues } = validate(item)
      if ((issues === undefined) !== wanted || issues?.length === 0) expect.fail(`wrong issues: ${context()}`)
    }
  }
  // Both verdicts must occur often, or the comparison would show little.
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan((SCHEMAS * VALUES) / 10)
})
