import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { type AnyLayers, type Conversions, importLayers } from './emitted.js'
import { shown } from './shown.js'

/** What stands in a schema: what is to convert, what looks like it, and what holds it. */
const { schema: anySchema } = fc.letrec<{ schema: JsonObject }>((tie) => {
  const inner = tie('schema')
  const object = fc
    .record({
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), inner, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      required: fc.subarray(['a', 'b']),
      others: fc.option(inner, { nil: undefined }),
      patterns: fc.option(inner, { nil: undefined, freq: 6 }),
    })
    .map(({ properties, required, others, patterns }): JsonObject => ({
      type: 'object',
      properties,
      required,
      ...(others && { additionalProperties: others }),
      ...(patterns && { patternProperties: { '^[cd]': patterns } }),
    }))
  const list = (minLength: number) => fc.array(inner, { minLength, maxLength: 3 })
  return {
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonObject>(
        { type: 'string', format: 'date-time' },
        { type: ['string', 'null'], format: 'date-time' },
        { type: 'integer', format: 'int64' },
        { type: 'integer', format: 'int64', minimum: 2 },
        { type: 'string' },
        { type: 'string', format: 'date' },
        { type: 'number' },
        { type: 'null' },
        { enum: ['x', 1, '2026-01-02T03:04:05Z'] },
        { $ref: '#/components/schemas/Tree' },
        { $ref: '#/components/schemas/Time' },
        {},
      ),
      object,
      fc.tuple(list(0), fc.option(inner, { nil: undefined })).map(([prefixItems, items]): JsonObject => ({
        type: 'array',
        ...(prefixItems.length > 0 && { prefixItems }),
        ...(items && { items }),
      })),
      list(1).map((anyOf): JsonObject => ({ anyOf })),
      list(1).map((oneOf): JsonObject => ({ oneOf })),
      list(1).map((allOf): JsonObject => ({ allOf })),
      inner.map((not): JsonObject => ({ not })),
    ),
  }
})

const { value: anyJson } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(
      '2026-01-02T03:04:05Z',
      '2026-01-02T03:04:05.25+01:00',
      '2026-01-02',
      'x',
      1,
      2,
      2.5,
      null,
      true,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

const tree: JsonObject = {
  type: 'object',
  properties: { a: { type: 'string', format: 'date-time' }, b: { $ref: '#/components/schemas/Tree' } },
  required: ['a'],
}

/** How many schemas are judged together, as it takes long to generate. */
const AT_ONCE = 60
const SEEDS = [1, 2, 3]

function documentOf(seed: number): JsonObject {
  const drawn = fc.sample(anySchema, { numRuns: AT_ONCE, seed })
  const named = drawn.map((schema, index): [string, JsonObject] => [
    `S${index}_`,
    { type: 'object', properties: { a: schema } },
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Random', version: '1' },
    paths: {},
    components: {
      schemas: { Tree: tree, Time: { type: 'string', format: 'date-time' }, ...Object.fromEntries(named) },
    },
  }
}

/** The value as an exact copy of its own JSON, and what the layer makes of it. */
function memoryOf({ codecs }: AnyLayers, name: string, json: unknown): unknown {
  return codecs[`decode${name}`]?.(json) ?? json
}

describe.each<Conversions>([
  { dateTime: 'Date', int64: 'bigint' },
  { dateTime: 'Temporal', temporal: 'temporal-polyfill' },
])('with %j', (conversions) => {
  test.each(SEEDS)(
    'what is valid in JSON is in memory, and the way back leads to the same (seed %i)',
    async (seed) => {
      const document = documentOf(seed)
      const plain = await importLayers(document, {})
      const converting = await importLayers(document, conversions)
      const names = Object.keys(plain.validators).flatMap((it) => /^is(S\d+)$/.exec(it)?.[1] ?? [])
      expect(names.length).toBe(AT_ONCE)
      let valid = 0
      for (const name of names) {
        for (const value of fc.sample(anyJson, { numRuns: 60, seed })) {
          const json = { a: value }
          const memory = memoryOf(converting, name, json)
          const isValid = plain.validators[`is${name}`]!(json)
          const isTaken = converting.validators[`is${name}`]!(memory)
          const schema = JSON.stringify(
            (document['components'] as { schemas: JsonObject }).schemas[`${name}_`],
          )
          // As JSON a value may be valid by two alternatives of which in memory it is only of one.
          const mayBeTaken = schema.includes('oneOf')
          if (isValid === isTaken || (mayBeTaken && isTaken === true)) {
            if (isValid !== true) continue
            valid += 1
            const text = converting.codecs['jsonTextOf']!(memory) as string
            expect(shown(memoryOf(converting, name, JSON.parse(text)))).toEqual(shown(memory))
            continue
          }
          expect.fail(
            `${schema} takes ${JSON.stringify(json)}: ${isValid}, but not so ${JSON.stringify(shown(memory))}`,
          )
        }
      }
      expect(valid).toBeGreaterThan(100)
    },
  )
})
