import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { documentOf, schemasDocument } from '../../model/read-model.js'
import { typeErrors } from './compile.js'
import { fileText, printTypes } from './print.js'

const json = (name: string): JsonObject => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})

const schemas: JsonObject = {
  Status: {
    type: 'string',
    title: 'Status',
    description: 'How it is.',
    enum: ['active', 'in-active', '*/*'],
    'x-enum-descriptions': { active: 'It runs.', '*/*': '*/ evil()' },
  },
  Code: {
    type: ['integer', 'null'],
    deprecated: true,
    enum: [200, -1, null],
    'x-enumNames': ['Ok', '__proto__', 'None'],
  },
  Thing: {
    type: 'object',
    required: ['status'],
    properties: { status: { $ref: '#/components/schemas/Status' }, inline: { enum: ['x', 'y'] } },
  },
  Holder: { $defs: { Inner: { enum: ['i', 'j'] } }, $ref: '#/components/schemas/Holder/$defs/Inner' },
  // A name that the platform has, too.
  Map: { enum: ['a'] },
  Odd: { enum: ['a'], properties: { b: true }, required: ['b'], additionalProperties: { type: 'string' } },
}

const document = documentOf({
  paths: {
    '/a': {
      post: {
        operationId: 'make',
        requestBody: json('Thing'),
        responses: { 200: { description: '', ...json('Status') } },
      },
    },
  },
  components: { schemas },
})
const files = printTypes(document, { enums: 'const' })

describe('enums as objects', () => {
  it('stand beside the types of the same names', () => {
    expect(fileText(files, 'types/schemas.ts')).toContain(String.raw`
/**
 * Status
 *
 * How it is.
 */
export const Status = {
  /** It runs. */
  Active: 'active',
  InActive: 'in-active',
  /** *\/ evil() */
  StarSlashStar: '*/*',
} as const

export type Status = (typeof Status)[keyof typeof Status]

/** @deprecated */
export const Code = {
  Ok: 200,
  ['__proto__']: -1,
} as const

/** @deprecated */
export type Code = (typeof Code)[keyof typeof Code] | null

export type Thing = components['schemas']['Thing']
`)
  })

  it('are exported as values, once', () => {
    expect(fileText(files, 'types/index.ts')).toContain(
      "export { Status, Code, type Thing, type Holder, Map, Odd } from './schemas.js'\n",
    )
  })

  it('change no other module', () => {
    const others = (list: typeof files) =>
      list.filter(({ path }) => !/schemas\.ts|types\/index\.ts/.test(path))
    expect(others(files)).toEqual(others(printTypes(document)))
  })

  it('are types alone unless that is asked for', () => {
    const union = printTypes(document, { enums: 'union' })
    expect(union).toEqual(printTypes(document))
    expect(fileText(union, 'types/schemas.ts')).not.toContain('export const')
  })

  it('hold the values at run time', async () => {
    const script = ts.transpile(fileText(files, 'types/schemas.ts'), {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
    })
    const module = await import(`data:text/javascript,${encodeURIComponent(script)}`)
    expect(Object.keys(module).toSorted()).toEqual(['Code', 'Map', 'Odd', 'Status'])
    expect(Object.entries(module.Code)).toEqual([
      ['Ok', 200],
      ['__proto__', -1],
    ])
    expect(Object.getPrototypeOf(module.Code)).toBe(Object.prototype)
  })
})

const program = `
  import { type components, Code, type MakeBody, Map, Odd, Status, type Thing } from './types/index.js'
  import type { Status as StatusAlone } from './types/index.js'
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
  const same = <A, B>(_: Same<A, B>): void => undefined
  same<Status, components['schemas']['Status']>(true)
  same<Code, components['schemas']['Code']>(true)
  same<Map, components['schemas']['Map']>(true)
  same<typeof Odd.A | Odd, components['schemas']['Odd']>(true)
  same<Status, 'active' | 'in-active' | '*/*'>(true)
  same<Code, 200 | -1 | null>(true)
  same<typeof Status.Active, 'active'>(true)
  same<StatusAlone, Status>(true)
  export const body: MakeBody = { status: Status.InActive, inline: 'x' } satisfies Thing
  export const codes: Code[] = [Code.Ok, Code.__proto__, null, -1]
  export const maps: Map = Map.A
  // @ts-expect-error it lists no such value
  export const other: Status = 'other'
  // @ts-expect-error the object cannot be changed
  Status.Active = 'active'
  // @ts-expect-error nothing has that name
  void Status.Other
`

it('the types of enums are those of the union', () => {
  expect(typeErrors([...files, { path: 'program.ts', content: program }])).toEqual([])
})

const row = (schema: JsonObject, type: string) => ({ schema, type })
const responses = (schema: JsonObject) => ({
  200: { description: '', content: { 'application/json': { schema } } },
})

describe('open enums', () => {
  const rows = [
    row({ enum: ['a', 'b'] }, "'a' | 'b' | (string & {})"),
    row({ type: 'integer', enum: [1, -2] }, '1 | -2 | (number & {})'),
    row({ enum: ['a', 1, null] }, "'a' | 1 | null | (string & {}) | (number & {})"),
    row({ enum: ['é"\u2028', '__proto__', 'b'] }, String.raw`'é"\u2028' | '__proto__' | 'b' | (string & {})`),
    row({ enum: ['a'] }, "'a'"),
    row({ const: 'a' }, "'a'"),
    row({ type: 'array', items: { enum: ['a', 'b'] } }, "('a' | 'b' | (string & {}))[]"),
    row({ $ref: '#/components/schemas/Name', enum: ['a', 'b'] }, "string & ('a' | 'b' | (string & {}))"),
    row({ anyOf: [{ type: 'string' }], enum: ['a', 'b'] }, "string & ('a' | 'b' | (string & {}))"),
    row(
      { type: 'object', additionalProperties: { enum: ['a', 'b'] } },
      "{ [key: string]: 'a' | 'b' | (string & {}) }",
    ),
    row(
      { type: 'object', required: ['k'], properties: { k: { enum: ['a', 'b'] }, l: { enum: ['c', 'd'] } } },
      "{ k: 'a' | 'b' | (string & {}); l?: 'c' | 'd' | (string & {}) }",
    ),
  ]
  const paths = rows.map(({ schema }, index) => [
    `/${index}`,
    { get: { operationId: `get${index}`, responses: responses(schema) } },
  ])

  it('are unions that take what they do not list', () => {
    const printed = printTypes(
      documentOf({ paths: Object.fromEntries(paths), components: { schemas: { Name: { type: 'string' } } } }),
      { unknownEnumValues: 'tolerate' },
    )
    const checks = [
      `import type * as types from './types/index.js'`,
      'type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false',
      'const same = <A, B>(_: Same<A, B>): void => undefined',
      ...rows.map(({ type }, index) => `same<types.Get${index}Response, ${type}>(true)`),
      // Shows that the check can fail.
      `same<types.Get0Response, string>(true)`,
    ]
    const errors = typeErrors([...printed, { path: 'checks.ts', content: checks.join('\n') }])
    const wrong = errors.map((error) => checks[Number(/^\/checks\.ts:(\d+)/.exec(error)?.[1]) - 1] ?? error)
    expect(wrong).toEqual([checks.at(-1)])
  })

  it('are found by what completes them', () => {
    const get = { operationId: 'get', responses: responses({ enum: ['a', 'b'] }) }
    const printed = printTypes(documentOf({ paths: { '/': { get } } }), { unknownEnumValues: 'tolerate' })
    expect(fileText(printed, 'types/openapi.ts')).toContain('"application/json": "a" | "b" | (string & {});')
  })
})

it('a component named by nothing but its pointer stays a union', () => {
  const printed = printTypes(schemasDocument({ 'a-b': { enum: ['c'] }, Holder: schemas['Holder']! }), {
    enums: 'const',
  })
  const text = fileText(printed, 'types/schemas.ts')
  expect(text).toContain("export const AB = {\n  C: 'c',\n} as const\n")
  expect(text).toMatch(/export type \w*Inner = components/)
})
