import { describe, expect, it } from 'vitest'
import { valueAt } from '../../../scripts/src/pointer.js'
import { errorsOf, HEAD, lines, loadFiles, loadObject, openApi, withSchemas } from './project.js'

const integer = { type: 'integer' }
const string = { type: 'string' }

function to(pointer: string): { $ref: string } {
  return { $ref: `#/components/schemas/${pointer}` }
}

describe('identifiers in OpenAPI 3.1', () => {
  it.each<readonly [what: string, schemas: object, want: object]>([
    [
      'an anchor is the pointer of its schema',
      { A: { items: { $ref: '#b' } }, B: { $anchor: 'b', ...integer } },
      { A: { items: to('B') }, B: integer },
    ],
    [
      'a dynamic anchor is one, too',
      { A: { items: { $ref: '#b' } }, B: { $dynamicAnchor: 'b', ...integer } },
      { A: { items: to('B') }, B: integer },
    ],
    [
      'an anchor inside an $id is not one of the document',
      {
        A: { items: { $ref: '#b' } },
        B: { $id: 'x', $anchor: 'b', ...string },
        C: { not: { $anchor: 'b', ...integer } },
      },
      { A: { items: to('C/not') }, B: string, C: { not: integer } },
    ],
    [
      'a schema goes by its $id, absolute or not',
      {
        A: { items: { $ref: 'https://x.test/b' }, not: { $ref: 'c#d' } },
        B: {
          $id: 'https://x.test/b',
          properties: { c: { $ref: 'c' }, own: { $ref: '#/$defs/d' } },
          $defs: { d: integer },
        },
        C: { $id: 'c', $defs: { d: { $anchor: 'd', ...string } } },
        D: { $id: 'https://x.test/c', ...string },
      },
      {
        A: { items: to('B'), not: to('C/$defs/d') },
        B: { properties: { c: to('D'), own: to('B/$defs/d') }, $defs: { d: integer } },
        C: { $defs: { d: string } },
        D: string,
      },
    ],
    [
      'a resource inside another stays where it is',
      { A: { $id: 'a', properties: { b: { $id: 'b', items: { $ref: '#' } } } }, C: { $ref: 'b' } },
      { A: { properties: { b: { items: to('A/properties/b') } } }, C: to('A/properties/b') },
    ],
    [
      'a pointer to a component is one from the document, also where there is an $id',
      { A: { $id: 'https://x.test/a', items: { $ref: '#/components/schemas/B' } }, B: integer },
      { A: { items: to('B') }, B: integer },
    ],
    [
      'a dynamic reference is a plain one where nothing else has the anchor',
      { A: { items: { $dynamicRef: '#a' } }, B: { $dynamicAnchor: 'a', ...integer } },
      { A: { items: to('B') }, B: integer },
    ],
    [
      'a dynamic reference beside another becomes one of allOf',
      {
        A: { $ref: '#/components/schemas/B', $dynamicRef: '#a', allOf: [true] },
        B: { $dynamicAnchor: 'a', ...integer },
      },
      { A: { ...to('B'), allOf: [true, to('B')] }, B: integer },
    ],
    [
      'a schema with dynamic references becomes another for each that binds them',
      {
        Page: {
          $id: 'page',
          properties: { items: { items: { $dynamicRef: '#item' } }, next: { $ref: '#/$defs/cursor' } },
          $defs: { item: { $dynamicAnchor: 'item', not: {} }, cursor: string },
        },
        Agents: { $id: 'agents', $ref: 'page', $defs: { item: { $dynamicAnchor: 'item', ...to('Agent') } } },
        Numbers: { $id: 'numbers', $ref: 'page', $defs: { item: { $dynamicAnchor: 'item', ...integer } } },
        Agent: string,
      },
      {
        Page: {
          properties: { items: { items: to('Page/$defs/item') }, next: to('Page/$defs/cursor') },
          $defs: { item: { not: {} }, cursor: string },
        },
        Agents: { ...to('Page-3fdf'), $defs: { item: to('Agent') } },
        Numbers: { ...to('Page-35b4'), $defs: { item: integer } },
        Agent: string,
        'Page-3fdf': {
          properties: { items: { items: to('Agents/$defs/item') }, next: to('Page/$defs/cursor') },
          $defs: { item: { not: {} }, cursor: string },
        },
        'Page-35b4': {
          properties: { items: { items: to('Numbers/$defs/item') }, next: to('Page/$defs/cursor') },
          $defs: { item: { not: {} }, cursor: string },
        },
      },
    ],
    [
      'what is data stays data, and what is none of lowering stays',
      { A: { $anchor: 'a', enum: [{ $id: 'b', $ref: 'c' }], 'x-a': { $id: 'd' }, xml: { name: 'e' } } },
      { A: { enum: [{ $id: 'b', $ref: 'c' }], 'x-a': { $id: 'd' }, xml: { name: 'e' } } },
    ],
  ])('%s', async (_, schemas, want) => {
    const { document, diagnostics } = await loadObject(withSchemas('3.1.0', schemas))
    expect(valueAt(document, '/components/schemas')).toEqual(want)
    expect(lines(diagnostics)).toEqual([])
  })

  it('count in every schema of a document', async () => {
    const schema = { items: { $ref: 'b' } }
    const { document } = await loadObject(
      openApi('3.1.0', {
        paths: {
          '/a': {
            get: {
              parameters: [{ name: 'a', in: 'query', schema: { $dynamicRef: 'b#c' } }],
              responses: { 200: { description: 'A', content: { 'application/json': { schema } } } },
            },
          },
        },
        components: { schemas: { B: { $id: 'b', $dynamicAnchor: 'c', ...integer } } },
      }),
    )
    expect(valueAt(document, '/paths/~1a/get/parameters/0/schema')).toEqual(to('B'))
    expect(valueAt(document, '/paths/~1a/get/responses/200/content/application~1json/schema')).toEqual({
      items: to('B'),
    })
  })

  it('leave the input as it is', async () => {
    const input = withSchemas('3.1.0', {
      A: { $id: 'a', items: { $dynamicRef: '#b' }, not: { $dynamicAnchor: 'b' } },
    })
    const before = structuredClone(input)
    await loadObject(input)
    expect(input).toEqual(before)
  })

  it('of other files are their own', async () => {
    const { document } = await loadFiles({
      'api.yaml': `${HEAD}components: { schemas: { A: { $ref: 'b.yaml' }, B: { $anchor: c, $ref: '#c2' }, C: { $anchor: c2 } } }\npaths: {}`,
      'b.yaml': `{ items: { $ref: '#c' }, not: { $anchor: c, type: integer }, properties: { d: { $dynamicRef: '#e' } }, $defs: { e: { $dynamicAnchor: e } } }`,
    })
    expect(valueAt(document, '/components/schemas')).toEqual({
      A: { items: to('not'), not: integer, properties: { d: to('A/$defs/e') }, $defs: { e: {} } },
      B: to('C'),
      C: {},
      not: integer,
    })
  })

  it.each<readonly [schemas: object, want: readonly string[]]>([
    [
      { A: { $id: 'a', items: { $ref: 'b' } } },
      [
        '#/components/schemas/A/items/$ref error: "b" leads nowhere: no schema has this URI, and nothing is fetched',
      ],
    ],
    [
      { A: { $dynamicRef: '#b' } },
      ['#/components/schemas/A/$dynamicRef error: "#b" leads nowhere: the schema has no anchor "b"'],
    ],
    [
      { A: { $id: 'a' }, B: { items: { $id: 'a' } } },
      ['#/components/schemas/B/items/$id error: another schema has the `$id` "a" too'],
    ],
    [{ A: { $id: 'a#b' } }, ['#/components/schemas/A/$id error: `$id` must have no fragment, found "a#b"']],
  ])('%j is refused', async (schemas, want) => {
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', schemas)))
    expect(errors.map((error) => error.split(' | ')[0])).toEqual(want)
  })

  it('are placed where they were, copies too', async () => {
    const loaded = await loadFiles({
      'api.yaml': `${HEAD}paths: {}\ncomponents:\n  schemas:\n    A: { $id: a, $ref: b, $defs: { c: { $dynamicAnchor: c } } }\n    B:\n      $id: b\n      items: { $dynamicRef: '#c' }\n      $defs: { c: { $dynamicAnchor: c } }\n`,
    })
    const copy = Object.keys(valueAt(loaded.document, '/components/schemas') ?? {}).at(-1)
    expect(copy).toMatch(/^B-/)
    expect(loaded.copyOf(`/components/schemas/${copy}/items`)).toBe('#/components/schemas/B/items')
    expect(loaded.copyOf('/components/schemas/B/items')).toBeUndefined()
    expect(loaded.locate(`/components/schemas/${copy}/items`)).toEqual({
      file: 'api.yaml',
      line: 9,
      column: 7,
      pointer: '/components/schemas/B/items',
    })
  })
})

it('OpenAPI 3.0 has no identifiers', async () => {
  const { document } = await loadObject(
    withSchemas('3.0.3', { A: { $id: 'a', allOf: [{ $ref: '#/components/schemas/B' }] }, B: string }),
  )
  expect(valueAt(document, '/components/schemas')).toEqual({ A: { allOf: [to('B')] }, B: string })
})
