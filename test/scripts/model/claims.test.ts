import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../scripts/src/diagnostics.js'
import { type Claim, settleNames } from '../../../scripts/src/model/claims.js'
import { build, documentOf, modelOf, schemasDocument } from './read-model.js'

function claim(name: string, key: string, more: Partial<Claim> = {}): Claim {
  return { name, key, pointer: key, rank: 0, isExact: false, ...more }
}

function settled(claims: readonly Claim[]): { names: Record<string, string>; warnings: Diagnostic[] } {
  const warnings: Diagnostic[] = []
  const names = Object.fromEntries(settleNames(claims, (warning) => warnings.push(warning)))
  return { names, warnings }
}

describe('settleNames', () => {
  it('leaves names alone that do not clash', () => {
    expect(settled([claim('Foo', '/a'), claim('Bar', '/b'), claim('FooBar', '/c')])).toEqual({
      names: { '/a': 'Foo', '/b': 'Bar', '/c': 'FooBar' },
      warnings: [],
    })
  })

  it.each<readonly [why: string, claims: readonly Claim[], want: Record<string, string>]>([
    [
      'the lower rank',
      [claim('Foo', '/a', { rank: 1 }), claim('Foo', '/b')],
      { '/a': 'Foo_6a50', '/b': 'Foo' },
    ],
    [
      'the exact spelling',
      [claim('Foo', '/a'), claim('Foo', '/b', { isExact: true })],
      { '/a': 'Foo_6a50', '/b': 'Foo' },
    ],
    ['the first by pointer', [claim('Foo', '/b'), claim('Foo', '/a')], { '/a': 'Foo', '/b': 'Foo_9812' }],
    [
      'names that differ by case alone',
      [claim('HTTPGet', '/a'), claim('HttpGet', '/b')],
      { '/a': 'HTTPGet', '/b': 'HttpGet_9812' },
    ],
  ])('gives a name to %s', (_, claims, want) => {
    expect(settled(claims).names).toEqual(want)
    expect(settled(claims.toReversed()).names).toEqual(want)
  })

  it('reports each clash at the one that is renamed', () => {
    expect(settled([claim('Foo', '/a'), claim('Foo', '/b')]).warnings).toEqual([
      {
        severity: 'warning',
        pointer: '/b',
        message: 'The name Foo is taken by #/a, so this is called Foo_9812',
        hint: 'Rename one of the two in the document to choose the name yourself',
      },
    ])
  })

  it('lengthens a hash that would not tell two apart', () => {
    const claims = [claim('Foo', '/0'), ...collidingKeys().map((key) => claim('Foo', key))]
    const names = Object.values(settled(claims).names)
    expect(new Set(names).size).toBe(3)
    expect(names.slice(1).every((name) => /^Foo_[\da-f]{5}$/.test(name))).toBe(true)
  })
})

/** Two keys whose hashes begin with the same four digits, found by trying. */
function collidingKeys(): string[] {
  const seen = new Map<string, string>()
  for (let index = 1; ; index += 1) {
    const key = `/${index}`
    const { names } = settled([claim('Foo', '/0'), claim('Foo', key)])
    const twin = seen.get(names[key]!)
    if (twin !== undefined) return [twin, key]
    seen.set(names[key]!, key)
  }
}

describe('names of a model', () => {
  it('do not depend on schemas that do not clash', () => {
    const clash = { 'foo-bar': true, foo_bar: true, FooBar: true }
    const before = namesByKey(schemasDocument(clash))
    const after = namesByKey(schemasDocument({ aaa: true, ...clash, 'foo-baz': true, Zzz: true }))
    expect(before).toEqual({ 'foo-bar': 'FooBar_f695', foo_bar: 'FooBar_1065', FooBar: 'FooBar' })
    expect(after).toEqual({ ...before, aaa: 'Aaa', 'foo-baz': 'FooBaz', Zzz: 'Zzz' })
  })

  it('do not depend on the order of the document', () => {
    expect(namesByKey(schemasDocument({ foo_bar: true, 'foo-bar': true }))).toEqual(
      namesByKey(schemasDocument({ 'foo-bar': true, foo_bar: true })),
    )
  })

  it('are a component before an operation before the target of a reference', () => {
    const { model, diagnostics } = build(
      documentOf({
        paths: { '/a': { get: { operationId: 'createAgent' }, put: { operationId: 'create' } } },
        components: {
          schemas: {
            CreateAgentParams: { properties: { name: { type: 'string' } } },
            It: { $ref: '#/components/schemas/CreateAgentParams/properties/name' },
            CreateAgentParamsName: true,
            CreateBody: true,
          },
        },
      }),
    )
    expect(model.schemas.map(({ name }) => name)).toEqual([
      'CreateAgentParams',
      'It',
      'CreateAgentParamsName',
      'CreateBody',
      'CreateAgentParamsName_c094',
    ])
    expect(model.operations.map(({ typeNames }) => typeNames)).toEqual([
      {
        params: 'CreateAgentParams_658e',
        body: 'CreateAgentBody',
        response: 'CreateAgentResponse',
        error: 'CreateAgentError',
      },
      { params: 'CreateParams', body: 'CreateBody_75d9', response: 'CreateResponse', error: 'CreateError' },
    ])
    expect(diagnostics.map(({ severity, pointer }) => [severity, pointer])).toEqual([
      ['warning', '/paths/~1a/get'],
      ['warning', '/components/schemas/CreateAgentParams/properties/name'],
      ['warning', '/paths/~1a/put'],
    ])
  })

  it('are settled for operations, too', () => {
    const { model, diagnostics } = build(
      documentOf({
        paths: {
          '/a': {
            get: { operationId: 'get-agent' },
            put: { operationId: 'getAgent' },
            post: { operationId: 'delete' },
          },
        },
      }),
    )
    expect(model.operations.map(({ id, name }) => [id, name])).toEqual([
      ['getAgent_5a0a', 'GetAgent_5a0a'],
      ['getAgent', 'GetAgent'],
      ['delete_', 'Delete'],
    ])
    expect(diagnostics).toHaveLength(1)
  })

  it('are different for files that Windows and macOS cannot tell apart', () => {
    const schemas = { Con: true, con: true, URL: true, Url: true, index: true }
    const { model } = build(schemasDocument(schemas))
    const files = model.schemas.map(({ file }) => file)
    expect(files.slice(0, 3)).toEqual(['con_', expect.stringMatching(/^con_[\da-f]{4}$/), 'url'])
    expect(files[4]).toBe('index_')
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
  })
})

function namesByKey(document: ReturnType<typeof documentOf>): Record<string, string> {
  return Object.fromEntries(build(document).model.schemas.map(({ key, name }) => [key, name]))
}

it('finds no clash where there is none', () => {
  expect(modelOf(schemasDocument({ Foo: true, FooSchema: true, IsFoo: true })).schemas).toHaveLength(3)
})
