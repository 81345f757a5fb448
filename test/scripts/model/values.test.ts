import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../../scripts/src/diagnostics.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { buildModel, type ModelOptions } from '../../../scripts/src/model/index.js'
import type { Model, NamedSchema, Schema } from '../../../scripts/src/model/types.js'
import { documentOf, operationDocument, schemasDocument } from './read-model.js'

const time: JsonObject = { type: 'string', format: 'date-time' }
const day: JsonObject = { type: 'string', format: 'date' }
const big: JsonObject = { type: 'integer', format: 'int64' }
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const all: ModelOptions = { dateTime: 'Temporal', int64: 'bigint' }

function read(document: JsonObject, options: ModelOptions = all) {
  const diagnostics: Diagnostic[] = []
  const model = buildModel(document, (it) => diagnostics.push(it), undefined, options)
  return { model, warnings: diagnostics.map(({ pointer, message }) => `${pointer} ${message}`) }
}

function schemaOf(model: Model, name = 'It'): NamedSchema {
  return model.schemas.find((it) => it.name === name)!
}

/** What stands in a schema's values, by the end of the place of each schema that has some. */
function valuesIn(schema: Schema): string[] {
  const inside = Object.values(schema).flatMap((it: unknown) =>
    typeof it === 'object' && it !== null ? [it] : [],
  )
  const own = schema.value === undefined ? [] : [schema.value]
  return [...own, ...inside.flatMap((it) => valuesIn(it as Schema))]
}

const content = (schema: JsonValue) => ({ content: { 'application/json': { schema } } })

const stay = (place: string, reason: string) => `${place} Values are not converted here: ${reason}`

const tagged = (kind: string, properties: JsonObject) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: kind }, ...properties },
})

describe('the values of a schema', () => {
  test.each<[options: ModelOptions, schema: JsonObject, value: string | undefined]>([
    [{}, time, undefined],
    [{}, big, undefined],
    [{ dateTime: 'Date' }, time, 'Date'],
    [{ dateTime: 'Date' }, day, undefined],
    [{ dateTime: 'Date' }, big, undefined],
    [{ dateTime: 'Temporal' }, time, 'Temporal.Instant'],
    [{ dateTime: 'Temporal' }, day, 'Temporal.PlainDate'],
    [{ int64: 'bigint' }, big, 'bigint'],
    [{ int64: 'bigint' }, time, undefined],
    [all, { ...time, type: ['string', 'null'] }, 'Temporal.Instant'],
    [all, { ...time, type: ['null', 'string'] }, 'Temporal.Instant'],
    [all, { ...time, type: ['string', 'integer'] }, undefined],
    [
      all,
      { ...time, title: 'T', description: 'D', default: '2020-01-01T00:00:00Z', 'x-a': 1 },
      'Temporal.Instant',
    ],
    [all, { format: 'date-time' }, undefined],
    [all, { type: 'number', format: 'int64' }, undefined],
    [all, { type: 'string', format: 'int64' }, undefined],
    [
      all,
      { ...big, minimum: 1, maximum: 5, exclusiveMinimum: 0, exclusiveMaximum: 9, multipleOf: 2 },
      'bigint',
    ],
  ])('by %j are of %j %s', (options, schema, value) => {
    const { model, warnings } = read(schemasDocument({ It: schema }), options)
    expect(schemaOf(model).schema.value).toBe(value)
    expect(model.values).toEqual(value === undefined ? undefined : [value])
    expect(warnings).toEqual([])
  })

  test('leave the document as it is without an option', () => {
    const document = schemasDocument({ It: { type: 'object', properties: { at: time, id: big } } })
    expect(read(document, {}).model.document).toBe(document)
  })

  test('are found in parameters, bodies and header fields, through references', () => {
    const document = operationDocument(
      {
        parameters: [{ $ref: '#/components/parameters/Since' }, { name: 'q', in: 'query', ...content(big) }],
        requestBody: { $ref: '#/components/requestBodies/Body' },
        responses: {
          200: {
            description: '',
            headers: { 'X-At': { schema: day } },
            ...content({ type: 'array', items: time }),
          },
        },
      },
      {
        components: {
          parameters: { Since: { name: 'since', in: 'query', schema: time } },
          requestBodies: { Body: content({ type: 'object', additionalProperties: big }) },
        },
      },
    )
    const [operation] = read(document).model.operations
    expect(operation!.shapes.map(({ name, schema }) => [name, valuesIn(schema)])).toEqual([
      ['MakeThingParams', ['Temporal.Instant', 'bigint']],
      ['MakeThingBody', ['bigint']],
      ['MakeThingResponse', ['Temporal.Instant']],
    ])
    expect(operation!.responses[0]!.headers[0]).toMatchObject({ codec: { value: 'Temporal.PlainDate' } })
  })
})

describe('values stay what they are in JSON', () => {
  const IT = '/components/schemas/It'
  const closed = (keyword: string) => `"${keyword}" of #${IT} applies to it`

  test.each<[schema: JsonObject, warnings: string[]]>([
    [{ ...time, pattern: 'Z$' }, [stay(IT, 'there is also "pattern", which is about the JSON')]],
    [
      { ...time, enum: ['2020-01-01T00:00:00Z'] },
      [stay(IT, 'there is also "enum", which is about the JSON')],
    ],
    [{ ...time, maxLength: 20 }, [stay(IT, 'there is also "maxLength", which is about the JSON')]],
    [{ ...big, const: 1 }, [stay(IT, 'there is also "const", which is about the JSON')]],
    [{ ...big, multipleOf: 0.5 }, [stay(IT, 'its "multipleOf" is no integer')]],
    [{ not: time }, [stay(`${IT}/not`, closed('not'))]],
    [{ if: time, then: { minLength: 1 } }, [stay(`${IT}/if`, closed('if'))]],
    [{ contains: big }, [stay(`${IT}/contains`, closed('contains'))]],
    [{ propertyNames: time }, [stay(`${IT}/propertyNames`, closed('propertyNames'))]],
    [{ unevaluatedProperties: big }, [stay(`${IT}/unevaluatedProperties`, closed('unevaluatedProperties'))]],
    [
      { dependentSchemas: { a: { properties: { b: time } } } },
      [stay(`${IT}/dependentSchemas/a/properties/b`, closed('dependentSchemas'))],
    ],
    [
      { type: 'array', uniqueItems: true, items: time },
      [stay(`${IT}/items`, `"uniqueItems" of #${IT} compares values as JSON`)],
    ],
    [
      { properties: { at: time }, enum: [{ at: '2020-01-01T00:00:00Z' }] },
      [stay(`${IT}/properties/at`, `"enum" of #${IT} lists values as JSON`)],
    ],
    [
      { allOf: [time, { type: 'string' }] },
      [stay(`${IT}/allOf/0`, `#${IT}/allOf/1 says something of the same values as JSON`)],
    ],
    [
      { type: 'integer', anyOf: [big, { maximum: 3 }] },
      [stay(`${IT}/anyOf/0`, `#${IT} says something of the same values as JSON`)],
    ],
    [
      { allOf: [{ properties: { at: time } }, { additionalProperties: { type: 'string' } }] },
      [
        stay(
          `${IT}/allOf/0/properties/at`,
          `#${IT}/allOf/1/additionalProperties says something of the same values as JSON`,
        ),
      ],
    ],
    [
      { properties: { at: time }, patternProperties: { '^(x+y)+$': { maxLength: 3 } } },
      [
        stay(
          `${IT}/properties/at`,
          `#${IT}/patternProperties/^(x+y)+$ says something of the same values as JSON`,
        ),
      ],
    ],
    [
      { properties: { at: time }, patternProperties: { '^a': { maxLength: 3 } } },
      [stay(`${IT}/properties/at`, `#${IT}/patternProperties/^a says something of the same values as JSON`)],
    ],
    [
      { oneOf: [big, { not: { maximum: 3 } }] },
      [
        stay(
          `${IT}/oneOf/0`,
          `an alternative of "oneOf" of #${IT} takes what another does not: #${IT}/oneOf/1`,
        ),
      ],
    ],
    [
      { oneOf: [time, { type: 'object' }] },
      [stay(`${IT}/oneOf/0`, `in an alternative of "oneOf", #${IT}/oneOf/1 takes any object in its place`)],
    ],
  ])('by %j', (schema, warnings) => {
    const found = read(schemasDocument({ It: schema }))
    expect(found.warnings).toEqual(warnings)
    expect(valuesIn(schemaOf(found.model).schema)).toEqual([])
  })

  test.each<JsonObject>([
    { oneOf: [time, { type: 'object', required: ['a'] }, { type: 'null' }] },
    { anyOf: [time, { type: 'object' }] },
    { allOf: [{ properties: { at: time } }, { properties: { at: { ...time, description: 'Twice.' } } }] },
    { allOf: [{ properties: { at: time }, required: ['at'] }, { additionalProperties: true }] },
    { properties: { at: time }, patternProperties: { '^x-.*$': { type: 'string' } } },
    { description: 'It.', allOf: [time] },
  ])('but not by %j', (schema) => {
    const found = read(schemasDocument({ It: schema }))
    expect(found.warnings).toEqual([])
    expect(new Set(valuesIn(schemaOf(found.model).schema))).toEqual(new Set(['Temporal.Instant']))
  })

  test('wherever a schema is referred to, if they do so in one place', () => {
    const { model, warnings } = read(
      schemasDocument({ It: { properties: { at: ref('At') } }, At: time, No: { not: ref('At') } }),
    )
    expect(warnings).toEqual([
      stay('/components/schemas/At', '"not" of #/components/schemas/No applies to it'),
    ])
    expect(schemaOf(model, 'At').schema.value).toBeUndefined()
    expect(schemaOf(model).codec).toBeUndefined()
  })

  test('in the data of events that is text', () => {
    const responses = { 200: { description: '', content: { 'text/event-stream': { schema: time } } } }
    expect(read(documentOf({ paths: { '/a': { get: { operationId: 'a', responses } } } })).warnings).toEqual([
      stay('/paths/~1a/get/responses/200/content/text~1event-stream/schema', 'the data of an event is text'),
    ])
  })
})

describe('the codec of a schema', () => {
  const instant = { value: 'Temporal.Instant' }
  const integer = { value: 'bigint' }
  test.each<[schema: JsonObject, codec: object | undefined]>([
    [{ type: 'object', properties: { a: { type: 'string' } } }, undefined],
    [time, instant],
    [{ properties: { a: time, b: { type: 'string' } } }, { properties: [{ name: 'a', codec: instant }] }],
    [
      { properties: { b: { type: 'string' } }, additionalProperties: time },
      { properties: [{ name: 'b' }], additionalProperties: instant },
    ],
    [
      { patternProperties: { '^a': time, '^b': {} } },
      { patternProperties: [{ pattern: { source: '^a', flags: 'u' }, codec: instant }] },
    ],
    [
      { prefixItems: [{}, big], items: time },
      { prefixItems: [undefined, integer], items: instant },
    ],
    [{ allOf: [{ items: time }, { items: {} }] }, { items: instant }],
    [{ anyOf: [time, { type: 'null' }] }, instant],
    [
      { oneOf: [time, big, { type: 'array', items: big }] },
      { allOf: [instant, integer, { items: integer }] },
    ],
    [{ anyOf: [time, { type: 'string' }] }, { choice: [{ codec: instant }] }],
    [
      {
        oneOf: [tagged('a', { at: time }), tagged('b', { at: { type: 'string' } }), tagged('c', { at: big })],
      },
      {
        tag: {
          property: 'kind',
          values: [
            { value: 'a', codec: { properties: [{ name: 'at', codec: instant }] } },
            { value: 'c', codec: { properties: [{ name: 'at', codec: integer }] } },
          ],
        },
      },
    ],
    [
      { anyOf: [{ properties: { at: time } }, { properties: { at: big } }] },
      {
        choice: [
          { codec: { properties: [{ name: 'at', codec: instant }] }, is: { name: 'ItAnyOf0' } },
          { codec: { properties: [{ name: 'at', codec: integer }] }, is: { name: 'ItAnyOf1' } },
        ],
      },
    ],
    [
      { anyOf: [{ ...big, minimum: 5 }, { type: 'number' }] },
      { choice: [{ codec: integer, is: { name: 'ItAnyOf0' } }] },
    ],
    [{ properties: { next: ref('It') } }, undefined],
    [
      { properties: { next: ref('It'), at: time } },
      {
        properties: [
          { name: 'next', codec: { ref: { name: 'It' } } },
          { name: 'at', codec: instant },
        ],
      },
    ],
  ])('%j is %j', (schema, codec) => {
    const { model } = read(schemasDocument({ It: schema }))
    const found = schemaOf(model).codec
    if (codec === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(codec)
  })

  test('follows references in a circle, and tells where there are integers', () => {
    const { model } = read(
      schemasDocument({
        It: { properties: { other: ref('Other') } },
        Other: { properties: { back: ref('It'), third: ref('Third') } },
        Third: { items: big },
        Alone: { properties: { self: ref('Alone'), at: time } },
      }),
    )
    expect(
      model.schemas.map(({ name, codec, hasInt64 = false }) => [name, codec !== undefined, hasInt64]),
    ).toEqual([
      ['It', true, true],
      ['Other', true, true],
      ['Third', true, true],
      ['Alone', true, false],
    ])
  })
})
