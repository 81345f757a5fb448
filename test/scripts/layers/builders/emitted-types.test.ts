import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { compile } from './emitted.js'

const string = { type: 'string' }
const integer = { type: 'integer' }
const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const properties = (list: readonly string[]): JsonObject =>
  Object.fromEntries(list.map((name) => [name, string]))
const exclusive = (a: string, b: string): JsonObject[] => [
  { required: [a], properties: { [b]: false } },
  { required: [b], properties: { [a]: false } },
]

/** What users might write, by what it shows: a schema or several, and lines that compile. */
const programs: readonly [string, JsonObject, string][] = [
  [
    'build an object that may be null',
    { Nullable: { type: ['object', 'null'], required: ['a'], properties: { a: string } } },
    `import { nullable } from './builders/index.js'
     nullable().a('x').build().a.length
     // @ts-expect-error -- a is missing
     nullable().build()`,
  ],
  [
    'take properties of alternatives',
    {
      Animal: {
        type: 'object',
        required: ['kind'],
        properties: { kind: string },
        oneOf: [
          { type: 'object', required: ['bark'], properties: { bark: integer } },
          { type: 'object', required: ['meow'], properties: { meow: string } },
        ],
      },
    },
    `import { animal } from './builders/index.js'
     const start = animal().kind('x')
     start.bark(1).build()
     start.meow('x').build()
     // @ts-expect-error -- one of them is needed
     start.build()
     // @ts-expect-error -- an integer
     start.bark('x')`,
  ],
  [
    'take what is required and not described',
    { Undescribed: { type: 'object', required: ['b'], properties: { a: string } } },
    `import { undescribed } from './builders/index.js'
     undescribed().b({ any: 1 }).build()
     // @ts-expect-error -- absent is not undefined
     undescribed().a(undefined)
     // @ts-expect-error -- b is missing
     undescribed().a('x').build()`,
  ],
  [
    'take additional properties, but no declared ones as such',
    { Counts: { type: 'object', properties: { a: string, build: string }, additionalProperties: integer } },
    `import { counts } from './builders/index.js'
     counts().with('b', 1).with(String(1), 2).build()
     // @ts-expect-error -- has a setter
     counts().with('a', 1)
     // @ts-expect-error -- has a setter, called setBuild
     counts().with('build', 1)
     // @ts-expect-error -- an integer, or a string as the declared ones, which an index signature has to include
     counts().with('b', true)`,
  ],
  [
    'take any additional property where the schema does not care',
    { Loose: { type: 'object', properties: { a: string }, required: ['a'], additionalProperties: true } },
    `import { loose } from './builders/index.js'
     loose().with('b', [1]).a('x').with('c', null).build()
     // @ts-expect-error -- a is missing
     loose().with('b', [1]).build()`,
  ],
  [
    'leave out setters with names of their own',
    {
      Odd: {
        type: 'object',
        properties: properties(['build', 'a-b', 'c']),
        oneOf: exclusive('build', 'a-b'),
      },
    },
    `import { odd } from './builders/index.js'
     odd().setBuild('x').c('x').build()
     odd()['a-b']('x').c('x').build()
     // @ts-expect-error -- excluded
     odd().setBuild('x')['a-b']
     // @ts-expect-error -- excluded
     odd()['a-b']('x').setBuild`,
  ],
  [
    'never build what cannot be',
    { Impossible: { type: 'object', properties: { a: string }, oneOf: [false] } },
    `import { impossible } from './builders/index.js'
     impossible().a('x')
     // @ts-expect-error -- nothing is valid
     impossible().a('x').build()`,
  ],
  [
    'take an object of the type that they build',
    {
      Tree: {
        type: 'object',
        required: ['a'],
        properties: { a: string, child: { $ref: '#/components/schemas/Tree' } },
      },
    },
    `import { tree } from './builders/index.js'
     const child = tree().a('x').build()
     tree().a('y').child(child).child({ a: 'z', child }).build()`,
  ],
  [
    'live with any name of a schema',
    Object.fromEntries(
      [
        'Given',
        'Name',
        'Builder',
        'PropertyOf',
        'Definition',
        'delete',
        'Object',
        '1',
        '1Builder',
        '1_Builder',
      ].map((name) => [
        name,
        { type: 'object', required: ['a'], properties: { a: string }, additionalProperties: string },
      ]),
    ),
    `import * as all from './builders/index.js'
     const { given, name, builder, propertyOf, definition, delete_, object_, _1, _1Builder } = all
     const starts = [given, name, builder, propertyOf, definition, delete_, object_, _1, _1Builder] as const
     for (const start of starts) given().a(start().with('b', 'x').a('y').build().a).build()`,
  ],
]

describe('the types of emitted builders', () => {
  it('let compile what makes sense, and nothing else', () => {
    const schemas = Object.assign({}, ...programs.map(([, its]) => its)) as JsonObject
    const files = programs.map(([name, , program]) => [`${name}.ts`, program])
    expect(compile(schemas, Object.fromEntries(files)).errors).toEqual([])
  })

  it('say what is missing, and only that', () => {
    const Server = {
      type: 'object',
      required: ['name'],
      properties: properties(['name', 'image', 'buildId', 'size']),
      oneOf: exclusive('image', 'buildId'),
    }
    const program = `import { server } from './builders/index.js'
      server().image('x').size('x').build()
      server().image('x').buildId('x')`
    const { errors } = compile({ Server }, { 'program.ts': program })
    const type = `'Omit<ServerMethods<"image">, "build" | "buildId"> & Incomplete<"name">'`
    expect(errors).toEqual([
      `program.ts:2 Property 'build' does not exist on type ${type}.`,
      `program.ts:3 Property 'buildId' does not exist on type ${type}.`,
    ])
  })

  it.each<[string, number, JsonObject, readonly string[]]>([
    [
      '200 required properties',
      400_000,
      { required: names(200, 'p'), properties: properties(names(200, 'p')) },
      names(200, 'p'),
    ],
    [
      'twenty alternatives and sixty optional properties',
      100_000,
      {
        properties: properties([...names(20, 'a'), ...names(60, 'o')]),
        oneOf: names(20, 'a').map((name, index, all) => ({
          required: [name],
          properties: Object.fromEntries(all.toSpliced(index, 1).map((other) => [other, false])),
        })),
      },
      ['a7', ...names(60, 'o')],
    ],
  ])('are cheap for %s', (_, limit, schema, setters) => {
    const calls = setters.map((name) => `.${name}('x')`).join('')
    const program = `import { big } from './builders/index.js'\nexport const built = big()${calls}.build()`
    const { errors, instantiations } = compile(
      { Big: { type: 'object', ...schema } },
      { 'program.ts': program },
    )
    expect(errors).toEqual([])
    expect(instantiations).toBeLessThan(limit)
  })
})
