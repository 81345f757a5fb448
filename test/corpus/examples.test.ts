import { describe, expect, it } from 'vitest'
import { examplesOf } from '../../corpus/examples.js'
import { judgeExamples } from '../../corpus/judge-examples.js'
import { collect } from '../../scripts/src/diagnostics.js'
import type { JsonObject } from '../../scripts/src/json.js'
import { buildModel } from '../../scripts/src/model/index.js'
import type { ValidationResult } from '../../scripts/src/runtime/validation.js'

const body = (media: JsonObject): JsonObject => ({ description: 'd', content: { 'application/json': media } })
const thing = { $ref: '#/components/schemas/Thing' }

const document = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/a/{b}': {
      parameters: [{ name: 'b', in: 'path', required: true, schema: { type: 'string' } }],
      post: {
        operationId: 'make',
        requestBody: body({ schema: thing, example: { a: 1 } }),
        responses: {
          200: body({
            schema: { type: 'string' },
            examples: {
              'x/y': { value: 'text' },
              shared: { $ref: '#/components/examples/E' },
              far: { externalValue: 'u' },
            },
          }),
          404: { $ref: '#/components/responses/Missing' },
          500: { $ref: '#/components/responses/Missing' },
          default: body({ example: 'of no schema' }),
        },
      },
    },
  },
  components: {
    examples: { E: { value: 7 } },
    responses: { Missing: body({ schema: thing, example: { a: 'x' } }) },
    schemas: {
      Thing: { type: 'object', properties: { a: { type: 'integer' } }, examples: [{ a: 2 }, { a: null }] },
    },
  },
} satisfies JsonObject

const model = collect((report) => buildModel(document as JsonObject, report)).value
const examples = examplesOf(model)

it('finds the examples of bodies and components, those that are shared once', () => {
  expect(examples.map(({ pointer, name, value }) => [pointer, name, value])).toEqual([
    ['/paths/~1a~1{b}/post/requestBody/content/application~1json/example', 'Thing', { a: 1 }],
    [
      '/paths/~1a~1{b}/post/responses/200/content/application~1json/examples/x~1y/value',
      'MakeResponse',
      'text',
    ],
    ['/paths/~1a~1{b}/post/responses/200/content/application~1json/examples/shared/value', 'MakeResponse', 7],
    ['/components/responses/Missing/content/application~1json/example', 'Thing', { a: 'x' }],
    ['/components/schemas/Thing/examples/0', 'Thing', { a: 2 }],
    ['/components/schemas/Thing/examples/1', 'Thing', { a: null }],
  ])
})

describe('judgeExamples', () => {
  const issue = { path: [], pointer: '/a', keyword: 'type', message: 'must be an integer', schemaPath: '#' }
  const validators = (valid: RegExp) => {
    const validate = (value: unknown): ValidationResult<unknown> =>
      valid.test(JSON.stringify(value)) ? { value } : { issues: [issue] }
    return { validateThing: validate, validateMakeResponse: validate }
  }

  it('counts what both find valid and what both find invalid', () => {
    expect(judgeExamples(examples, model.document, validators(/^(?:\{"a":\d\}|"text")$/))).toEqual({
      valid: 3,
      invalid: 3,
      disagreements: [],
    })
  })

  it('tells where they do not agree, and why', () => {
    const { valid, invalid, disagreements } = judgeExamples(
      examples,
      model.document,
      validators(/^\{"a":(?:1|"x")\}$/),
    )
    expect({ valid, invalid }).toEqual({ valid: 1, invalid: 2 })
    expect(disagreements.map(({ message }) => message)).toEqual([
      'ours finds it invalid by type: must be an integer at "/a"; ajv finds it valid',
      'ours finds it valid; ajv finds it invalid by type: must be integer at "/a"',
      'ours finds it invalid by type: must be an integer at "/a"; ajv finds it valid',
    ])
  })

  it('tells of a judge that fails, whatever the other says', () => {
    const { disagreements } = judgeExamples(examples.slice(0, 1), model.document, {})
    expect(disagreements.map(({ message }) => message)).toEqual([
      'ours fails there is no such validator; ajv finds it valid',
    ])
  })

  it('does not wait for a judge that takes too long', () => {
    const endless = {
      validateThing: (value: unknown) => ({ value: /^(a+)+$/.test(`${'a'.repeat(99)}b`) && value }),
    }
    const { disagreements } = judgeExamples(examples.slice(0, 1), model.document, endless, 50)
    expect(disagreements.map(({ message }) => message)).toEqual([
      'ours fails Script execution timed out after 50ms; ajv finds it valid',
    ])
  })
})
