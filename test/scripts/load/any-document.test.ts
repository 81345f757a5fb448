import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { GeneratorError } from '../../../scripts/src/diagnostics.js'
import { isJsonObject, type JsonValue } from '../../../scripts/src/json.js'
import type { LoadedDocument } from '../../../scripts/src/load/index.js'
import { referencePointer, valueAt } from '../../../scripts/src/pointer.js'
import { loadObject } from './project.js'

const schema = {
  type: 'object',
  properties: {
    a: { $ref: '#/components/schemas/B' },
    b: { type: 'string', enum: ['x'], nullable: true, pattern: '^a$' },
  },
  required: ['a'],
  allOf: [{ $ref: '#/components/schemas/B' }],
  discriminator: { propertyName: 'a', mapping: { b: 'B' } },
}
const content = {
  'application/json': { schema, example: {}, examples: { e: { $ref: '#/components/examples/E' } } },
}
const get = {
  operationId: 'a',
  tags: ['t'],
  parameters: [{ $ref: '#/components/parameters/P' }, { name: 'q', in: 'query', schema: { minimum: 1 } }],
  requestBody: { content },
  responses: {
    200: { description: 'd', content, headers: { H: { schema } }, links: { L: {} } },
    default: { $ref: '#/components/responses/R' },
  },
  callbacks: { c: { '{$url}': { $ref: '#/paths/~1b' } } },
  security: [{ key: [] }],
}
const document = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  servers: [{ url: '/{v}', variables: { v: { default: '1', enum: ['1'] } } }],
  tags: [{ name: 't' }],
  paths: {
    '/a/{id}': { parameters: [{ name: 'id', in: 'path', required: true, schema: {} }], get },
    '/b': { put: { responses: {} } },
    '/c': { $ref: '#/components/pathItems/I' },
  },
  components: {
    schemas: { A: schema, B: { properties: { a: { $ref: '#/components/schemas/A' } } } },
    parameters: { P: { name: 'p', in: 'header', content } },
    responses: { R: { description: 'd' } },
    examples: { E: { value: 1 } },
    securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'k' } },
    pathItems: { I: { head: { responses: { 204: { description: 'd' } } } } },
  },
}

/** Every place of a value, as the keys that lead to it. */
function ways(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([key, member]) => ways(member).map((way) => [key, ...way]))]
}

/** A copy of `value` with `other` at a place, there also under a `key` if one is given. */
function put(
  value: unknown,
  [first, ...rest]: readonly string[],
  other: unknown,
  key: string | undefined,
): unknown {
  if (first === undefined)
    return key === undefined || !isJsonObject(value)
      ? other
      : Object.fromEntries([...Object.entries(value), [key, other]])
  const entries = Object.entries(value ?? {}).map(
    ([name, member]) => [name, name === first ? put(member, rest, other, key) : member] as const,
  )
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries)
}

const names = [
  '__proto__',
  'constructor',
  'toString',
  '$ref',
  '',
  'x-a',
  '/a',
  '200',
  'type',
  'properties',
  'allOf',
  'get',
  'schemas',
  'mapping',
  'parameters',
  'nullable',
  '*/',
  '\u001b[0m',
  'a~b/c%d',
]
const references = [
  ...ways(document).map(
    (way) => `#${way.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
  ),
  '#',
  '',
  '#/',
  '#/none',
  'none.yaml',
  '../x',
  'http://x',
  '#/%',
  '#a',
  '#/~',
]
const text = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...references))
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, [], {}, [[]], { $ref: 1 }),
  text,
  text.map((reference) => ({ $ref: reference })),
)
const anything = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(text, leaf, { maxKeys: 3, noNullPrototype: true }),
  fc
    .constantFrom(...ways(document))
    .map((way) => way.reduce<unknown>((value, key) => Object(value)[key], document)),
)
const change = fc.record({
  way: fc.constantFrom(...ways(document)),
  value: anything,
  key: fc.option(text, { nil: undefined }),
})

/** The references of a bundle that lead nowhere. Examples and extensions are plain data. */
function dangling(value: JsonValue, root: LoadedDocument['document']): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const reference = isJsonObject(value) && Object.hasOwn(value, '$ref') ? value['$ref'] : undefined
  const pointer = typeof reference === 'string' ? referencePointer(reference) : undefined
  const here =
    typeof reference === 'string' && (pointer === undefined || valueAt(root, pointer) === undefined)
      ? [reference]
      : []
  const plain = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'x-a'])
  return [
    ...here,
    ...Object.entries<JsonValue>(value)
      .filter(([key]) => !plain.has(key))
      .flatMap(([, member]) => dangling(member, root)),
  ]
}

it.each(['3.0.3', '3.1.0'])(
  'OpenAPI %s is loaded whole or refused with diagnostics, whatever stands in it',
  async (openapi) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = changes.reduce<unknown>(
          (value, { way, value: other, key }) => put(value, way, other, key),
          { ...document, openapi },
        )
        const before = JSON.stringify(changed)
        const result = await loadObject(changed).catch((error: unknown) => error)
        expect(JSON.stringify(changed)).toBe(before)
        if (result instanceof GeneratorError) {
          expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
          for (const { pointer } of result.diagnostics)
            if (isJsonObject(changed)) expect(valueAt(changed, pointer)).toBeDefined()
          return
        }
        if (result instanceof Error) throw result
        const loaded = result as LoadedDocument // `load` gives one or throws
        expect(dangling(loaded.document, loaded.document)).toEqual([])
      }),
      { numRuns: 500, seed: 3 },
    )
  },
)
