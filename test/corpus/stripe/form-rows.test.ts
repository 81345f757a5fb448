import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type CallOperation,
  generatedClient,
  type GeneratedClient,
} from '../../../corpus/github/generated.js'
import type { Row } from '../../../corpus/github/row.js'
import { countsOf, FORM, formCallsOf } from '../../../corpus/stripe/form-calls.js'
import { formRows } from '../../../corpus/stripe/form-rows.js'
import type { ReadForm } from '../../../corpus/stripe/qs.js'
import { scenarioRows } from '../../../corpus/stripe/scenario-rows.js'
import { typedRow } from '../../../corpus/stripe/typed-row.js'
import type { JsonObject } from '../../../scripts/src/json.js'

const text = { type: 'string' }
const number = { type: 'integer' }
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties })
const list = { type: 'array', items: text }
const deep = { style: 'deepObject', explode: true }
const map = { type: 'object', additionalProperties: text }
const requestBody = (properties: JsonObject, ...names: string[]): JsonObject => ({
  content: {
    [FORM]: {
      schema: object(properties),
      encoding: Object.fromEntries(names.map((name) => [name, deep])),
    },
  },
})
const responses = { default: { description: 'd', content: { 'application/json': { schema: {} } } } }
const query = (name: string, schema: JsonObject): JsonObject => ({ name, in: 'query', schema, ...deep })

/** As Stripe writes its own, in small. */
const document: JsonObject = {
  openapi: '3.0.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/v1/charges': {
      get: {
        operationId: 'GetCharges',
        parameters: [
          query('created', object({ gte: number })),
          query('expand', list),
          { name: 'limit', in: 'query', schema: number },
        ],
        requestBody: requestBody({}),
        responses,
      },
      post: {
        operationId: 'PostCharges',
        requestBody: requestBody(
          {
            amount: number,
            currency: text,
            source: text,
            metadata: { anyOf: [map, { ...text, enum: [''] }] },
          },
          'metadata',
        ),
        responses,
      },
    },
    '/v1/charges/{charge}': {
      delete: {
        operationId: 'DeleteCharge',
        parameters: [{ name: 'charge', in: 'path', required: true, schema: text }],
        requestBody: requestBody({ alipay: object({}) }, 'alipay'),
        responses,
      },
    },
    '/v1/files': {
      post: {
        operationId: 'PostFiles',
        requestBody: { content: { 'multipart/form-data': { schema: object({ purpose: text }) } } },
        responses,
      },
    },
  },
}

/** What comes over the wire, and what it means. */
const FORMS: Readonly<Record<string, unknown>> = {
  '': {},
  'created%5Bgte%5D=1': { created: { gte: '1' } },
  'created%5Bgte%5D=1&expand%5B%5D=%5Bx%5D2&expand%5B%5D=1%2B13&limit=4': {
    created: { gte: '1' },
    expand: ['[x]2', '1+13'],
    limit: '4',
  },
  'amount=1': { amount: '1' },
  'amount=1&currency=%5Bx%5D2&source=1%2B13&metadata%5Border_id%5D=+a+b+4&metadata%5Ba%26b%3Dc+%2B%C3%BC%25%F0%9F%98%80%5D=%F0%9F%98%805':
    {
      amount: '1',
      currency: '[x]2',
      source: '1+13',
      metadata: { order_id: ' a b 4', 'a&b=c +ü%😀': '😀5' },
    },
  'amount=1&currency=%5Bx%5D2&source=1%2B13&metadata=': {
    amount: '1',
    currency: '[x]2',
    source: '1+13',
    metadata: '',
  },
}

const readForm: ReadForm = (form) => FORMS[form.replaceAll('%20', '+')]
const calls = formCallsOf(document)
const folder = mkdtempSync(join(tmpdir(), 'strata-corpus-test-'))
let generated: Awaited<ReturnType<typeof generatedClient>>

beforeAll(async () => {
  const spec = join(folder, 'small-stripe.json')
  writeFileSync(spec, JSON.stringify(document))
  generated = await generatedClient(spec)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A client whose functions do what `change` makes of them. */
const changed = (change: (call: CallOperation) => CallOperation): GeneratedClient => ({
  ...generated,
  client: Object.fromEntries(
    Object.entries(generated.client).map(([name, call]) => [
      name,
      typeof call === 'function' ? change(call) : call,
    ]),
  ),
})

const faultsIn = (rows: readonly Row[]) => rows.map(({ operation, faults }) => [operation, faults])

it('fills the forms, and finds nothing wrong', async () => {
  const rows = await formRows({ document, generated, readForm }, calls)
  expect(rows.map(({ operation, variant, status, faults }) => [operation, variant, status, faults])).toEqual([
    ['GetCharges', 'small, 1 part', 200, []],
    ['GetCharges', 'whole 1, 4 parts', 200, []],
    ['PostCharges', 'small, 1 part', 200, []],
    ['PostCharges', 'whole 1, 5 parts', 200, []],
    ['PostCharges', 'whole 2, 4 parts', 200, []],
    ['DeleteCharge', 'small, 0 parts', 200, []],
  ])
  expect(rows.at(-1)?.notes).toEqual(['empty objects in it, which a form has no part for: 1'])
  expect(countsOf(calls)).toBe(
    '2 operations with a form in the body: 4 calls, 10 parts\n' +
      '1 operations with a form in the query: 2 calls, 5 parts',
  )
})

it('finds a form that is read as another', async () => {
  const rows = await formRows({ document, generated, readForm: () => ({ other: '1' }) }, calls)
  expect(rows.flatMap(({ faults }) => faults)).toEqual(
    calls.map(() => expect.stringMatching(/^what is read is \{"other":"1"\}, not /)),
  )
})

it('finds what is sent otherwise', async () => {
  const small = calls.find(({ operation }) => operation.id === 'PostCharges')
  const rowsOf = (change: (call: CallOperation) => CallOperation) =>
    formRows({ document, generated: changed(change), readForm }, [small!]) // There is one.
  const typed = await rowsOf((call) => (client, input) => {
    const headers = { 'Content-Type': 'text/plain' }
    return call(client, input, { headers })
  })
  expect(faultsIn(typed)).toEqual([
    ['PostCharges', ['content-type is "text/plain", not "application/x-www-form-urlencoded"']],
  ])
  const twice = await rowsOf((call) => async (client, input) => {
    await call(client, input)
    return call(client, input)
  })
  expect(faultsIn(twice)).toEqual([['PostCharges', ['requests beside the first is 1, not 0']]])
  const none = await rowsOf(() => async () => ({ ok: true, status: 200, response: new Response() }))
  expect(faultsIn(none)).toEqual([['PostCharges', ['Error: no request came']]])
  const other = await rowsOf((call) => (client) => call(client, { body: { amount: 2 } }))
  expect(faultsIn(other)).toEqual([
    [
      'PostCharges',
      [
        'what the document does not describe is ["amount=2"], not []',
        'what is missing is ["amount=1"], not []',
        'what is read is undefined, not {"amount":"1"}',
      ],
    ],
  ])
})

it('gets an error, and asks for a list', async () => {
  const rows = await scenarioRows(generated)
  expect(rows.map(({ variant, status, faults }) => [variant, status, faults])).toEqual([
    ['an error', 402, []],
    ['a list', 200, []],
  ])
  const { getCharges, postCharges } = generated.client
  const client = { getCharges: postCharges!, postCharges: getCharges! } // They are there.
  const others = await scenarioRows({ ...generated, client })
  expect(others.map(({ faults }) => faults.length > 0)).toEqual([true, true])
})

it.each<[string, string[]]>([
  ['metadata: { order: "1" }', []],
  [
    'metadata: { order: 1 }',
    [expect.stringMatching(/^the compiler says use\.ts\(2,\d+\): error TS2322: Type 'number'/)],
  ],
])('is typed: %s', async (member, faults) => {
  const program = `import { createClient, postCharges } from './ts/client/index.js'
await postCharges(createClient({ baseUrl: 'https://api.example.com' }), { body: { ${member} } })`
  expect((await typedRow(generated.sources, program)).faults).toEqual(faults)
})
