import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../../bench/fuzz/differences.js'
import { type Compiled, problemsOf } from '../../../../bench/fuzz/issues.js'
import { keywordsOf } from '../../../../bench/fuzz/keywords-of.js'
import { ajv } from '../../../../bench/fuzz/peers.js'
import { Random } from '../../../../bench/fuzz/random.js'
import { Reference } from '../../../../bench/fuzz/reference.js'
import { randomSchema } from '../../../../bench/fuzz/schema.js'
import { tryAll } from '../../../../bench/fuzz/trial.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'

const SCHEMAS = 100
const VALUES = 30
const seeds = Array.from({ length: SCHEMAS }, (_, index) => 20_261_124 + index)

const KEYWORDS = `$id $ref $anchor $dynamicRef $dynamicAnchor $defs
  allOf anyOf oneOf not if then else dependentSchemas
  prefixItems items contains properties patternProperties additionalProperties propertyNames
  unevaluatedItems unevaluatedProperties type enum const format
  multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
  maxItems minItems uniqueItems maxContains minContains
  maxProperties minProperties required dependentRequired`.split(/\s+/)

describe('validators of random schemas', () => {
  it('agree with the specification, and with ajv except where it is known to differ', () => {
    const { values, valid, disagreements } = tryAll(seeds, VALUES, [ajv()])
    expect(disagreements.filter((found) => differenceOf(found) === undefined)).toEqual([])
    expect(values).toBe(SCHEMAS * VALUES)
    // Both verdicts must occur often, or the comparison would show little.
    expect(Math.min(valid, values - valid)).toBeGreaterThan(values / 4)
  })

  it('have every keyword', () => {
    const found = new Set(seeds.flatMap((seed) => [...keywordsOf(randomSchema(new Random(seed)))]))
    expect(KEYWORDS.filter((keyword) => !found.has(keyword))).toEqual([])
  })

  it('would show a judge who is wrong, with what it takes alone', () => {
    const optimist = { name: 'optimist', compile: () => () => true }
    const { disagreements } = tryAll(seeds.slice(0, 5), VALUES, [optimist])
    expect(disagreements.length).toBeGreaterThan(0)
    for (const { judge, isValid, verdict, schema, value } of disagreements) {
      expect([judge, isValid, verdict]).toEqual(['optimist', false, true])
      expect(new Reference(schema).isValid(value)).toBe(false)
      expect(JSON.stringify({ schema, value }).length).toBeLessThan(100)
    }
  })

  it('would show a schema that cannot be compiled, once', () => {
    const { disagreements } = tryAll(seeds.slice(0, 2), VALUES, [{ name: 'novice', compile: fail }])
    expect(disagreements.map(({ judge, verdict }) => [judge, verdict])).toEqual([
      ['novice', 'cannot compile: too hard'],
      ['novice', 'cannot compile: too hard'],
    ])
  })
})

describe('the specification, followed word by word', () => {
  const tree: JsonObject = {
    $id: 'https://example.com/root',
    $dynamicAnchor: 'node',
    $ref: 'tree',
    unevaluatedProperties: false,
    $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', properties: { a: { $dynamicRef: '#node' } } } },
  }
  it.each<readonly [schema: JsonObject, value: JsonValue, isValid: boolean]>([
    [{ contains: true, prefixItems: [false] }, [], false],
    [{ contains: { const: 1 }, unevaluatedItems: false }, [1, 1], true],
    [{ contains: { const: 1 }, unevaluatedItems: false }, [1, 2], false],
    [{ contains: false, minContains: 0, unevaluatedItems: { const: 1 } }, [1], true],
    [
      { properties: { a: true }, if: { properties: { b: true } }, unevaluatedProperties: false },
      { a: 1, b: 1 },
      true,
    ],
    [{ if: { required: ['a'], properties: { b: true } }, unevaluatedProperties: false }, { b: 1 }, false],
    [{ properties: { a: true }, allOf: [{ unevaluatedProperties: false }] }, { a: 1 }, false],
    [{ anyOf: [{ properties: { a: true } }, true], unevaluatedProperties: false }, { a: 1 }, true],
    [{ oneOf: [true, true] }, 1, false],
    [{ not: { properties: { a: true } }, unevaluatedProperties: false }, 1, false],
    [{ multipleOf: 0.1 }, 0.3, true],
    [{ multipleOf: 0.1 }, 0.30000000000000004, false],
    [{ maxLength: 1 }, '😀', true],
    [{ uniqueItems: true }, [0, -0], false],
    [{ required: ['toString'] }, {}, false],
    [{ dependentRequired: { a: ['__proto__'] } }, JSON.parse('{ "a": 1, "__proto__": 1 }'), true],
    [tree, { a: {} }, true],
    [tree, { a: { b: 1 } }, false],
  ])('%j, %j: %o', (schema, value, isValid) => {
    expect(new Reference(schema).isValid(value)).toBe(isValid)
  })
})

describe('what is asked of issues', () => {
  const schema = { properties: { 'a/b': { type: 'string' } }, dependentRequired: { c: ['d'] } }
  const value = { 'a/b': 1, c: 1 }
  const right = {
    path: ['a/b'],
    pointer: '/a~1b',
    keyword: 'type',
    schemaPath: '#/properties/a~1b/type',
    message: '',
  }
  const ofRoot = { path: [], pointer: '', message: '' }
  it.each<readonly [name: string, given: Compiled, problems: string[]]>([
    ['nothing of right ones', invalid(right), []],
    [
      'that they are of an entry of a keyword, or of one',
      invalid({ ...ofRoot, keyword: 'dependentRequired', schemaPath: '#/dependentRequired/c' }),
      [],
    ],
    ['that there are some', { is: () => false, validate: () => ({ issues: [] }) }, ['there is no issue']],
    ['that is agrees', { ...invalid(right), is: () => true }, ['`is` and `validate` do not agree']],
    [
      'that validate agrees',
      { is: () => false, validate: () => ({ value }) },
      ['`is` and `validate` do not agree'],
    ],
    [
      'that there is such a place in the value',
      invalid({ ...right, path: ['x'], pointer: '/x' }),
      ['the value has no place /x'],
    ],
    ['that the path is the same', invalid({ ...right, path: ['c'] }), ['the path of /a~1b is another']],
    [
      'that there is such a place in the schema',
      invalid({ ...right, schemaPath: '#/properties/x/type' }),
      ['the schema has no place #/properties/x/type'],
    ],
    [
      'that the keyword stands there',
      invalid({ ...right, keyword: 'const' }),
      ['the keyword const does not stand at #/properties/a~1b/type'],
    ],
  ])('%s', (_, given, problems) => {
    expect(problemsOf(given, schema, value)).toEqual(problems)
  })
})

function invalid(issue: Awaited<NonNullable<ReturnType<Compiled['validate']>['issues']>>[number]): Compiled {
  return { is: () => false, validate: () => ({ issues: [issue] }) }
}

function fail(): never {
  throw new Error('too hard')
}
