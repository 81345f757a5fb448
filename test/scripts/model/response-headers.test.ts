import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { operationDocument, operationOf, problemsOf } from './read-model.js'

const AT = '/paths/~1things/post/responses/200/headers'
const components = {
  headers: { Rate: { required: true, schema: { $ref: '#/components/schemas/Rate' } } },
  schemas: { Rate: { type: 'integer' } },
}

const documentWith = (headers: JsonObject) =>
  operationDocument({ responses: { 200: { description: 'Fine', headers } } }, { components })

const defaults = { required: false, deprecated: false, explode: false, isJson: false }

it.each<readonly [name: string, header: JsonValue, want: object]>([
  ['X-A', { schema: { type: 'string' } }, { reading: {} }],
  [
    'x-b',
    { schema: { type: 'integer' }, description: 'B', deprecated: true, required: true },
    { description: 'B', deprecated: true, required: true, reading: { types: ['integer'] } },
  ],
  [
    'X-C',
    { schema: { type: 'array', items: { type: 'number' } }, explode: true },
    { explode: true, reading: { array: { types: ['number'] } } },
  ],
  ['X-D', { content: { 'application/json': { schema: { type: 'object' } } } }, { isJson: true, reading: {} }],
  ['X-E', { $ref: '#/components/headers/Rate' }, { required: true, reading: { types: ['integer'] } }],
])('a header %s: %j is %j', (name, header, want) => {
  const [found, ...others] = operationOf(documentWith({ [name]: header })).responses[0]!.headers
  expect(found).toMatchObject({ ...defaults, ...want, name })
  expect(others).toEqual([])
})

it('Content-Type is described elsewhere', () => {
  const document = documentWith({ 'content-type': { schema: { type: 'integer' } } })
  expect(operationOf(document).responses[0]!.headers).toEqual([])
})

it.each<readonly [name: string, header: JsonValue, problem: string]>([
  ['X-A', {}, 'X-A warning: The header "X-A" has neither "schema" nor "content", so it is text'],
  ['X A', { schema: {} }, 'X A warning: The header "X A" is left out: no header field can have that name'],
  ['X-A', { schema: {}, style: 'form' }, 'X-A/style error: "style" must be simple in a header, found "form"'],
  ['X-A', { schema: {}, required: 1 }, 'X-A/required error: "required" must be true or false, found 1'],
  ['X-A', { content: {} }, 'X-A error: The header "X-A" must have a "schema" or "content"'],
])('%s: %j has a problem', (name, header, problem) => {
  expect(problemsOf(documentWith({ [name]: header }))).toEqual([`#${AT}/${problem}`])
})
