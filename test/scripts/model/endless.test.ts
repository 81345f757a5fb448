import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { GeneratorError } from '../../../scripts/src/diagnostics.js'
import { build, documentOf, operationDocument, problemsOf, schemasDocument } from './read-model.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

function cycle(...names: string[]): string {
  const way = names.map((name) => `#/components/schemas/${name}`).join(' → ')
  return `#/components/schemas/${names[0]} error: The schema leads back to itself, so that checking a value would never end: ${way}`
}

describe('recursion', () => {
  it.each<readonly [why: string, schemas: { readonly [name: string]: JsonValue }]>([
    ['through a property', { A: { properties: { a: ref('A') } } }],
    ['through items', { A: { items: ref('A') } }],
    [
      'through prefixItems, contains and additionalProperties',
      { A: { prefixItems: [ref('A')], contains: ref('A'), additionalProperties: ref('A') } },
    ],
    ['over several schemas', { A: { allOf: [ref('B')] }, B: { properties: { a: ref('A') } } }],
    ['that only meets again', { A: { allOf: [ref('B'), ref('C')] }, B: ref('C'), C: true }],
  ])('%s ends', (_, schemas) => {
    expect(problemsOf(schemasDocument(schemas))).toEqual([])
  })

  it.each<
    readonly [why: string, schemas: { readonly [name: string]: JsonValue }, problems: readonly string[]]
  >([
    ['by $ref', { A: ref('A') }, [cycle('A', 'A')]],
    ['over two schemas', { A: ref('B'), B: ref('A') }, [cycle('A', 'B', 'A')]],
    ['by allOf', { A: { allOf: [{ allOf: [ref('A')] }] } }, [cycle('A', 'A')]],
    ['by anyOf', { A: { anyOf: [true, ref('A')] } }, [cycle('A', 'A')]],
    ['by oneOf', { A: { oneOf: [ref('A')] } }, [cycle('A', 'A')]],
    ['by not', { A: { not: ref('A') } }, [cycle('A', 'A')]],
    ['by dependentSchemas', { A: { dependentSchemas: { a: ref('A') } } }, [cycle('A', 'A')]],
    ['behind the first schema', { A: ref('B'), B: ref('C'), C: ref('B') }, [cycle('B', 'C', 'B')]],
  ])('%s never does', (_, schemas, problems) => {
    expect(problemsOf(schemasDocument(schemas))).toEqual(problems)
  })

  it('in the schema of a parameter is reported and nothing else happens', () => {
    const document = operationDocument(
      { parameters: [{ name: 'a', in: 'query', schema: ref('A') }] },
      { components: { schemas: { A: { anyOf: [ref('A')] } } } },
    )
    expect(problemsOf(document)).toContain(cycle('A', 'A'))
  })
})

const chain = (length: number): JsonObject =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`A${index}`, index === length - 1 ? true : ref(`A${index + 1}`)]),
  )

describe('a chain of references', () => {
  it('may have 500 schemas', () => {
    expect(problemsOf(schemasDocument(chain(500)))).toEqual([])
  })

  it.each([
    ['from its first', (schemas: JsonObject) => schemas],
    ['from its last', (schemas: JsonObject) => Object.fromEntries(Object.entries(schemas).toReversed())],
  ])('may not have 100,000, %s schema on', (_, order) => {
    const problems = problemsOf(schemasDocument(order(chain(100_000))))
    expect(problems[0]).toBe(
      '#/components/schemas/A99499 error: More than 500 references have to be followed from here, one after the other',
    )
    expect(problems).toHaveLength(199)
  })
})

const nested = (levels: number): JsonValue => {
  let schema: JsonValue = true
  for (let level = 0; level < levels; level += 1) schema = { not: schema }
  return schema
}

describe('nesting', () => {
  it('may be 490 schemas deep', () => {
    expect(problemsOf(schemasDocument({ A: nested(490) }))).toEqual([])
  })

  it.each([500, 100_000])('may not be %i schemas deep', (levels) => {
    const building = () => build(schemasDocument({ A: nested(levels) }))
    expect(building).toThrow(GeneratorError)
    expect(building).toThrow('error: The document is nested more than 500 levels deep here')
    expect(building).toThrow('Move the inner parts to components and refer to them with "$ref"')
  })

  it('counts in any part of the document', () => {
    expect(() => build(documentOf({ 'x-deep': nested(501) }))).toThrow(GeneratorError)
  })
})
