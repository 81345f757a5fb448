import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { importBuilders } from './emitted.js'

const string = { type: 'string' }
const oddNames = ['build', 'setBuild', 'toString', 'toJSON', 'content-type', '', '2', 'delete', '__proto__']
const oddSetters = [
  'setBuild',
  'setSetBuild',
  'setToString',
  'setToJSON',
  'content-type',
  '',
  '2',
  'delete',
  'set__proto__',
]

const schemas: JsonObject = {
  Server: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: '^[a-z]+$' },
      image: string,
      buildId: string,
      tags: { type: 'array', items: string },
      limits: { $ref: '#/components/schemas/Limits' },
    },
    oneOf: [
      { required: ['image'], properties: { buildId: false } },
      { required: ['buildId'], properties: { image: false } },
    ],
    additionalProperties: false,
  },
  Limits: { type: 'object', properties: { min: { type: 'integer' }, max: { type: 'integer' } } },
  Odd: {
    type: 'object',
    required: oddNames,
    properties: Object.fromEntries(oddNames.map((name) => [name, string])),
  },
  Step: { type: 'object', properties: JSON.parse('{ "then": {}, "catch": {} }') },
  Labels: {
    type: 'object',
    required: ['name'],
    properties: { name: string, build: string },
    additionalProperties: string,
  },
  Silent: { properties: { name: string } },
  Closed: { properties: { name: string }, additionalProperties: false },
  Contradictory: {
    properties: { name: string },
    allOf: [{ additionalProperties: true }, { additionalProperties: false }],
  },
}

const { server, limits, odd, step, labels, ...others } = await importBuilders(schemas)

describe('an emitted builder', () => {
  it.each<[string, string[], string[]]>([
    ['nothing', [], ['name', 'image', 'buildId', 'tags', 'limits']],
    ['an optional property', ['tags'], ['name', 'image', 'buildId', 'tags', 'limits']],
    ['what all ways need', ['name'], ['name', 'image', 'buildId', 'tags', 'limits']],
    ['what excludes another', ['image'], ['name', 'image', 'tags', 'limits']],
    ['the other', ['buildId'], ['name', 'buildId', 'tags', 'limits']],
    ['everything needed', ['image', 'name'], ['name', 'image', 'tags', 'limits', 'build']],
    ['everything needed the other way', ['name', 'buildId'], ['name', 'buildId', 'tags', 'limits', 'build']],
  ])('has, with %s set, the methods that make sense then', (_, set, want) => {
    const builder = set.reduce((so, name) => so[name]!('x'), server!())
    expect(Object.keys(builder)).toEqual(want)
  })

  it('builds what is set, in the order of the schema, the last of a property', () => {
    const tags = ['a']
    const built = server!().tags!(tags).image!('x').name!('first').image!('y').name!('last').build!()
    expect(JSON.stringify(built)).toBe('{"name":"last","image":"y","tags":["a"]}')
    expect(built).toHaveProperty(
      'tags',
      expect.toSatisfy((value) => value === tags),
    )
  })

  it('leaves an earlier builder as it was', () => {
    const start = server!()
    const named = start.name!('a')
    const withImage = named.image!('x')
    const withBuild = named.buildId!('y').tags!([])
    expect(start).not.toHaveProperty('build')
    expect(withImage.build!()).toEqual({ name: 'a', image: 'x' })
    expect(withBuild.build!()).toEqual({ name: 'a', buildId: 'y', tags: [] })
    expect(withImage.build!()).not.toBe(withImage.build!())
    expect(Object.isFrozen(withImage)).toBe(true)
  })

  it('has methods that need no `this`', () => {
    const { name } = server!()
    const { image } = name!('a')
    const { build } = image!('b')
    expect(build!()).toEqual({ name: 'a', image: 'b' })
  })

  it('takes what another builder has built', () => {
    const built = limits!().max!(2).min!(1).build!()
    expect(server!().name!('a').image!('b').limits!(built).build!()).toEqual({
      name: 'a',
      image: 'b',
      limits: { min: 1, max: 2 },
    })
  })

  it('refuses to build what is not valid, with every issue', () => {
    const builder = server!().name!('A').image!('x').tags!(['a', 1])
    expect(() => builder.build!()).toThrow(
      expect.objectContaining({
        name: 'ValidationError',
        issues: [
          expect.objectContaining({ pointer: '/name', keyword: 'pattern' }),
          expect.objectContaining({ path: ['tags', 1], keyword: 'type' }),
        ],
      }),
    )
  })

  it('is no promise', async () => {
    const builder = step!().setThen!('x')
    const settled = await Promise.race([builder, Promise.resolve('hangs')])
    expect(settled).toBe(builder)
    expect(Object.entries(builder.catch!('y').build!())).toEqual([
      ['then', 'x'],
      ['catch', 'y'],
    ])
  })

  it('sets properties of any name', () => {
    const builder = oddSetters.reduce((so, name) => so[name]!(`by ${name}`), odd!())
    expect(`${JSON.stringify(builder)} ${String(builder)}`).toBe('{} [object Object]')
    const built = builder.build!()
    expect(Object.entries(built).toSorted()).toEqual(
      oddNames.map((name, at) => [name, `by ${oddSetters[at]}`]).toSorted(),
    )
    expect(Object.getPrototypeOf(built)).toBe(Object.prototype)
  })

  describe('of an object with additional properties', () => {
    it('sets them by `with`, and has them last and in order', () => {
      const builder = labels!().with!('z', '1').with!('a', '2').with!('__proto__', '3').name!('x').with!(
        'z',
        '4',
      )
      expect(JSON.stringify(builder.build!())).toBe('{"name":"x","__proto__":"3","a":"2","z":"4"}')
    })

    it.each(['name', 'build'])('refuses the declared property %s', (name) => {
      expect(() => labels!().with!(name, 'x')).toThrow(TypeError)
      expect(() => labels!().with!(name, 'x')).toThrow(`"${name}" is a declared property: use its own setter`)
    })
  })

  it.each([
    ['does not say that there may be others', 'silent'],
    ['says that there are none', 'closed'],
    ['says both', 'contradictory'],
  ])('has no `with` where the schema %s', (_, name) => {
    expect(Object.keys(others[name]!())).toEqual(['name', 'build'])
  })
})
