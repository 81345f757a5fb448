import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { importValidators } from '../import-validators.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

/** An object with `kind`, any string, and one property of a type. */
const pet = (name: string, type: string): JsonObject => ({
  type: 'object',
  required: ['kind', name],
  properties: { kind: { type: 'string' }, [name]: { type } },
})

const Cat = pet('lives', 'integer')
const Dog = pet('name', 'string')
const alternatives = [ref('Cat'), ref('Dog'), { type: 'object', required: ['other'] }]
const mapping = { tom: '#/components/schemas/Cat', rex: 'Dog', constructor: '#/components/schemas/Dog' }

const hint = { propertyName: 'kind', mapping }

/** What is reported of each because of the discriminator; nothing, where it changes nothing. */
const values: readonly (readonly [value: unknown, reported?: string])[] = [
  [{ kind: 'tom', lives: 'x' }, '/lives must be an integer, but is a string'],
  [{ kind: 'tom' }, ' must have the property "lives"'],
  [{ kind: 'tom', name: 'a' }],
  [{ kind: 'rex', name: 5 }, '/name must be a string, but is a number'],
  [{ kind: 'constructor', lives: 'x' }, ' must have the property "name"'],
  [{ kind: 'Cat', name: 5 }, ' must have the property "lives"'],
  [{ kind: 'unknown', lives: 9 }],
  [{ kind: 'unknown', lives: 9, name: 'a' }],
  [{ other: 1 }],
  [{ kind: 'gone', lives: 'x' }],
  [{ kind: '__proto__' }],
  [{ kind: 'toString' }],
  [{ kind: 5 }],
  [{}],
  [[]],
  ['tom'],
  [null],
  [Object.create({ kind: 'tom' })],
]

describe.each(['oneOf', 'anyOf'])('a discriminator of %s', (keyword) => {
  const choice = (more: JsonObject = {}) => ({ [keyword]: alternatives, ...more })

  it('has the issues of what it names reported, and changes nothing else', async () => {
    const { Pet, Plain } = await importValidators({
      Cat,
      Dog,
      Pet: choice({ discriminator: hint }),
      Plain: choice(),
    })
    for (const [value, reported] of values) {
      expect(Pet.is(value)).toBe(Plain.is(value))
      const { issues } = Pet.validate(value)
      const plain = Plain.validate(value).issues
      if (reported === undefined)
        expect(JSON.stringify(issues)).toBe(
          plain && JSON.stringify(plain).replaceAll('/schemas/Plain/', '/schemas/Pet/'),
        )
      else expect(issues?.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([reported])
    }
  })

  it('names components without a mapping', async () => {
    const propertyName = 'kind'
    const pets = await importValidators({
      Cat,
      Dog,
      Bare: choice({ discriminator: { propertyName } }),
      Empty: choice({ discriminator: { propertyName, mapping: {} } }),
      Wrong: choice({ discriminator: { propertyName, mapping: { Cat: 'Nobody' } } }),
    })
    for (const Pet of [pets.Bare, pets.Empty, pets.Wrong]) {
      expect(Pet.validate({ kind: 'Dog', name: 5 }).issues).toMatchObject([
        { pointer: '/name', schemaPath: '#/components/schemas/Dog/properties/name/type' },
      ])
    }
  })

  it('is none where it is not as OpenAPI wants it', async () => {
    const wrong = ['kind', {}, { propertyName: 1 }, { propertyName: 'kind', mapping: [] }, null]
    const schemas = Object.fromEntries(
      wrong.map((each, index) => [`Pet${index}`, choice({ discriminator: each })]),
    )
    const pets = await importValidators<string>({ Cat, Dog, ...schemas })
    for (const name of Object.keys(schemas)) {
      expect(pets[name]?.is({ kind: 'tom', lives: 9 })).toBe(true)
      expect(pets[name]?.validate({ kind: 'tom', lives: 'x' }).issues).toMatchObject([{ keyword }])
    }
  })
})

it('is of the alternatives of oneOf where there is anyOf, too', async () => {
  const Pet = {
    oneOf: [ref('Cat'), ref('Dog')],
    anyOf: [{ required: ['a'] }, { required: ['b'] }],
    discriminator: { propertyName: 'kind' },
  }
  const found = (await importValidators({ Cat, Dog, Pet })).Pet.validate({ kind: 'Dog' }).issues ?? []
  expect(found.map(({ keyword, schemaPath }) => `${keyword} ${schemaPath}`)).toEqual([
    'anyOf #/components/schemas/Pet/anyOf',
    'required #/components/schemas/Dog/required',
  ])
})

it('does not repeat what was reported before', async () => {
  const Pet = {
    type: 'object',
    required: ['name'],
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: { propertyName: 'kind' },
  }
  const found = (await importValidators({ Cat, Dog, Pet })).Pet.validate({ kind: 'Dog' }).issues
  expect(found).toMatchObject([{ schemaPath: '#/components/schemas/Pet/required' }])
})

const fixed = (value: string) => ({
  type: 'object',
  required: ['a', 'b'],
  properties: { a: { const: `a${value}` }, b: { const: `b${value}` } },
})

it.each([
  [{}, 'the property "a" with one of "a1", "a2"'],
  [{ discriminator: { propertyName: 'b' } }, 'the property "b" with one of "b1", "b2"'],
  [{ discriminator: { propertyName: 'c' } }, 'the property "a" with one of "a1", "a2"'],
])('with %j, of several fixed properties a message names %s', async (more, message) => {
  const Both = { oneOf: [ref('One'), ref('Two')], ...more }
  const validators = await importValidators({ One: fixed('1'), Two: fixed('2'), Both })
  expect(validators.Both.validate({}).issues?.[0]?.message).toContain(message)
})
