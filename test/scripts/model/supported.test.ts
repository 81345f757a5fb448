import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { supportedFormats } from '../../../scripts/src/model/index.js'
import { build, documentOf, operationDocument, problemsOf, schemasDocument } from './read-model.js'

describe('a keyword that is not yet supported', () => {
  it.each<readonly [keyword: string, value: JsonValue]>([
    ['$dynamicRef', '#a'],
    ['$dynamicAnchor', 'a'],
    ['$anchor', 'a'],
    ['$id', 'https://example.com/a'],
    ['$vocabulary', {}],
    ['$recursiveRef', '#'],
    ['$recursiveAnchor', true],
  ])('%s is an error, at any depth', (keyword, value) => {
    expect(problemsOf(schemasDocument({ It: { properties: { a: { [keyword]: value } } } }))).toEqual([
      `#/components/schemas/It/properties/a/${keyword} error: "${keyword}" is not yet supported`,
    ])
  })
})

it('what is not yet supported comes with what to write instead', () => {
  const { diagnostics } = build(schemasDocument({ It: { $id: 'https://example.com' } }))
  expect(diagnostics[0]?.hint).toBe('Refer to schemas by JSON pointer, as in "#/components/schemas/Agent"')
})

describe('what is not yet supported', () => {
  it.each<readonly [document: JsonObject, problem: string]>([
    [
      documentOf({ jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' }),
      '#/jsonSchemaDialect error: The dialect http://json-schema.org/draft-07/schema# is not yet supported',
    ],
    [
      schemasDocument({ It: { $schema: 'https://example.com/dialect' } }),
      '#/components/schemas/It/$schema error: The dialect https://example.com/dialect is not yet supported',
    ],
    [
      schemasDocument({ It: { $ref: '#anchor' } }),
      '#/components/schemas/It/$ref error: "$ref" to "#anchor" is not yet supported: only JSON pointers into the document are',
    ],
    [
      schemasDocument({ It: { $ref: 'other.yaml#/It' } }),
      '#/components/schemas/It/$ref error: "$ref" to "other.yaml#/It" is not yet supported: only JSON pointers into the document are',
    ],
    [
      operationDocument({
        parameters: [
          { name: 'a', in: 'query', content: { 'application/xml': { schema: { type: 'object' } } } },
        ],
      }),
      '#/paths/~1things/post/parameters/0/content/application~1xml error: The media type "application/xml" is not supported for the data of a parameter: only JSON is, and text of any type',
    ],
  ])('%#', (document, problem) => {
    expect(problemsOf(document)).toEqual([problem])
  })
})

describe('formats', () => {
  it.each(Object.keys(supportedFormats))('%s is supported', (format) => {
    expect(problemsOf(schemasDocument({ It: { format } }))).toEqual([])
  })

  it.each(['money', 'constructor', '__proto__'])('%s is unknown, which is a warning', (format) => {
    expect(problemsOf(schemasDocument({ It: { format } }))).toEqual([
      `#/components/schemas/It/format warning: format "${format}" is not checked: it is not a known one`,
    ])
  })
})
