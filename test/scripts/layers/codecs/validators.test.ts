import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import type { Issue, StandardSchema, ValidationResult } from '../../../../scripts/src/runtime/validation.js'
import { type AnyLayers, importLayers } from './emitted.js'

const time: JsonObject = { type: 'string', format: 'date-time' }
const big: JsonObject = { type: 'integer', format: 'int64' }
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const schemas: JsonObject = {
  Time: time,
  MaybeTime: { type: ['string', 'null'], format: 'date-time', description: 'When.' },
  Day: { type: 'string', format: 'date' },
  Big: big,
  Bounded: { ...big, minimum: 2, exclusiveMaximum: 10, multipleOf: 2 },
  MaybeBounded: { type: ['integer', 'null'], format: 'int64', maximum: 9007199254740992 },
  Holder: { type: 'object', required: ['at'], properties: { at: time, ids: { type: 'array', items: big } } },
  Choice: { oneOf: [time, big, { type: 'object', required: ['at'], properties: { at: time } }] },
  Union: { anyOf: [ref('Time'), { type: 'string' }, { type: 'null' }] },
  Unique: { type: 'array', uniqueItems: true, items: big },
}

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Values', version: '1' },
  paths: {},
  components: { schemas },
}

const date = new Date('2026-01-02T03:04:05Z')
const instant = Temporal.Instant.from('2026-01-02T03:04:05Z')
const day = Temporal.PlainDate.from('2026-01-02')
const invalid = new Date(Number.NaN)
const MOST = 2n ** 63n - 1n

let dates: AnyLayers
let temporals: AnyLayers

const accepted = (layers: AnyLayers, name: string, value: unknown) => layers.validators[`is${name}`]!(value)
const issuesOf = (layers: AnyLayers, name: string, value: unknown): readonly Issue[] =>
  (layers.validators[`validate${name}`]!(value) as ValidationResult<unknown>).issues ?? []

const schemaOf = (name: string) =>
  // A Standard Schema is what the layer exports under that name.
  (dates.validators[`${name}Schema`] as unknown as StandardSchema<unknown>)['~standard'].jsonSchema.output({
    target: 'draft-2020-12',
  })

describe('validators of values', () => {
  it('are made', async () => {
    dates = await importLayers(document, { dateTime: 'Date', int64: 'bigint' })
    temporals = await importLayers(document, {
      dateTime: 'Temporal',
      int64: 'bigint',
      temporal: 'temporal-polyfill',
    })
    expect(dates.validators).toHaveProperty('isTime')
    expect(temporals.validators).toHaveProperty('isDay')
  })

  it.each<[layer: 'Date' | 'Temporal', name: string, value: unknown]>([
    ['Date', 'Time', date],
    ['Date', 'Time', new Date('0000-01-01T00:00:00Z')],
    ['Date', 'Time', new Date('9999-12-31T23:59:59.999Z')],
    ['Date', 'MaybeTime', null],
    ['Date', 'MaybeTime', date],
    ['Date', 'Day', '2026-01-02'],
    ['Date', 'Big', MOST],
    ['Date', 'Big', -MOST - 1n],
    ['Date', 'Bounded', 2n],
    ['Date', 'MaybeBounded', null],
    ['Date', 'MaybeBounded', 9007199254740992n],
    ['Date', 'Holder', { at: date, ids: [1n, 2n] }],
    ['Date', 'Choice', date],
    ['Date', 'Choice', 5n],
    ['Date', 'Choice', { at: date }],
    ['Date', 'Union', 'any text'],
    ['Date', 'Union', date],
    ['Date', 'Unique', [1n, 2n]],
    ['Temporal', 'Time', instant],
    ['Temporal', 'Day', day],
    ['Temporal', 'MaybeTime', null],
  ])('with %s take for a %s %o', (layer, name, value) => {
    const layers = layer === 'Date' ? dates : temporals
    expect(accepted(layers, name, value)).toBe(true)
    expect(issuesOf(layers, name, value)).toEqual([])
  })

  it.each<[layer: 'Date' | 'Temporal', name: string, value: unknown, keyword: string, message: string]>([
    [
      'Date',
      'Time',
      '2026-01-02T03:04:05Z',
      'type',
      'must be a Date (in JSON a date-time), but is "2026-01-02T03:04:05Z"',
    ],
    ['Date', 'Time', 'x', 'type', 'must be a Date (in JSON a date-time), but is "x"'],
    ['Date', 'Time', null, 'type', 'must be a Date (in JSON a date-time), but is null'],
    ['Date', 'Time', { getTime: () => 1 }, 'type', 'must be a Date (in JSON a date-time), but is an object'],
    ['Date', 'Time', instant, 'type', 'must be a Date (in JSON a date-time), but is an object'],
    ['Date', 'Time', invalid, 'format', 'must be valid and in the years 0 to 9999, but is Invalid Date'],
    [
      'Date',
      'Time',
      new Date('+010000-06-01T00:00:00Z'),
      'format',
      expect.stringMatching(/^must be valid and in the years 0 to 9999, but is .* 10000 /),
    ],
    ['Date', 'MaybeTime', 5, 'type', 'must be a Date (in JSON a date-time) or null, but is 5'],
    ['Date', 'MaybeTime', invalid, 'format', 'must be valid and in the years 0 to 9999, but is Invalid Date'],
    ['Date', 'Big', 5, 'type', 'must be a bigint (in JSON an int64), but is 5'],
    ['Date', 'Big', '5', 'type', 'must be a bigint (in JSON an int64), but is "5"'],
    [
      'Date',
      'Big',
      MOST + 1n,
      'format',
      'must be an integer of 64 bits with sign, but is 9223372036854775808',
    ],
    ['Date', 'Bounded', 0n, 'minimum', 'must be at least 2, but is 0'],
    ['Date', 'Bounded', 10n, 'exclusiveMaximum', 'must be less than 10, but is 10'],
    ['Date', 'Bounded', 3n, 'multipleOf', 'must be a multiple of 2, but is 3'],
    [
      'Date',
      'MaybeBounded',
      9007199254740993n,
      'maximum',
      'must be at most 9007199254740992, but is 9007199254740993',
    ],
    ['Date', 'Unique', [1n, 1n], 'uniqueItems', 'must not have equal items, but item 1 equals item 0'],
    ['Temporal', 'Time', date, 'type', 'must be a Temporal.Instant (in JSON a date-time), but is an object'],
    ['Temporal', 'Time', day, 'type', 'must be a Temporal.Instant (in JSON a date-time), but is an object'],
    [
      'Temporal',
      'Day',
      '2026-01-02',
      'type',
      'must be a Temporal.PlainDate (in JSON a date), but is "2026-01-02"',
    ],
    [
      'Temporal',
      'Day',
      Temporal.PlainDate.from('+010000-01-01'),
      'format',
      'must be in the years 0 to 9999, but is +010000-01-01',
    ],
    [
      'Temporal',
      'Time',
      Temporal.Instant.from('-000001-01-01T00:00:00Z'),
      'format',
      'must be in the years 0 to 9999, but is -000001-01-01T00:00:00Z',
    ],
  ])('with %s refuse for a %s %o by %s: %s', (layer, name, value, keyword, message) => {
    const layers = layer === 'Date' ? dates : temporals
    expect(accepted(layers, name, value)).toBe(false)
    expect(issuesOf(layers, name, value)).toMatchObject([{ pointer: '', keyword, message }])
  })

  it('tell the place of each value', () => {
    const issues = issuesOf(dates, 'Holder', { at: 'x', ids: [1n, 2] })
    expect(issues.map(({ pointer, schemaPath }) => [pointer, schemaPath])).toEqual([
      ['/at', '#/components/schemas/Holder/properties/at/type'],
      ['/ids/1', '#/components/schemas/Holder/properties/ids/items/type'],
    ])
  })

  it('describe the JSON in JSON Schema', () => {
    for (const name of ['Time', 'MaybeTime', 'Bounded', 'Holder']) {
      expect(schemaOf(name)).toEqual({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        ...(schemas[name] as JsonObject),
      })
    }
  })
})
