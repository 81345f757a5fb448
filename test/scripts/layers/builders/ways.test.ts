import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { followIn } from '../../../../scripts/src/layers/builders/follow.js'
import { type Way, waysOf } from '../../../../scripts/src/layers/builders/ways.js'
import { modelOf, schemaIn } from './model-of.js'

/** The ways of the schema `It`, each as `needs - excludes`. */
function ways(schemas: JsonObject): string[] {
  const model = modelOf(schemas)
  return waysOf(schemaIn(model, 'It').schema, followIn(model)).map(
    ({ needs, excludes }) => `${[...needs].join(' ')} - ${[...excludes].join(' ')}`,
  )
}

const either = (a: string, b: string): JsonObject => ({ required: [a], properties: { [b]: false } })
const twice = (name: string): JsonObject => ({
  allOf: [0, 1].map(() => ({ $ref: `#/components/schemas/${name}` })),
})
const letters = (count: number, prefix = 'p') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

describe('waysOf', () => {
  it.each<[string, JsonObject, string[]]>([
    ['nothing required', { properties: { a: {} } }, [' - ']],
    ['required', { required: ['a', 'b'], properties: { a: {} } }, ['a b - ']],
    ['a property that is false', { properties: { a: false, b: {} } }, [' - a']],
    ['a property that is not: {}', { properties: { a: { not: {} } } }, [' - a']],
    ['a property that is not: true', { properties: { a: { not: true } } }, [' - a']],
    ['a property that is not: false', { properties: { a: { not: false } } }, [' - ']],
    ['required and false', { required: ['a'], properties: { a: false } }, []],
    [
      'exclusive branches',
      { required: ['n'], oneOf: [either('a', 'b'), either('b', 'a')] },
      ['n a - b', 'n b - a'],
    ],
    ['oneOf of required', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, ['a - b', 'b - a']],
    [
      'oneOf of required, with shared names',
      { oneOf: [{ required: ['a', 'b'] }, { required: ['a', 'c'] }] },
      ['a b - c', 'a c - b'],
    ],
    [
      'oneOf of several required names, of which any may be absent',
      { oneOf: [{ required: ['a', 'b'] }, { required: ['c', 'd'] }] },
      ['a b - ', 'c d - '],
    ],
    [
      'oneOf of required, one within another',
      { oneOf: [{ required: ['a'] }, { required: ['a', 'b'] }] },
      ['a - b'],
    ],
    [
      'oneOf that a required name decides',
      { required: ['a'], oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      ['a - b'],
    ],
    ['anyOf of required', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, ['a - ', 'b - ']],
    ['anyOf with a branch that all satisfy', { anyOf: [{ required: ['a'] }, { title: 'none' }] }, [' - ']],
    [
      'equal branches',
      { anyOf: [{ required: ['a'] }, { required: ['a'], properties: { a: {} } }] },
      ['a - '],
    ],
    ['not of one required name', { not: { required: ['a'] } }, [' - a']],
    ['not of two required names', { not: { required: ['a', 'b'] } }, [' - a', ' - b']],
    ['not of anything else', { not: { required: ['a'], minProperties: 1 } }, [' - ']],
    [
      'oneOf that excludes by not',
      {
        oneOf: [
          { required: ['a'], not: { required: ['b'] } },
          { required: ['b'], not: { required: ['a'] } },
        ],
      },
      ['a - b', 'b - a'],
    ],
    ['allOf', { required: ['a'], allOf: [{ required: ['b'] }, either('c', 'd')] }, ['a b c - d']],
    [
      'alternatives of alternatives',
      {
        allOf: [
          { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
          { anyOf: [{ required: ['c'] }, { required: ['d'] }] },
        ],
      },
      ['a c - ', 'a d - ', 'b c - ', 'b d - '],
    ],
    [
      'branches that no object satisfies',
      { anyOf: [{ type: 'null' }, false, { required: ['a'] }] },
      ['a - '],
    ],
    [
      'a branch that objects satisfy too',
      { anyOf: [{ type: ['null', 'object'], required: ['a'] }] },
      ['a - '],
    ],
    [
      'what only the validator knows',
      {
        dependentRequired: { a: ['b'] },
        minProperties: 1,
        patternProperties: { '^x': false },
        dependentSchemas: { a: { required: ['c'] } },
      },
      [' - '],
    ],
    ['names of Object.prototype', { required: ['constructor', '__proto__'] }, ['constructor __proto__ - ']],
  ])('finds those of %s', (_, schema, want) => {
    expect(ways({ It: schema })).toEqual(want)
  })

  it('follows references', () => {
    const schemas = {
      It: { required: ['a'], allOf: [{ $ref: '#/components/schemas/Parent' }] },
      Parent: { $ref: '#/components/schemas/Grandparent', required: ['b'] },
      Grandparent: { anyOf: [{ required: ['c'] }, { required: ['d'] }] },
    }
    expect(ways(schemas)).toEqual(['a b c - ', 'a b d - '])
  })

  it('visits a schema once, however often it is referred to', () => {
    const names = letters(60, 'Level')
    const levels = names.map((name, index) => [name, twice(names[index + 1] ?? 'Last')])
    const schemas = { It: twice('Level0'), ...Object.fromEntries(levels), Last: { required: ['a'] } }
    expect(ways(schemas)).toEqual(['a - '])
  })

  it('keeps what alternatives have in common when there are too many', () => {
    const choice = (prefix: string) => ({
      anyOf: letters(7, prefix).map((name) => ({ required: [name, `${prefix}Always`] })),
    })
    expect(ways({ It: { allOf: [choice('a'), choice('b')] } })).toHaveLength(7)
    expect(ways({ It: { oneOf: letters(40).map((name) => either(name, 'x')) } })).toEqual([' - x'])
    const twenty = letters(20).map((name) => either(name, 'x'))
    expect(ways({ It: { anyOf: [...twenty, ...twenty] } })).toEqual([' - x'])
  })

  it('keeps twenty branches apart', () => {
    const names = letters(20)
    const branches = names.map((name) => ({
      required: [name],
      properties: Object.fromEntries(names.filter((other) => other !== name).map((other) => [other, false])),
    }))
    const want = names.map((name) => `${name} - ${names.filter((other) => other !== name).join(' ')}`)
    expect(ways({ It: { oneOf: branches } })).toEqual(want)
  })

  it('has a way for every valid object', () => {
    const objects = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
      ['a', 'b', 'c'].filter((_, at) => bits & (1 << at)),
    )
    const ajv = new Ajv2020({ strict: false })
    let validObjects = 0
    const check = fc.property(randomSchema(2), (It) => {
      const model = modelOf({ It })
      const found = waysOf(schemaIn(model, 'It').schema, followIn(model))
      const isValid = ajv.compile(It)
      const valid = objects.filter((keys) => isValid(Object.fromEntries(keys.map((key) => [key, 1]))))
      validObjects += valid.length
      const fitting = objects.filter((keys) => found.some((way) => fits(keys, way)))
      expect(fitting).toEqual(expect.arrayContaining(valid))
    })
    fc.assert(check, { numRuns: 500 })
    expect(validObjects).toBeGreaterThan(500)
  })
})

/** A schema of keywords that decide on the presence of the properties `a`, `b` and `c`. */
function randomSchema(depth: number): fc.Arbitrary<JsonObject> {
  const name = fc.constantFrom('a', 'b', 'c')
  const required = fc.uniqueArray(name, { minLength: 1, maxLength: 2 })
  const properties = fc.dictionary(name, fc.boolean(), { maxKeys: 2 })
  const leaf = fc.oneof(
    fc.record({ required }),
    fc.record({ properties }),
    fc.record({ required, properties }),
    fc.record({ not: fc.record({ required }) }),
  )
  if (depth === 0) return leaf
  const branches = fc.array(randomSchema(depth - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    leaf,
    fc.record({ allOf: branches }),
    fc.record({ anyOf: branches }),
    fc.record({ oneOf: branches }),
  )
}

function fits(keys: readonly string[], { needs, excludes }: Way): boolean {
  return [...needs].every((name) => keys.includes(name)) && !keys.some((key) => excludes.has(key))
}
