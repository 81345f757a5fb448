import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { documentedAnswers } from '../../../corpus/github/documented-answers.js'
import { documentedRows, withServer } from '../../../corpus/github/documented-rows.js'
import type { CallOperation } from '../../../corpus/github/generated.js'
import { makeCall, type Setting } from '../../../corpus/github/make-call.js'
import { routerOf } from '../../../corpus/github/router.js'
import { type Row, tableOf } from '../../../corpus/github/row.js'
import { calls, document, operations } from './document.js'

const folder = mkdtempSync(join(tmpdir(), 'strata-corpus-test-'))
const spec = join(folder, 'small-document.json')
writeFileSync(spec, JSON.stringify(document))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const notOf = (what: string) =>
  `the document's example of the ${what} is not valid: /id must be an integer, but is a string`

/** A client whose functions do what `change` makes of them. */
const client = (change: (call: CallOperation) => CallOperation) => (setting: Setting) => {
  const functions = Object.entries(setting.generated.client)
  const changed = functions.map(([name, call]) => [name, typeof call === 'function' ? change(call) : call])
  return { ...setting, generated: { ...setting.generated, client: Object.fromEntries(changed) } }
}

describe('the calls of a document', () => {
  it('go well, and examples that are not valid are told', async () => {
    const rows = await documentedRows(spec, true)
    expect(rows.map(({ operation, status, faults, notes }) => [operation, status, faults, notes])).toEqual([
      ['things/get', 200, [], []],
      ['things/get', 404, [], []],
      ['things/put-it', 201, [], []],
      ['things/put-it', 201, [], [notOf('request'), notOf('response')]],
      ['things/put-it', 204, [], [notOf('request')]],
      ['things/all', 200, [], []],
    ])
    expect(await documentedRows(spec, false)).toHaveLength(5)
  })

  it.each<[string, (setting: Setting) => Setting, RegExp]>([
    [
      'another path',
      client((call) => (on, input, init) => call(on, { ...input, path: { name: 'x' } }, init)),
      /^path is/,
    ],
    [
      'another query',
      client((call) => (on, input, init) => call(on, { ...input, query: {} }, init)),
      /^query is/,
    ],
    [
      'two requests',
      client(
        (call) =>
          async (...all) => (await call(...all), call(...all)),
      ),
      /^requests beside/,
    ],
    [
      'no request',
      client(() => () => Promise.resolve({ ok: true, status: 200, response: new Response() })),
      /no request/,
    ],
    [
      'other data',
      client((call) => async (...all) => ({ ...(await call(...all)), data: 1 })),
      /^result is 1/,
    ],
    [
      'another status',
      client((call) => async (...all) => ({ ...(await call(...all)), status: 201 })),
      /^status is 201/,
    ],
    [
      'a failure',
      client((call) => async (...all) => ({ ...(await call(...all)), ok: false })),
      /^ok is false/,
    ],
    ['an error', client(() => () => Promise.reject(new Error('thrown'))), /thrown/],
    [
      'no function',
      (setting) => ({ ...setting, generated: { ...setting.generated, client: {} } }),
      /no function thingsGet/,
    ],
    [
      'no validator',
      (setting) => ({ ...setting, generated: { ...setting.generated, validators: {} } }),
      /no validator of ThingsGet/,
    ],
    [
      'another judgement',
      (setting) => ({ ...setting, referee: () => 'bad' }),
      /ours finds it valid, the referee bad/,
    ],
    [
      'a refusal',
      (setting) => ({ ...setting, readBack: async () => ({ refusal: '400' }) }),
      /^the server layer answers 400/,
    ],
    [
      'another handler',
      (setting) => ({
        ...setting,
        readBack: async (all) => ({ ...(await setting.readBack(all)), id: 'other' }),
      }),
      /^the handler called is "other"/,
    ],
    [
      'other input',
      (setting) => ({
        ...setting,
        readBack: async () => ({ id: 'thingsGet', input: { path: { name: 'x' } } }),
      }),
      /^what the handler gets as path is/,
    ],
  ])('are found to be at fault by %s', async (_, change, fault) => {
    const row = await withServer(
      spec,
      documentedAnswers(routerOf(operations)),
      (setting) => makeCall(change(setting), calls[0]!), // There is one.
    )
    expect(row.faults).toContainEqual(expect.stringMatching(fault))
  })

  it('are found to be at fault where the server layer takes a body that it has to refuse', async () => {
    const row = await withServer(
      spec,
      documentedAnswers(routerOf(operations)),
      (setting) =>
        makeCall({ ...setting, readBack: async () => ({ id: 'thingsPutIt', input: {} }) }, calls[3]!), // There are six.
    )
    expect(row.faults).toEqual(['the answer of the server layer is undefined, not "400"'])
  })
})

it('makes a table', () => {
  const row: Row = { operation: 'a', method: 'get', path: '/a', status: 200, faults: [], notes: [] }
  const rows = [
    row,
    { ...row, variant: 'b', notes: ['n'] },
    { ...row, status: undefined, faults: ['x', 'y'] },
  ]
  expect(tableOf(rows).split('\n')).toEqual([
    'operation  method  path  status  verdict',
    'a          GET     /a    200     ok',
    'a, b       GET     /a    200     ok; n',
    'a          GET     /a    –       FAILED: x; y',
    '',
    '3 calls of 1 operations: 2 ok, 1 of them with a note; 1 failed',
  ])
})
