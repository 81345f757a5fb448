import { describe, expect, it } from 'vitest'
import { Random } from '../../../../bench/fuzz/random.js'
import { Resources } from '../../../../bench/fuzz/resolve.js'
import { randomSchema } from '../../../../bench/fuzz/schema.js'
import { valueNear } from '../../../../bench/fuzz/value.js'
import { compileSchema } from '../../../../scripts/src/index.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import type { Issue, ValidationResult } from '../../../../scripts/src/runtime/validation.js'
import { importCompiled } from '../../import-compiled.js'

type Validate = (value: unknown, options: { maxIssues: number }) => ValidationResult<unknown>

/** Part of the signature of functions that are told where the schema stands. */
const TOLD = '(value: unknown, schemaPath: string, within: Place'

const person: JsonObject = {
  type: 'object',
  required: ['name', 'age'],
  properties: { name: { type: 'string', minLength: 1 }, age: { type: 'integer', minimum: 0 } },
}

describe('schemas that say the same in two places', () => {
  it.each<readonly [what: string, one: JsonObject, other: JsonObject, isShared: boolean]>([
    ['the same', person, person, true],
    [
      'what only describes',
      person,
      { ...person, title: 'Person', description: 'Someone', default: {} },
      true,
    ],
    ['a name in an example', person, { ...person, examples: [{ name: 'title' }] }, true],
    ['a keyword', person, { ...person, minProperties: 3 }, false],
    ['the order of properties', person, { ...person, required: ['age', 'name'] }, false],
    ['a value with the name of an annotation', tagged({ title: 'a' }), tagged({ title: 'b' }), false],
    ['a type deep inside', wrapped('string'), wrapped('number'), false],
    [
      'too little to be worth it',
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'string' } },
      false,
    ],
  ])('share their functions or not: %s', (_, one, other, isShared) => {
    const text = compileSchema({ type: 'object', properties: { one, other } })
    expect(text.includes(TOLD)).toBe(isShared)
  })

  it('share nothing where they lead back to what is around them', () => {
    const node = { ...person, properties: { ...(person['properties'] as JsonObject), next: { $ref: '#' } } }
    const text = compileSchema({ type: 'object', properties: { one: node, other: node } })
    expect(text).not.toContain(TOLD)
  })

  const seeds = Array.from({ length: 90 }, (_, index) => 7_000 + index)
  const schemas = seeds
    .map((seed) => randomSchema(new Random(seed)))
    .filter((schema) => !hasReferences(schema))

  it('have the issues that each has alone, at its own place', async () => {
    const counts = await Promise.all(schemas.map(compareIssues))
    const shared = counts.filter((invalid) => invalid !== undefined)
    expect(shared.length).toBeGreaterThan(8)
    expect(shared.reduce((sum, invalid) => sum + invalid)).toBeGreaterThan(shared.length * 5)
  })
})

/** Compares what is said of values near to a schema, alone and in three places; gives how many are invalid if these share functions. */
async function compareIssues(schema: JsonObject, index: number): Promise<number | undefined> {
  const properties = { a: schema, b: { items: schema }, c: { anyOf: [schema, false] } }
  const text = compileSchema({ properties })
  if (!text.includes(TOLD)) return undefined
  const [alone, together] = await Promise.all([validatorOf(compileSchema(schema)), validatorOf(text)])
  const random = new Random(index)
  const values = random.times(20, 20, () => valueNear(schema, random, new Resources(schema)))
  const invalid = values.filter((value) => {
    const issues = alone(value, { maxIssues: 10_000 }).issues ?? []
    const found = together({ a: value, b: [value] }, { maxIssues: 20_000 }).issues ?? []
    expect(found.map(unsaid)).toEqual([
      ...issues.map(moved('/a', '/properties/a')),
      ...issues.map(moved('/b/0', '/properties/b/items')),
    ])
    expect(together({ c: value }, { maxIssues: 1 }).issues === undefined).toBe(issues.length === 0)
    return issues.length > 0
  })
  return invalid.length
}

function tagged(value: JsonObject): JsonObject {
  return { ...person, properties: { ...(person['properties'] as JsonObject), tag: { const: value } } }
}

function wrapped(type: string): JsonObject {
  return { ...person, properties: { ...(person['properties'] as JsonObject), list: { items: { type } } } }
}

/** Whether a schema refers to another, or has a base of its own. */
function hasReferences(schema: JsonValue): boolean {
  return /"\$(?:ref|dynamicRef|id|anchor|dynamicAnchor)":/.test(JSON.stringify(schema))
}

async function validatorOf(text: string): Promise<Validate> {
  const { validateValue } = await importCompiled(text)
  return validateValue as Validate // as `compileSchema` makes it
}

/** An issue without its message, which tells of places, too. */
function unsaid({ params, ...issue }: Issue): object {
  return { ...issue, message: '', params: { ...params, ...alternativesOf(params, unsaid) } }
}

/** An issue as it is where the value and the schema are inside others. */
function moved(pointer: string, schemaPath: string): (issue: Issue) => object {
  const path = pointer.split('/').slice(1)
  return ({ params, ...issue }) => ({
    ...issue,
    message: '',
    path: [...path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)), ...issue.path],
    pointer: pointer + issue.pointer,
    schemaPath: issue.schemaPath.replace('#', `#${schemaPath}`),
    params: { ...params, ...alternativesOf(params, moved(pointer, schemaPath)) },
  })
}

/** The issues that each alternative has, if an issue tells of them. */
function alternativesOf(params: Issue['params'], map: (issue: Issue) => object): object {
  const alternatives = params?.['alternatives'] as Issue[][] | undefined // as every such issue has them
  return alternatives === undefined ? {} : { alternatives: alternatives.map((issues) => issues.map(map)) }
}
