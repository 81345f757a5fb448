import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { followIn } from '../../../../scripts/src/layers/builders/follow.js'
import { hasOwnProperties, isOpen, propertiesOf } from '../../../../scripts/src/layers/builders/properties.js'
import { waysOf } from '../../../../scripts/src/layers/builders/ways.js'
import { modelOf, schemaIn } from './model-of.js'

const others: JsonObject = {
  Parent: {
    type: 'object',
    description: 'A parent.',
    properties: { a: { description: 'Of the parent.', default: 1 }, p: {} },
  },
  Child: { allOf: [{ $ref: '#/components/schemas/Parent' }, { properties: { c: {} } }] },
  Text: { type: 'string', description: 'A text.', deprecated: true, default: 'x' },
  Alias: { $ref: '#/components/schemas/Text', description: 'An alias.' },
}
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

function read(schema: JsonObject) {
  const model = modelOf({ It: schema, ...others })
  return [schemaIn(model, 'It').schema, followIn(model)] as const
}

describe('propertiesOf', () => {
  it.each<[string, JsonObject, string[]]>([
    ['its own', { properties: { b: {}, a: true } }, ['b', 'a']],
    ['those of a referred schema', ref('Child'), ['a', 'p', 'c']],
    [
      'its own before those that allOf adds',
      { allOf: [ref('Parent')], properties: { b: {} } },
      ['b', 'a', 'p'],
    ],
    [
      'those of alternatives',
      {
        properties: { b: {} },
        oneOf: [ref('Parent'), { properties: { o: {} } }],
        anyOf: [{ properties: { y: {} } }],
      },
      ['b', 'y', 'a', 'p', 'o'],
    ],
    [
      'one that some alternative allows',
      { properties: { a: {} }, oneOf: [{ properties: { a: false } }, { required: ['a'] }] },
      ['a'],
    ],
    [
      'none that is never allowed',
      { properties: { a: {}, b: {}, c: false }, not: { required: ['b'] } },
      ['a'],
    ],
    ['one that is required and not described', { properties: { a: {} }, required: ['b', 'a'] }, ['a', 'b']],
    ['all where no value is valid', { properties: { a: {} }, oneOf: [false] }, ['a']],
    [
      'those with names of Object.prototype',
      JSON.parse('{"properties":{"__proto__":{},"constructor":{}}}'),
      ['__proto__', 'constructor'],
    ],
  ])('has %s', (_, json, want) => {
    const [schema, follow] = read(json)
    expect(propertiesOf(schema, waysOf(schema, follow), follow).map(({ name }) => name)).toEqual(want)
  })

  it.each<[string, JsonObject, object]>([
    ['nothing', {}, {}],
    [
      'its description, default and deprecation',
      { description: 'D.', default: null, deprecated: true },
      { text: 'D.', default: null, deprecated: true },
    ],
    [
      'those of the target of its reference',
      ref('Text'),
      { text: 'A text.', default: 'x', deprecated: true },
    ],
    [
      'its own before those',
      { ...ref('Text'), deprecated: false },
      { text: 'A text.', default: 'x', deprecated: false },
    ],
    ['those of the nearest target', ref('Alias'), { text: 'An alias.', default: 'x', deprecated: true }],
  ])('says of a property %s', (_, property, want) => {
    const [schema, follow] = read({ properties: { it: property } })
    expect(propertiesOf(schema, waysOf(schema, follow), follow)).toEqual([{ name: 'it', doc: want }])
  })

  it('says what the first declaration of a property says, and then what the next adds', () => {
    const [schema, follow] = read({ properties: { a: { description: 'Own.' } }, allOf: [ref('Parent')] })
    const [first] = propertiesOf(schema, waysOf(schema, follow), follow)
    expect(first).toEqual({ name: 'a', doc: { text: 'Own.', default: 1 } })
  })
})

describe('hasOwnProperties', () => {
  it.each<[string, JsonObject | boolean, boolean]>([
    ['an object with properties', { type: 'object', properties: { a: {} } }, true],
    ['properties without a type', { properties: { a: {} } }, true],
    ['an object or null', { type: ['object', 'null'], properties: { a: {} } }, true],
    ['a reference to one', ref('Parent'), true],
    ['one that consists of others', { allOf: [ref('Parent'), ref('Child')] }, true],
    [
      'one with alternatives beside its properties',
      { properties: { a: {} }, oneOf: [ref('Parent'), ref('Child')] },
      true,
    ],
    ['alternatives alone', { oneOf: [ref('Parent'), ref('Child')] }, false],
    ['alternatives of which one is null', { anyOf: [ref('Parent'), { type: 'null' }] }, false],
    ['an object without properties', { type: 'object', required: ['a'] }, false],
    ['a map', { type: 'object', additionalProperties: { type: 'string' } }, false],
    ['properties that cannot be there', { properties: { a: false } }, false],
    ['a string', { type: 'string' }, false],
    ['an enum', { enum: ['a', 'b'] }, false],
    ['a list', { type: 'array', items: ref('Parent') }, false],
    ['a list that says what objects have', { type: 'array', properties: { a: {} } }, false],
    ['what is an object and a string', { type: 'string', allOf: [ref('Parent')] }, false],
    ['anything', true, false],
    ['nothing', false, false],
  ])('of %s', (_, json, want) => {
    const model = modelOf({ It: json, ...others })
    expect(hasOwnProperties(schemaIn(model, 'It').schema, followIn(model))).toBe(want)
  })
})

describe('isOpen', () => {
  it.each<[string, JsonObject, boolean]>([
    ['silence', { properties: { a: {} } }, false],
    ['true', { additionalProperties: true }, true],
    ['false', { additionalProperties: false }, false],
    ['not: {}', { additionalProperties: { not: {} } }, false],
    ['a schema', { additionalProperties: ref('Text') }, true],
    ['an empty schema', { additionalProperties: {} }, true],
    ['a schema of allOf', { allOf: [{ additionalProperties: {} }, {}] }, true],
    ['contradiction', { additionalProperties: true, allOf: [{ additionalProperties: false }] }, false],
    ['an alternative', { anyOf: [{ additionalProperties: true }] }, false],
  ])('of %s', (_, json, want) => {
    expect(isOpen(...read(json))).toBe(want)
  })
})
