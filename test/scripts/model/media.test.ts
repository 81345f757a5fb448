import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import type { Content, Operation } from '../../../scripts/src/model/types.js'
import { operationDocument, operationOf, build, problemsOf, withoutPointers } from './read-model.js'

const BYTES = { type: 'string', format: 'binary' }
const TEXT = { type: 'string' }
const DATA = { type: 'object' }

type Contents = { readonly [mediaType: string]: JsonObject }

const request = (content: Contents): JsonObject => ({ requestBody: { content } })
const response = (content: Contents): JsonObject => ({ responses: { 200: { description: '', content } } })

const form = (schema: JsonValue, encoding: JsonObject): JsonObject =>
  request({ 'application/x-www-form-urlencoded': { schema, encoding } })

const multipart = (schema: JsonValue, encoding: JsonObject = {}): JsonObject =>
  request({ 'multipart/form-data': { schema, encoding } })

/** The only content of a body. */
function contentOf(body: JsonObject, schemas: JsonObject = {}): { content: Content; operation: Operation } {
  const { model } = build(operationDocument(body, { components: { schemas } }))
  const [operation] = model.operations
  const [content] = operation!.body?.contents ?? operation!.responses[0]!.contents
  return { content: content!, operation: operation! }
}

/** The schema of the only content of a body, as the layers get it. */
function schemaOf(body: JsonObject, schemas: JsonObject = {}): unknown {
  const { content, operation } = contentOf(body, schemas)
  const shape = operation.shapes.find(({ name }) => name === content.shape)
  return withoutPointers(shape?.schema ?? content.shape)
}

describe('the kind of a content', () => {
  it.each<[mediaType: string, schema: JsonValue | undefined, request: string, response?: string]>([
    ['application/json', DATA, 'json'],
    ['application/json; charset=utf-8', BYTES, 'json'],
    ['application/vnd.api+json', undefined, 'json'],
    ['Application/Problem+JSON', undefined, 'json'],
    ['text/json', DATA, 'json'],
    ['application/*+json', DATA, 'json'],
    ['application/x-www-form-urlencoded', DATA, 'form', 'text'],
    ['multipart/form-data', DATA, 'multipart', 'binary'],
    ['multipart/form-data; boundary=x', DATA, 'multipart', 'binary'],
    ['multipart/*', DATA, 'multipart', 'binary'],
    ['multipart/mixed', DATA, 'binary'],
    ['text/plain', TEXT, 'text'],
    ['text/plain', undefined, 'text'],
    ['text/plain', DATA, 'json'],
    ['text/plain', BYTES, 'binary'],
    ['text/html', DATA, 'text'],
    ['text/csv', BYTES, 'binary'],
    ['text/*', undefined, 'text'],
    ['application/xml', DATA, 'text'],
    ['image/svg+xml', undefined, 'text'],
    ['application/x-yaml', DATA, 'text'],
    ['application/sql', TEXT, 'text'],
    ['application/octet-stream', undefined, 'binary'],
    ['application/pdf', DATA, 'binary'],
    ['image/png', TEXT, 'binary'],
    ['image/*', undefined, 'binary'],
    ['application/vnd.ms-excel', TEXT, 'binary'],
    ['application/x-ndjson', DATA, 'json-lines'],
    ['application/jsonl', DATA, 'json-lines'],
    ['application/stream+json', DATA, 'json-lines'],
    ['text/event-stream', DATA, 'text', 'events'],
    ['text/event-stream', TEXT, 'text', 'text-events'],
    ['text/event-stream', undefined, 'text', 'text-events'],
    ['text/event-stream', { type: 'array', items: TEXT }, 'text', 'text-events'],
    ['application/vnd.acme.v2', DATA, 'json'],
    ['application/vnd.acme.v2', TEXT, 'text'],
    ['application/vnd.acme.v2', undefined, 'binary'],
    ['*/*', DATA, 'json'],
    ['*/*', { type: 'integer' }, 'json'],
    ['*/*', TEXT, 'text'],
    ['*/*', BYTES, 'binary'],
    ['*/*', undefined, 'json'],
    ['application/*', {}, 'json'],
  ])('%s of %j is %s', (mediaType, schema, kind, inResponse = kind) => {
    const content: Contents = { [mediaType]: schema === undefined ? {} : { schema } }
    expect(contentOf(request(content)).content.kind).toBe(kind)
    expect(contentOf(response(content)).content.kind).toBe(inResponse)
  })

  it.each<readonly [schema: JsonValue, kind: string]>([
    [{ $ref: '#/components/schemas/Thing' }, 'json'],
    [{ $ref: '#/components/schemas/Bytes' }, 'binary'],
    [{ $ref: '#/components/schemas/Loop' }, 'json'],
    [{ allOf: [{ $ref: '#/components/schemas/Bytes' }] }, 'binary'],
    [{ anyOf: [TEXT, DATA] }, 'json'],
    [{ anyOf: [TEXT, BYTES] }, 'binary'],
    [{ oneOf: [TEXT, { type: 'null' }] }, 'text'],
    [{ type: ['string', 'null'] }, 'text'],
    [{ type: ['string', 'integer'] }, 'json'],
    [{ enum: ['a', 'b'] }, 'text'],
    [{ const: 1 }, 'json'],
    [{ properties: {} }, 'json'],
    [{ type: 'string', contentMediaType: 'image/png' }, 'binary'],
    [{ contentMediaType: 'application/octet-stream' }, 'binary'],
    [{ type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' }, 'text'],
    [{ type: 'string', contentMediaType: 'application/json' }, 'text'],
    [{ type: 'string', format: 'byte' }, 'text'],
  ])('of any type, described by %j, is %s', (schema, kind) => {
    const schemas = { Thing: DATA, Bytes: BYTES, Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] } }
    const { content } = contentOf(request({ '*/*': { schema } }), schemas)
    expect(content.kind).toBe(kind)
  })
})

describe('what a caller gives and gets', () => {
  const blob = { type: ['object'], value: 'Blob' }

  it.each<readonly [mediaType: string, schema: JsonValue | undefined, given: unknown]>([
    ['application/pdf', undefined, blob],
    ['application/pdf', { ...BYTES, description: 'The bill' }, { ...blob, description: 'The bill' }],
    ['text/plain', undefined, { type: ['string'] }],
    ['text/plain', { type: 'string', maxLength: 3 }, { type: ['string'], maxLength: 3 }],
    ['application/x-ndjson', { type: 'array', items: { type: 'integer' } }, { type: ['integer'] }],
    ['application/x-ndjson', { type: 'array' }, { boolean: true }],
    ['application/x-ndjson', { type: 'integer' }, { type: ['integer'] }],
    [
      'application/x-www-form-urlencoded',
      { properties: { a: BYTES } },
      { properties: [{ name: 'a', schema: { type: ['string'], format: 'binary' } }] },
    ],
  ])('%s of %j is %j', (mediaType, schema, given) => {
    const schemas = { Thing: DATA, List: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } }
    expect(schemaOf(request({ [mediaType]: schema === undefined ? {} : { schema } }), schemas)).toEqual(given)
  })

  it.each<readonly [schema: JsonValue, given: unknown]>([
    [{ $ref: '#/components/schemas/List' }, 'Thing'],
    [{ $ref: '#/components/schemas/Thing' }, 'Thing'],
    [TEXT, { type: ['string'] }],
  ])('events of %j are each %j', (schema, given) => {
    const schemas = { Thing: DATA, List: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } }
    expect(schemaOf(response({ 'text/event-stream': { schema } }), schemas)).toEqual(given)
  })

  it.each<readonly [mediaType: string, given: string]>([
    ['application/xml', 'a string'],
    ['text/csv', 'a string'],
    ['application/pdf', 'a Blob'],
  ])('a schema of data for %s is remarked upon', (mediaType, given) => {
    expect(problemsOf(operationDocument(request({ [mediaType]: { schema: DATA } })))).toEqual([
      `#/paths/~1things/post/requestBody/content/${mediaType.replace('/', '~1')} warning: The schema of "${mediaType}" is not used: content of that type is not parsed or written, but given as ${given}`,
    ])
  })

  it.each<readonly [mediaType: string, schema: JsonObject]>([
    ['application/xml', DATA],
    ['application/pdf', BYTES],
    ['application/x-ndjson', { type: 'array' }],
    ['multipart/form-data', { properties: { a: BYTES } }],
  ])('what the schema of %s defines can be referred to', (mediaType, schema) => {
    const body = request({ [mediaType]: { schema: { ...schema, $defs: { A: { type: 'integer' } } } } })
    const place = `#/paths/~1things/post/requestBody/content/${mediaType.replace('/', '~1')}`
    const schemas = { B: { properties: { a: { $ref: `${place}/schema/$defs/A` } } } }
    const { model, diagnostics } = build(operationDocument(body, { components: { schemas } }))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const target = model.schemas.find(({ kind }) => kind === 'target')
    expect(target?.schema.type).toEqual(['integer'])
  })

  it('bytes stay strings in JSON', () => {
    expect(schemaOf(request({ 'application/json': { schema: BYTES } }))).toEqual({
      type: ['string'],
      format: 'binary',
    })
  })
})

describe('a multipart body', () => {
  const blob = { type: ['object'], value: 'Blob' }
  it.each<[property: JsonObject, given: unknown, encoding?: JsonObject]>([
    [BYTES, blob],
    [TEXT, { type: ['string'] }],
    [
      { type: 'array', items: BYTES },
      { type: ['array'], items: blob },
    ],
    [{ $ref: '#/components/schemas/File' }, blob],
    [{ $ref: '#/components/schemas/Files' }, { type: ['array'], items: blob }],
    [{ oneOf: [BYTES, TEXT] }, { oneOf: [blob, { type: ['string'] }] }],
    [
      { allOf: [{ $ref: '#/components/schemas/File' }], description: 'It' },
      { ...blob, description: 'It' },
    ],
    [TEXT, blob, { contentType: 'image/png, image/jpeg' }],
    [{}, blob, { contentType: 'application/octet-stream' }],
    [{}, {}, { contentType: 'text/plain' }],
    // Data is JSON inside its part, where bytes are strings.
    [
      { properties: { inner: BYTES } },
      { properties: [{ name: 'inner', schema: { type: ['string'], format: 'binary' } }] },
    ],
  ])('with the member %j has %j', (property, given, encoding) => {
    const schemas = { File: BYTES, Files: { type: 'array', items: BYTES } }
    const body = multipart({ type: 'object', properties: { it: property } }, encoding && { it: encoding })
    expect(schemaOf(body, schemas)).toEqual({ type: ['object'], properties: [{ name: 'it', schema: given }] })
  })

  it('takes the place of a component only where it has bytes', () => {
    const schemas = {
      Upload: { type: 'object', properties: { file: BYTES } },
      Plain: { type: 'object', properties: { name: TEXT } },
      Loop: { anyOf: [{ $ref: '#/components/schemas/Loop' }], properties: { file: BYTES } },
    }
    const refer = (name: string) => multipart({ $ref: `#/components/schemas/${name}` })
    expect(schemaOf(refer('Plain'), schemas)).toBe('Plain')
    expect(schemaOf(refer('Upload'), schemas)).toEqual({
      type: ['object'],
      properties: [{ name: 'file', schema: blob }],
    })
    expect(schemaOf(multipart({ allOf: [{ $ref: '#/components/schemas/Upload' }] }), schemas)).toEqual({
      allOf: [{ type: ['object'], properties: [{ name: 'file', schema: blob }] }],
    })
    expect(schemaOf(refer('Loop'), schemas)).toMatchObject({ properties: [{ name: 'file', schema: blob }] })
    // The component itself is as it was.
    const { model } = build(operationDocument(refer('Upload'), { components: { schemas } }))
    expect(withoutPointers(model.schemas[0]!.schema)).toMatchObject({
      properties: [{ name: 'file', schema: { format: 'binary' } }],
    })
  })
})

describe('the members of a form', () => {
  it.each<readonly [property: JsonValue, encoding: JsonObject | undefined, part: object]>([
    [TEXT, undefined, { isJson: false, reading: {} }],
    [{ type: 'integer' }, undefined, { isJson: false, reading: { types: ['integer'] } }],
    [DATA, undefined, { isJson: false, reading: { json: true } }],
    [
      { type: 'array', items: { type: 'integer' } },
      undefined,
      { isJson: false, reading: { array: { types: ['integer'] } } },
    ],
    [{ type: 'array', items: DATA }, undefined, { isJson: false, reading: { array: { json: true } } }],
    [
      DATA,
      { contentType: 'application/json' },
      { isJson: true, contentType: 'application/json', reading: {} },
    ],
    [TEXT, { contentType: 'text/plain, text/html' }, { isJson: false, reading: {} }],
    [TEXT, { contentType: 'image/*' }, { isJson: false, reading: {} }],
    [
      { type: 'object', properties: { a: { type: 'integer' } } },
      { style: 'deepObject', explode: true },
      {
        isJson: false,
        style: { style: 'deepObject', explode: true, allowReserved: false },
        reading: { object: { a: { types: ['integer'] } } },
      },
    ],
    [
      { type: 'array', items: TEXT },
      { explode: false, contentType: 'application/json' },
      {
        isJson: false,
        style: { style: 'form', explode: false, allowReserved: false },
        reading: { array: {} },
      },
    ],
    [
      TEXT,
      { allowReserved: true },
      { style: { style: 'form', explode: true, allowReserved: true }, isJson: false, reading: {} },
    ],
  ])('of %j with the encoding %j', (property, encoding, part) => {
    const body = form({ properties: { it: property }, required: ['it'] }, encoding ? { it: encoding } : {})
    const [found] = contentOf(body).content.parts!
    const { schema: _, pointer: __, ...rest } = found!
    expect(rest).toEqual({ name: 'it', required: true, ...part })
  })

  it('are those of all that applies to the body, and of its encoding', () => {
    const body = form(
      {
        $ref: '#/components/schemas/Base',
        allOf: [{ properties: { b: TEXT } }],
        anyOf: [{ properties: { c: TEXT }, required: ['c'] }],
      },
      { d: { contentType: 'application/json' } },
    )
    const base = { properties: { a: TEXT }, required: ['a'] }
    const { content } = contentOf(body, { Base: base })
    expect(content.parts!.map(({ name, required }) => [name, required])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ])
  })

  it('say that headers of parts are not sent', () => {
    const encoding = {
      a: { headers: { 'X-Rate': {}, 'Content-Type': {} } },
      b: { headers: { 'content-type': {} } },
    }
    expect(problemsOf(operationDocument(request({ 'multipart/form-data': { encoding } })))).toEqual([
      '#/paths/~1things/post/requestBody/content/multipart~1form-data/encoding/a warning: The headers of the part "a" are not sent',
    ])
  })

  it.each<readonly [encoding: JsonObject, problem: string]>([
    [
      { style: 'simple' },
      '/style error: "style" must be form or spaceDelimited or pipeDelimited or deepObject in the query, found "simple"',
    ],
    [{ contentType: 1 }, '/contentType error: "contentType" must be a string, found 1'],
  ])('cannot be written by %j', (encoding, problem) => {
    expect(problemsOf(operationDocument(form({}, { a: encoding })))).toEqual([
      `#/paths/~1things/post/requestBody/content/application~1x-www-form-urlencoded/encoding/a${problem}`,
    ])
  })
})

describe('several contents', () => {
  it.each<readonly [contents: Contents, preferred: readonly string[]]>([
    [{ 'application/xml': {}, 'application/json': {}, 'text/json': {} }, ['application/json', 'text/json']],
    [
      { 'multipart/form-data': {}, 'application/x-www-form-urlencoded': {}, 'text/plain': {} },
      ['multipart/form-data', 'application/x-www-form-urlencoded'],
    ],
    [{ 'image/png': {}, 'text/plain': {} }, ['image/png', 'text/plain']],
  ])('of %j prefer %j', (contents, preferred) => {
    const { body } = operationOf(operationDocument(request(contents)))
    const found = body!.contents.filter(({ isPreferred }) => isPreferred)
    expect(found.map(({ mediaType }) => mediaType)).toEqual(preferred)
  })

  it('are named, and the alias is about the preferred ones alone', () => {
    const schema: JsonValue = { type: 'object' }
    const { responseAlias, shapes } = operationOf(
      operationDocument(response({ 'application/json': { schema }, 'text/csv': {} })),
    )
    expect(shapes.map(({ name }) => name)).toEqual([
      'MakeThingParams',
      'MakeThingResponse200Json',
      'MakeThingResponse200TextCsv',
    ])
    expect(responseAlias).toEqual({ name: 'MakeThingResponse', target: 'MakeThingResponse200Json' })
  })
})
