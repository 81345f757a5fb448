import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { documentOf, modelOf, problemsOf } from './read-model.js'

const bearer = { type: 'http', scheme: 'Bearer' }

function schemesDocument(securitySchemes: JsonObject, more: JsonObject = {}): JsonObject {
  return documentOf({ components: { securitySchemes }, ...more })
}

describe('security schemes', () => {
  it('are read in document order, references followed', () => {
    const model = modelOf(
      schemesDocument({
        Key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'A key' },
        Bearer: bearer,
        Same: { $ref: '#/components/securitySchemes/Bearer' },
        OAuth: { type: 'oauth2', flows: {} },
        Tls: { type: 'mutualTLS' },
        Oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
      }),
    )
    const at = '/components/securitySchemes'
    expect(model.securitySchemes).toEqual([
      { key: 'Key', type: 'apiKey', in: 'header', name: 'X-Key', description: 'A key', pointer: `${at}/Key` },
      { key: 'Bearer', type: 'http', scheme: 'bearer', pointer: `${at}/Bearer` },
      { key: 'Same', type: 'http', scheme: 'bearer', pointer: `${at}/Bearer` },
      { key: 'OAuth', type: 'oauth2', pointer: `${at}/OAuth` },
      { key: 'Tls', type: 'mutualTLS', pointer: `${at}/Tls` },
      { key: 'Oidc', type: 'openIdConnect', pointer: `${at}/Oidc` },
    ])
  })

  it.each<readonly [scheme: JsonValue, pointer: string, message: string]>([
    [{}, '', 'The security scheme "It" must have a "type"'],
    [
      { type: 'basic' },
      '/type',
      '"type" must be one of apiKey, http, mutualTLS, oauth2, openIdConnect, found "basic"',
    ],
    [{ type: 'http' }, '', 'A security scheme of type http must have a "scheme"'],
    [{ type: 'apiKey', in: 'header' }, '', 'A security scheme of type apiKey must have a "name"'],
    [{ type: 'apiKey', name: 'a' }, '', 'A security scheme of type apiKey must have an "in"'],
    [{ type: 'apiKey', name: 'a', in: 'body' }, '/in', '"in" must be query, header or cookie, found "body"'],
  ])('%j is wrong', (scheme, pointer, message) => {
    expect(problemsOf(schemesDocument({ It: scheme }))).toEqual([
      `#/components/securitySchemes/It${pointer} error: ${message}`,
    ])
  })
})

const securityOf = (root: JsonValue | undefined, own: JsonValue | undefined): unknown => {
  const operation = { operationId: 'get', ...(own !== undefined && { security: own }) }
  const more = { paths: { '/a': { get: operation } }, ...(root !== undefined && { security: root }) }
  return modelOf(schemesDocument({ A: bearer, B: bearer }, more)).operations[0]?.security
}

describe('security of an operation', () => {
  it.each<readonly [why: string, root: JsonValue | undefined, own: JsonValue | undefined, want: unknown]>([
    ['is none without any', undefined, undefined, []],
    ['is that of the document', [{ A: [] }], undefined, [['A']]],
    ['is its own', [{ A: [] }], [{ B: [] }], [['B']]],
    ['is none of its own', [{ A: [] }], [], []],
    ['is a choice, of which one may be nothing', undefined, [{ A: ['scope'], B: [] }, {}], [['A', 'B'], []]],
  ])('%s', (_, root, own, want) => {
    expect(securityOf(root, own)).toEqual(want)
  })

  it('names schemes that there are', () => {
    const more = { paths: { '/a': { get: { operationId: 'get', security: [{ toString: [] }] } } } }
    expect(problemsOf(schemesDocument({ A: bearer }, more))).toEqual([
      '#/paths/~1a/get/security/0/toString error: There is no security scheme "toString" in components.securitySchemes',
    ])
  })
})
