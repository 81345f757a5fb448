import { describe, expect, test } from 'vitest'
import { compile, emitted } from './emitted.js'
import { widgets } from './widgets.js'

const files = Object.values(emitted(widgets)).join('\n')

describe('the type of a result', () => {
  test.each([
    ['ListWidgets', ['Success<200, ListWidgetsResponse>', 'Failure<Exclude<HttpStatus, 200>, Problem>']],
    [
      'CreateWidget',
      [
        'Success<201, Widget>',
        'Failure<409, unknown>',
        'Failure<422, CreateWidgetError422>',
        'Failure<Exclude<Status4XX, 409 | 422>, Problem>',
        'Failure<Exclude<HttpStatus, 201 | 409 | 422 | Status4XX>, unknown>',
      ],
    ],
    [
      'PatchWidget',
      ['Success<200, Widget>', 'Success<204, undefined>', 'Failure<Exclude<HttpStatus, 200 | 204>, unknown>'],
    ],
    [
      'HeadWidget',
      [
        'Success<200, undefined>',
        'Failure<404, undefined>',
        'Failure<Exclude<HttpStatus, 200 | 404>, unknown>',
      ],
    ],
    ['Send', ['Success<Status2XX, Widget>', 'Failure<Exclude<HttpStatus, Status2XX>, Widget>']],
  ])('of %s is a union of %j', (name, members) => {
    expect(files).toContain(`export type ${name}Result = ${members.join(' | ')}\n`)
  })

  test('says in its documentation what each status means', () => {
    expect(files).toContain(
      [
        ' * What `createWidget` gives, told apart by `ok` and `status`:',
        ' *',
        ' * - `201`: Made.',
        ' * - `409`: Taken.',
        ' * - `422`: Not valid.',
        ' * - `4XX`: No.',
        ' */',
      ].join('\n'),
    )
  })
})

const CHECKS = `
import { createClient, createWidget, listWidgets, patchWidget, headWidget, send } from './client/index.js'
import type { Problem, Widget } from './types/index.js'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <T extends true>(): T | undefined => undefined

const client = createClient()
const created = await createWidget(client, { body: { name: 'a' } }, { signal: AbortSignal.timeout(1) })
if (created.ok) {
  is<Equal<typeof created.data, Widget>>()
  is<Equal<typeof created.status, 201>>()
} else {
  is<Equal<typeof created.data, undefined>>()
}
switch (created.status) {
  case 201: is<Equal<typeof created.data, Widget>>(); break
  case 422: is<Equal<typeof created.error, string[]>>(); break
  case 418: is<Equal<typeof created.error, Problem>>(); break
  case 409: is<Equal<typeof created.error, unknown>>(); break
  case 500: is<Equal<typeof created.error, unknown>>(); break
}
const { data, error, response } = await listWidgets(client)
if (data !== undefined) is<Equal<typeof data, Widget[]>>()
is<Equal<typeof error, Problem | undefined>>()
is<Equal<typeof response, Response>>()
const sent = await send(client, {})
is<Equal<typeof sent.data, Widget | undefined>>()
const patched = await patchWidget(client, { path: { id: 1 } })
if (patched.ok) is<Equal<typeof patched.data, Widget | undefined>>()
await patchWidget(client, { path: { id: 1 }, body: { size: 2 } }, { headers: { A: null }, credentials: 'omit' })
await headWidget(client, { path: { id: 1 } })
await listWidgets(client, { query: { ids: [1] }, header: { 'X-Trace': 'a' } })
`

const REFUSED = [
  'await createWidget(client)',
  'await createWidget(client, {})',
  'await createWidget(client, { body: {} })',
  'await createWidget(client, { body: { name: 1 } })',
  "await createWidget(client, { body: { name: 'a' }, query: {} })",
  'await headWidget(client, { path: {} })',
  "await headWidget(client, { path: { id: 'a' } })",
  "await listWidgets(client, { query: { ids: 'a' } })",
  'await send(client, { path: {} })',
  "await send(client, {}, { method: 'post' })",
  "createClient({ baseURL: '' })",
]

describe('the types of the functions', () => {
  test('narrow a result by status, and take what the document describes and nothing else', () => {
    const program = `${CHECKS}\n${REFUSED.map((line) => `// @ts-expect-error\n${line}`).join('\n')}`
    expect(compile(widgets, program)).toEqual([])
  })

  test('demand a base URL where the document has no absolute one', () => {
    const program = [
      "import { createClient } from './client/index.js'",
      "createClient({ baseUrl: 'http://a' })",
      '// @ts-expect-error',
      'createClient()',
    ]
    expect(compile({ ...widgets, servers: [{ url: '/v1' }] }, program.join('\n'))).toEqual([])
  })
})
