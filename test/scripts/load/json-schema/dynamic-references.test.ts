import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { isJsonObject, own } from '../../../../scripts/src/json.js'
import { referencePointer, valueAt } from '../../../../scripts/src/pointer.js'
import { components, lower } from './lower.js'

const integer = { type: 'integer' }
const string = { type: 'string' }

function to(key: string): { $ref: string } {
  return { $ref: `#/components/schemas/${key}` }
}

describe('dynamic references', () => {
  it.each<readonly [what: string, schema: JsonValue, want: unknown]>([
    [
      'are plain ones where only one resource has the anchor',
      { items: { $dynamicRef: '#a' }, $defs: { b: { $dynamicAnchor: 'a', ...integer } } },
      { Value: { items: to('b') }, b: integer },
    ],
    [
      'lead to the outermost resource that has the anchor',
      {
        $ref: 'list',
        $defs: {
          item: { $dynamicAnchor: 'item', ...integer },
          list: { $id: 'list', items: { $dynamicRef: '#item' }, $defs: { any: { $dynamicAnchor: 'item' } } },
        },
      },
      { Value: to('list'), list: { items: to('item') }, item: integer },
    ],
    [
      'are plain ones if they first lead to an anchor that is not dynamic',
      {
        $ref: 'list',
        $defs: {
          item: { $dynamicAnchor: 'item', ...integer },
          list: { $id: 'list', items: { $dynamicRef: '#item' }, $defs: { any: { $anchor: 'item' } } },
        },
      },
      { Value: to('list'), list: { items: to('any') }, any: {} },
    ],
    [
      'are plain ones if they lead to a pointer',
      {
        $ref: 'list',
        $defs: {
          item: { $dynamicAnchor: 'item', ...integer },
          list: {
            $id: 'list',
            items: { $dynamicRef: '#/$defs/any' },
            $defs: { any: { $dynamicAnchor: 'item' } },
          },
        },
      },
      { Value: to('list'), list: { items: to('any') }, any: {} },
    ],
    [
      'pass over resources without the anchor, and those that a pointer only leads through',
      {
        $ref: 'outer#/$defs/list',
        $defs: {
          outer: {
            $id: 'outer',
            $defs: {
              item: { $dynamicAnchor: 'item', ...string },
              list: {
                $id: 'list',
                items: { $dynamicRef: '#item' },
                $defs: { any: { $dynamicAnchor: 'item' } },
              },
            },
          },
        },
      },
      { Value: to('list'), list: { items: to('any') }, any: {} },
    ],
    [
      'make a copy for each scope that makes a difference, of that alone which depends on it',
      {
        anyOf: [{ $ref: 'integers' }, { $ref: 'strings' }],
        $defs: {
          integers: {
            $id: 'integers',
            $ref: 'list',
            $defs: { item: { $dynamicAnchor: 'item', ...integer } },
          },
          strings: { $id: 'strings', $ref: 'list', $defs: { text: { $dynamicAnchor: 'item', ...string } } },
          list: {
            $id: 'list',
            items: { $dynamicRef: '#item' },
            not: { $ref: '#/$defs/empty' },
            $defs: { any: { $dynamicAnchor: 'item' }, empty: { maxItems: 0 } },
          },
        },
      },
      {
        Value: { anyOf: [to('integers'), to('strings')] },
        integers: to('list'),
        strings: to('list-21c8'),
        list: { items: to('item'), not: to('empty') },
        'list-21c8': { items: to('text'), not: to('empty') },
        item: integer,
        text: string,
        empty: { maxItems: 0 },
      },
    ],
    [
      'beside a reference become one of `allOf`',
      {
        $ref: '#/$defs/a',
        $dynamicRef: '#b',
        allOf: [true],
        $defs: { a: integer, c: { $dynamicAnchor: 'b' } },
      },
      { Value: { ...to('a'), allOf: [true, to('c')] }, a: integer, c: {} },
    ],
    [
      'come back to the scope that they were come to with',
      {
        $id: 'strict',
        $dynamicAnchor: 'node',
        $ref: 'tree',
        unevaluatedProperties: false,
        $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', items: { $dynamicRef: '#node' } } },
      },
      { Value: { ...to('tree'), unevaluatedProperties: false }, tree: { items: to('Value') } },
    ],
  ])('%s', (_, schema, want) => {
    expect(components(schema)).toEqual(want)
  })

  it('are refused where they would need too many copies', () => {
    const names = Array.from({ length: 14 }, (_, index) => `n${index}`)
    const level = (index: number): JsonObject => {
      const name = names[index]!
      const next = { $ref: index === 0 ? 'end' : `level${index - 1}` }
      const choice = (id: string) => ({ $id: `${id}${index}`, $dynamicAnchor: name, ...next })
      return { $id: `level${index}`, anyOf: [choice('a'), choice('b')] }
    }
    const end = { allOf: names.map((name) => ({ $dynamicRef: `#${name}` })) }
    const bookends = {
      $id: 'end',
      ...end,
      $defs: Object.fromEntries(names.map((name) => [name, { $dynamicAnchor: name }])),
    }
    const $defs = { end: bookends, ...Object.fromEntries(names.map((name, index) => [name, level(index)])) }
    expect(() => lower({ $ref: 'level13', $defs })).toThrow(
      'the dynamic references need more than 10000 copies of schemas',
    )
  })
})

/** A resource `r0`, `r1`, … with a schema of its own for each of its names, dynamic or not, and references by property. */
interface Plan {
  readonly anchors: readonly ('none' | 'static' | 'dynamic')[]
  readonly references: readonly {
    readonly keyword: '$ref' | '$dynamicRef'
    readonly resource: number
    readonly name: number | null
  }[]
}

const NAMES = ['m', 'n']
const COUNT = 4

const plans = fc.array(
  fc.record<Plan>({
    anchors: fc.tuple(
      ...NAMES.map(() => fc.constantFrom('none' as const, 'static' as const, 'dynamic' as const)),
    ),
    references: fc.array(
      fc.record({
        keyword: fc.constantFrom('$ref' as const, '$dynamicRef' as const),
        resource: fc.nat(COUNT - 1),
        name: fc.option(fc.nat(NAMES.length - 1)),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: COUNT, maxLength: COUNT },
)

/** The references of a plan that lead somewhere. */
function referencesOf({ references }: Plan, all: readonly Plan[]): Plan['references'] {
  return references.filter(({ resource, name }) => name === null || all[resource]!.anchors[name] !== 'none')
}

function schemaOf(all: readonly Plan[]): JsonObject {
  const resources = all.map((plan, index) => {
    const properties = (offset: number) =>
      Object.fromEntries(
        referencesOf(plan, all).map(({ keyword, resource, name }, at) => [
          `p${at + offset}`,
          { [keyword]: `r${resource}${name === null ? '' : `#${NAMES[name]}`}` },
        ]),
      )
    const anchored = plan.anchors.flatMap((kind, at) =>
      kind === 'none'
        ? []
        : [
            [
              NAMES[at]!,
              {
                [kind === 'dynamic' ? '$dynamicAnchor' : '$anchor']: NAMES[at]!,
                title: `r${index}#${NAMES[at]}`,
                properties: properties(10),
              },
            ],
          ],
    )
    return [
      `r${index}`,
      {
        $id: `r${index}`,
        title: `r${index}`,
        properties: properties(0),
        $defs: Object.fromEntries(anchored),
      },
    ]
  })
  return { $ref: 'r0', $defs: Object.fromEntries(resources) }
}

/** What titles are met on each way of `depth` properties, by the words of the specification (Core, 8.2.3.2). */
function expected(
  all: readonly Plan[],
  at: number,
  name: number | null,
  scope: readonly number[],
  depth: number,
): unknown {
  const title = name === null ? `r${at}` : `r${at}#${NAMES[name]}`
  if (depth === 0) return title
  const inner = [...scope, at]
  const next = referencesOf(all[at]!, all).map((reference) => {
    const isDynamic =
      reference.keyword === '$dynamicRef' &&
      reference.name !== null &&
      all[reference.resource]!.anchors[reference.name] === 'dynamic'
    const outermost = isDynamic
      ? inner.find((index) => all[index]!.anchors[reference.name!] === 'dynamic')
      : undefined
    return expected(all, outermost ?? reference.resource, reference.name, inner, depth - 1)
  })
  return [title, ...next]
}

/** The same of a lowered document, in which there are only references to components. */
function found(document: JsonObject, schema: JsonValue, depth: number): unknown {
  const target = follow(document, schema)
  const title = own(target, 'title')
  if (depth === 0) return title
  return [
    title,
    ...Object.values(own(target, 'properties') ?? {}).map((inner: JsonValue) =>
      found(document, inner, depth - 1),
    ),
  ]
}

function follow(document: JsonObject, schema: JsonValue): JsonObject {
  if (!isJsonObject(schema)) throw new TypeError('a schema must be an object here')
  const reference = own(schema, '$ref')
  if (typeof reference !== 'string') return schema
  return follow(document, valueAt(document, referencePointer(reference)!)!)
}

it('dynamic references lead where the specification says, whatever refers to what', () => {
  fc.assert(
    fc.property(plans, (all) => {
      const { document } = lower(schemaOf(all))
      const root = valueAt(document, '/components/schemas/Value')!
      expect(found(document, root, 4)).toEqual(expected(all, 0, null, [], 4))
    }),
    { numRuns: 300 },
  )
})
