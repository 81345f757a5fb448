import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import type { ModelOptions } from '../../../../scripts/src/model/index.js'
import { build, schemasDocument } from '../read-model.js'

function read(schema: JsonObject, options: ModelOptions = { enums: 'const' }) {
  const { model, diagnostics } = build(schemasDocument({ It: schema, Other: true }), options)
  return { listed: model.schemas[0]!.enum, diagnostics }
}

/** Key, value and description of each member. */
function members(schema: JsonObject) {
  return read(schema).listed?.members.map(({ key, value, description }) => [key, value, description])
}

describe('a component that lists strings and numbers', () => {
  it.each<readonly [why: string, schema: JsonObject, isNullable: boolean]>([
    ['of strings', { type: 'string', enum: ['a'] }, false],
    ['of numbers', { type: 'integer', enum: [1, 2] }, false],
    ['of both, without a type', { enum: ['a', 1] }, false],
    ['with null', { type: ['string', 'null'], enum: ['a', null] }, true],
    [
      'with null in its type alone, as openapi-typescript has it',
      { type: ['string', 'null'], enum: ['a'] },
      true,
    ],
    [
      'with words',
      { enum: ['a'], title: 'A', description: 'B', deprecated: true, default: 'a', examples: ['a'] },
      false,
    ],
    ['beside keywords of objects', { enum: ['a'], properties: {}, additionalProperties: true }, false],
    ['that are limited otherwise, too', { enum: ['a'], maxLength: 1, not: { const: 'b' } }, false],
  ])('is an enum: %s', (_, schema, isNullable) => {
    expect(read(schema)).toMatchObject({ listed: { isNullable }, diagnostics: [] })
  })

  it.each<readonly [why: string, schema: JsonObject]>([
    ['without a list', { type: 'string' }],
    ['with an empty one', { enum: [] }],
    ['of null alone', { enum: [null] }],
    ['of other values, too', { enum: ['a', true] }],
    ['of objects', { enum: [{ a: 1 }] }],
    ['that is a constant', { const: 'a', enum: ['a'] }],
    ['that refers to another', { $ref: '#/components/schemas/Other', enum: ['a'] }],
    ...['allOf', 'anyOf', 'oneOf'].map((key): [string, JsonObject] => [
      `beside ${key}`,
      { [key]: [true], enum: ['a'] },
    ]),
  ])('is none: %s', (_, schema) => {
    expect(read(schema).listed).toBeUndefined()
  })

  it('is one only where enums are to be objects', () => {
    const schema = { enum: ['a', 'b'], 'x-enum-varnames': [] }
    expect(read(schema, {})).toEqual({ listed: undefined, diagnostics: [] })
    expect(read(schema, { enums: 'union' })).toEqual({ listed: undefined, diagnostics: [] })
  })

  it('has each value once, and null not at all', () => {
    expect(members({ enum: ['a', null, 'b', 'a', 1] })).toEqual([
      ['A', 'a', undefined],
      ['B', 'b', undefined],
      ['_1', 1, undefined],
    ])
  })
})

describe('the names of values', () => {
  it.each<readonly [why: string, schema: JsonObject, keys: readonly string[]]>([
    ['x-enum-varnames', { enum: [1, 2], 'x-enum-varnames': ['ONE', 'two'] }, ['ONE', 'two']],
    ['x-enumNames', { enum: [1, 2], 'x-enumNames': ['One', '$two'] }, ['One', '$two']],
    ['the first of the two', { enum: [1], 'x-enumNames': ['B'], 'x-enum-varnames': ['A'] }, ['A']],
    [
      'a list with one for null',
      { enum: ['a', null, 'b'], 'x-enumNames': ['A1', 'None', 'B1'] },
      ['A1', 'B1'],
    ],
    ['a list with none for null', { enum: ['a', null, 'b'], 'x-enumNames': ['A1', 'B1'] }, ['A1', 'B1']],
    [
      'reserved words, which a key may be',
      { enum: [1, 2], 'x-enumNames': ['default', '__proto__'] },
      ['default', '__proto__'],
    ],
  ])('are those of %s', (_, schema, keys) => {
    const { listed, diagnostics } = read(schema)
    expect(listed?.members.map(({ key }) => key)).toEqual(keys)
    expect(diagnostics).toEqual([])
  })

  it.each<readonly [why: string, names: JsonObject['x'], problem: string]>([
    ['too few', ['A'], 'they must be a list of 2, one for each value'],
    ['too many', ['A', 'B', 'C'], 'they must be a list of 2, one for each value'],
    ['no list', { a: 'A', b: 'B' }, 'they must be a list of 2, one for each value'],
    ['not unique', ['A', 'A'], '"A" stands for two'],
    ['no identifiers', ['A', 'b c'], '"b c" is no identifier'],
    ['not ASCII', ['A', 'é'], '"é" is no identifier'],
    ['code', ['A', 'x\n*/ evil()'], String.raw`"x\n*/ evil()" is no identifier`],
    ['no strings', ['A', 1], '1 is no identifier'],
  ])('that a document gives are remarked on where they are %s', (_, names, problem) => {
    const { listed, diagnostics } = read({ enum: ['one', 'two'], 'x-enum-varnames': names! })
    expect(listed?.members.map(({ key }) => key)).toEqual(['One', 'Two'])
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        pointer: '/components/schemas/It/x-enum-varnames',
        message: `The names of the values are not used: ${problem}`,
        hint: 'Give each value an identifier of its own',
      },
    ])
  })
})

describe('the descriptions of values', () => {
  it.each<readonly [why: string, extension: JsonObject, descriptions: readonly (string | undefined)[]]>([
    ['a list', { 'x-enum-descriptions': ['First.', 'Second.', 'None.'] }, ['First.', 'Second.']],
    ['a list without null', { 'x-enum-descriptions': ['First.', 'Second.'] }, ['First.', 'Second.']],
    ['a list with gaps', { 'x-enum-descriptions': [null, 'Second.', ''] }, [undefined, 'Second.']],
    [
      'an object by value',
      { 'x-enum-descriptions': { 2: 'Second.', a: 'First.', b: 'Third.' } },
      ['First.', 'Second.'],
    ],
    ['another name', { 'x-enumDescriptions': { a: 'First.' } }, ['First.', undefined]],
    ['no value of a prototype', { 'x-enum-descriptions': {} }, [undefined, undefined]],
  ])('come from %s', (_, extension, descriptions) => {
    const { listed, diagnostics } = read({ enum: ['a', 2, null], ...extension })
    expect(listed?.members.map(({ description }) => description)).toEqual(descriptions)
    expect(diagnostics).toEqual([])
  })

  it('are not read from a prototype', () => {
    expect(members({ enum: ['constructor'], 'x-enum-descriptions': {} })).toEqual([
      ['Constructor', 'constructor', undefined],
    ])
  })

  it.each([[['One.']], ['One.'], [['a', 'b', 'c']]])('%j is remarked on', (descriptions) => {
    const { listed, diagnostics } = read({ enum: ['a', 'b'], 'x-enum-descriptions': descriptions })
    expect(listed?.members.map(({ description }) => description)).toEqual([undefined, undefined])
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        pointer: '/components/schemas/It/x-enum-descriptions',
        message: 'The descriptions of the values are not used: they must be a list of 2, one for each value',
      },
    ])
  })
})
