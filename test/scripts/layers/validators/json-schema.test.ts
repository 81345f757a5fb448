import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../../../scripts/src/compile-schema.js'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { importCompiled } from '../../import-compiled.js'
import { generatedModules, importValidators, type Validator } from '../import-validators.js'

const URI_2020_12 = 'https://json-schema.org/draft/2020-12/schema'
const URI_DRAFT_07 = 'http://json-schema.org/draft-07/schema#'

/** The JSON Schema that a validator gives. */
function jsonSchemaOf({ schema }: Validator, target: string): Record<string, unknown> {
  return schema['~standard'].jsonSchema.input({ target })
}

/** Every keyword, and what it is in draft-07 where that is something else. */
const keywords: { given: Record<string, JsonValue>; draft07?: Record<string, JsonValue> }[] = [
  { given: { type: 'string' } },
  { given: { type: ['string', 'null'] } },
  { given: { enum: [1, 'a', null, { $ref: '#/$defs/A', prefixItems: [1] }] } },
  { given: { const: { $ref: '#/$defs/A', minContains: 1 } } },
  { given: { minimum: 1, maximum: 3 } },
  { given: { exclusiveMinimum: 1, exclusiveMaximum: 3 } },
  { given: { multipleOf: 0.5 } },
  { given: { minLength: 1, maxLength: 2 } },
  { given: { pattern: '^[a-z]/\\d$' } },
  { given: { format: 'date' } },
  {
    given: { prefixItems: [{ type: 'string' }, true] },
    draft07: { items: [{ type: 'string' }, true] },
  },
  {
    given: { prefixItems: [{ type: 'string' }], items: { type: 'null' } },
    draft07: { items: [{ type: 'string' }], additionalItems: { type: 'null' } },
  },
  { given: { items: { type: 'string' } } },
  { given: { contains: { type: 'string' } } },
  { given: { minItems: 1, maxItems: 2, uniqueItems: true } },
  { given: { properties: { a: { type: 'string' }, $ref: { type: 'null' }, prefixItems: true } } },
  { given: { required: ['a', '$ref'] } },
  { given: { patternProperties: { '^a': { type: 'string' } } } },
  { given: { additionalProperties: false } },
  { given: { propertyNames: { minLength: 2 } } },
  { given: { minProperties: 1, maxProperties: 2 } },
  {
    given: { dependentRequired: { a: ['b'] } },
    draft07: { dependencies: { a: ['b'] } },
  },
  {
    given: { dependentSchemas: { a: { required: ['b'] } } },
    draft07: { dependencies: { a: { required: ['b'] } } },
  },
  {
    given: { dependentRequired: { a: ['b'], c: ['a'] }, dependentSchemas: { a: { maxProperties: 2 } } },
    draft07: { dependencies: { a: { required: ['b'], allOf: [{ maxProperties: 2 }] }, c: ['a'] } },
  },
  { given: { allOf: [{ type: 'string' }, { minLength: 1 }] } },
  { given: { anyOf: [{ type: 'string' }, { minimum: 1 }] } },
  { given: { oneOf: [{ type: 'string' }, { type: 'null' }] } },
  { given: { not: { type: 'string' } } },
  { given: { if: { type: 'string' }, then: { minLength: 2 }, else: { type: 'null' } } },
  {
    given: {
      title: 'T',
      description: "a 'quoted' */ text",
      default: { $ref: 'x' },
      examples: [{ dependentRequired: {} }, -0.5],
      deprecated: true,
      readOnly: true,
      writeOnly: false,
    },
  },
  { given: { contentEncoding: 'base64', contentMediaType: 'image/png' } },
  {
    given: { contentMediaType: 'application/json', contentSchema: { prefixItems: [{ type: 'string' }] } },
    draft07: { contentMediaType: 'application/json' },
  },
  // What draft-07 converts, deep inside of what it does not.
  {
    given: { allOf: [{ properties: { a: { not: { prefixItems: [true] } } } }] },
    draft07: { allOf: [{ properties: { a: { not: { items: [true] } } } }] },
  },
]

const onlyIn202012: Record<string, JsonValue>[] = [
  { contains: true, minContains: 2 },
  { contains: true, maxContains: 2 },
  { unevaluatedItems: false },
  { unevaluatedProperties: { type: 'string' } },
]

/** The validators of many schemas, each with what it was made of. */
async function importEach<Row extends { readonly given: Record<string, JsonValue> }>(rows: readonly Row[]) {
  const validators = await importValidators(
    Object.fromEntries(rows.map(({ given }, index) => [`Value${index}`, given])),
  )
  return rows.map((row, index) => ({ ...row, validator: validators[`Value${index}`]! }))
}

/** What keywords may be about. */
const samples: readonly JsonValue[] = [
  null,
  true,
  0,
  1,
  1.5,
  2,
  3,
  '',
  'a',
  'b/1',
  'a/1',
  'abc',
  '2024-02-30',
  '2024-02-29',
  [],
  ['a'],
  ['a', 'a'],
  ['a', null],
  ['a', 1],
  [1, 'a', null],
  {},
  { a: 'x' },
  { a: 1 },
  { a: 'x', b: 1 },
  { a: 'x', b: 1, c: 2 },
  { c: 1 },
  { $ref: null, a: 'x' },
  { $ref: 'x' },
  { a: [] },
  { a: {} },
  { $ref: '#/$defs/A', prefixItems: [1] },
  { $ref: '#/$defs/A', minContains: 1 },
]

describe('draft-2020-12', () => {
  it('has every keyword as it is in the document', async () => {
    const rows = await importEach([...keywords, ...onlyIn202012.map((given) => ({ given }))])
    for (const { given, validator } of rows) {
      expect(jsonSchemaOf(validator, 'draft-2020-12')).toEqual({ $schema: URI_2020_12, ...given })
    }
  })

  it('is the same for input and output', async () => {
    const { Value } = await importValidators({ Value: { type: 'string' } })
    const { input, output } = Value.schema['~standard'].jsonSchema
    expect(output({ target: 'draft-2020-12' })).toEqual(input({ target: 'draft-2020-12' }))
  })
})

describe('draft-07', () => {
  it('has every keyword that it knows, by its own name', async () => {
    for (const { given, draft07 = given, validator } of await importEach(keywords)) {
      expect(jsonSchemaOf(validator, 'draft-07')).toEqual({ $schema: URI_DRAFT_07, ...draft07 })
    }
  })

  it.each([
    [{ contains: true, minContains: 2 }, 'minContains'],
    [{ contains: true, minContains: 0, maxContains: 2 }, 'minContains and no maxContains'],
    [{ not: { unevaluatedItems: false } }, 'unevaluatedItems'],
    [{ unevaluatedProperties: true }, 'unevaluatedProperties'],
  ])('cannot say %j', async (given, missing) => {
    const { Value, Other } = await importValidators({
      Value: given,
      Other: { $ref: '#/components/schemas/Value' },
    })
    const message = `Value cannot be converted to draft-07: it has no ${missing}`
    expect(() => jsonSchemaOf(Value, 'draft-07')).toThrow(new Error(message))
    expect(() => jsonSchemaOf(Other, 'draft-07')).toThrow(new Error(message))
  })
})

describe('a schema by itself', () => {
  it('accepts what the validator accepts', async () => {
    const options = { strict: false, formats: { date: /^\d{4}-(?!02-30)\d\d-\d\d$/ } }
    for (const { given, validator } of await importEach(keywords)) {
      const accept202012 = new Ajv2020(options).compile(jsonSchemaOf(validator, 'draft-2020-12'))
      const acceptDraft07 = new Ajv(options).compile(jsonSchemaOf(validator, 'draft-07'))
      for (const sample of samples) {
        const verdict = validator.is(sample)
        expect([accept202012(sample), acceptDraft07(sample)], JSON.stringify([given, sample])).toEqual([
          verdict,
          verdict,
        ])
      }
    }
  })

  it('of a boolean is an object', async () => {
    const { Everything, Nothing } = await importValidators({ Everything: true, Nothing: false })
    expect(jsonSchemaOf(Everything, 'draft-2020-12')).toEqual({ $schema: URI_2020_12 })
    expect(jsonSchemaOf(Nothing, 'draft-2020-12')).toEqual({ $schema: URI_2020_12, not: {} })
  })

  it('keeps names that objects have by themselves', async () => {
    const properties = JSON.parse(
      '{ "__proto__": { "type": "string" }, "constructor": { "const": { "__proto__": 1 } } }',
    )
    const { Value } = await importValidators({ Value: { properties } })
    for (const target of ['draft-2020-12', 'draft-07']) {
      const { properties: found } = jsonSchemaOf(Value, target)
      expect(JSON.stringify(found)).toBe(JSON.stringify(properties))
    }
  })

  it('is the caller’s to change', async () => {
    const { Value } = await importValidators({
      Value: { enum: [{ a: [1] }], properties: { a: { required: ['b'] } } },
    })
    const first = jsonSchemaOf(Value, 'draft-2020-12')
    const copy = structuredClone(first)
    const change = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      Object.values(value).forEach(change)
      if (Array.isArray(value)) value.push('changed')
      else Object.assign(value, { changed: true })
    }
    change(first)
    expect(first).not.toEqual(copy)
    expect(jsonSchemaOf(Value, 'draft-2020-12')).toEqual(copy)
  })
})

/** Schemas of a document, what they refer to elsewhere. */
function withReferences(place: string, schemas: Record<string, JsonValue>): Record<string, JsonValue> {
  return JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', place))
}

describe('references', () => {
  const schemas = {
    Tree: { type: 'object', properties: { forest: { $ref: '#/components/schemas/Forest' } } },
    Forest: { type: 'array', items: { $ref: '#/components/schemas/Tree', title: 'A tree' } },
    Owner: {
      type: 'object',
      required: ['Tree'],
      properties: { Tree: { $ref: '#/components/schemas/Tree' } },
    },
    Alias: { $ref: '#/components/schemas/Owner' },
  }
  const { Tree, Forest, Owner } = schemas

  it('lead to what is reachable, the schema itself too where it is', async () => {
    const validators = await importValidators(schemas)
    expect(jsonSchemaOf(validators.Tree, 'draft-2020-12')).toEqual({
      $schema: URI_2020_12,
      ...withReferences('#/$defs/', Tree),
      $defs: withReferences('#/$defs/', { Forest, Tree }),
    })
    expect(jsonSchemaOf(validators.Owner, 'draft-2020-12')['$defs']).toEqual(
      withReferences('#/$defs/', { Tree, Forest }),
    )
    expect(jsonSchemaOf(validators.Alias, 'draft-2020-12')).toEqual({
      $schema: URI_2020_12,
      $ref: '#/$defs/Owner',
      $defs: withReferences('#/$defs/', { Owner, Tree, Forest }),
    })
  })

  it('stand alone in draft-07, which ignores what is beside them', async () => {
    const validators = await importValidators(schemas)
    const forest = {
      type: 'array',
      items: { allOf: [{ $ref: '#/definitions/Tree' }], title: 'A tree' },
    }
    expect(jsonSchemaOf(validators.Alias, 'draft-07')).toEqual({
      $schema: URI_DRAFT_07,
      allOf: [{ $ref: '#/definitions/Owner' }],
      definitions: { ...withReferences('#/definitions/', { Owner, Tree }), Forest: forest },
    })
    const { Both } = await importValidators({
      Both: { $ref: '#/components/schemas/Text', allOf: [{ minLength: 2 }] },
      Text: { type: 'string' },
    })
    expect(jsonSchemaOf(Both, 'draft-07')['allOf']).toEqual([
      { $ref: '#/definitions/Text' },
      { minLength: 2 },
    ])
  })

  it('of what a string holds count, too', async () => {
    const text = {
      contentMediaType: 'application/json',
      contentSchema: { $ref: '#/components/schemas/Tree' },
    }
    const { Text } = await importValidators({ ...schemas, Text: text })
    expect(jsonSchemaOf(Text, 'draft-2020-12')).toEqual({
      $schema: URI_2020_12,
      ...withReferences('#/$defs/', text),
      $defs: withReferences('#/$defs/', { Tree, Forest }),
    })
    expect(Text.is('not JSON')).toBe(true)
  })

  it('are followed by others as the validators follow them', async () => {
    const validators = await importValidators(schemas)
    const leaf = { forest: [] }
    const cases: [keyof typeof schemas, JsonValue][] = [
      ['Tree', { forest: [leaf, { forest: [leaf] }] }],
      ['Tree', { forest: [leaf, { forest: [[]] }] }],
      ['Alias', { Tree: leaf }],
      ['Alias', { Tree: [leaf] }],
      ['Alias', {}],
    ]
    const verdicts = cases.map(([name, value]) => validators[name].is(value))
    expect(verdicts).toEqual([true, false, true, false, false])
    for (const [index, [name, value]] of cases.entries()) {
      const of202012 = new Ajv2020().compile(jsonSchemaOf(validators[name], 'draft-2020-12'))
      const ofDraft07 = new Ajv().compile(jsonSchemaOf(validators[name], 'draft-07'))
      expect([of202012(value), ofDraft07(value)]).toEqual([verdicts[index], verdicts[index]])
    }
  })
})

it.each(['openapi-3.0', 'draft-04', 'constructor'])('refuses the target %s', async (target) => {
  const { Value } = await importValidators({ Value: true })
  expect(() => jsonSchemaOf(Value, target)).toThrow(
    `"${target}" is no target that Value can be converted to: supported are draft-2020-12 and draft-07`,
  )
})

it('is in compiled schemas', async () => {
  const text = compileSchema(
    { $id: 'https://a.example/tree', type: 'object', additionalProperties: { $ref: '#' } },
    { name: 'Tree' },
  )
  const { TreeSchema } = (await importCompiled(text)) as { TreeSchema: Validator['schema'] } // what it exports
  const accept = new Ajv2020().compile(TreeSchema['~standard'].jsonSchema.output({ target: 'draft-2020-12' }))
  expect([{ a: { b: {} } }, { a: { b: [] } }].map((value) => accept(value))).toEqual([true, false])
})

describe('what is bundled', () => {
  const modules = generatedModules({
    Owner: { title: 'The owner', $ref: '#/components/schemas/Pet' },
    Pet: { title: 'The pet', type: 'string' },
  })

  /** The text of a bundle of one export. */
  async function bundle(name: string): Promise<string> {
    const entry = `export { ${name} } from 'validators/schemas/owner.ts'`
    const { outputFiles } = await build({
      stdin: { contents: entry },
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [
        {
          name: 'generated',
          setup: ({ onResolve, onLoad }) => {
            onResolve({ filter: /\.(?:js|ts)$/ }, ({ path, importer }) => ({
              path: new URL(path, `file:///${importer}`).pathname.slice(1).replace(/js$/, 'ts'),
              namespace: 'generated',
            }))
            onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
              contents: modules.get(path)!,
              loader: 'ts',
            }))
          },
        },
      ],
    })
    return outputFiles[0]!.text
  }

  it.each(['isOwner', 'validateOwner', 'assertOwner'])('of %s has no JSON Schema', async (name) => {
    const text = await bundle(name)
    expect(text).toContain(name)
    expect(text).not.toMatch(/the (?:owner|pet)|jsonSchema|draft|\$defs/i)
  })

  it('of a Standard Schema has that of what it refers to', async () => {
    const text = await bundle('OwnerSchema')
    expect(text).toMatch(/the owner/i)
    expect(text).toMatch(/the pet/i)
  })
})
