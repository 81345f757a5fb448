import { expect, test } from 'vitest'
import { emitted } from './emitted.js'
import { widgets } from './widgets.js'

const files = emitted(widgets)

test('there is a module for each tag, and one that makes a client and gives way to a tag of its name', () => {
  const paths = Object.keys(files).filter((path) => path.startsWith('client/'))
  expect(paths).toEqual([
    'client/client.ts',
    'client/client_.ts',
    'client/default.ts',
    'client/index.ts',
    'client/widgets.ts',
  ])
  expect(files['client/client.ts']).toContain('export function patchWidget(')
  expect(files['client/client_.ts']).toContain('export function createClient(')
})

test.each([
  [
    'widgets',
    'listWidgets(client: Client, params?: ListWidgetsParams, init?: RequestOptions): Promise<ListWidgetsResult>',
  ],
  [
    'widgets',
    'createWidget(client: Client, params: { body: CreateWidgetBody }, init?: RequestOptions): Promise<CreateWidgetResult>',
  ],
  [
    'client',
    'patchWidget(client: Client, params: PatchWidgetParams & { body?: PatchWidgetBody }, init?: RequestOptions): Promise<PatchWidgetResult>',
  ],
  [
    'default',
    'headWidget(client: Client, params: HeadWidgetParams, init?: RequestOptions): Promise<HeadWidgetResult>',
  ],
  ['default', 'send(client: Client, params?: SendParams, init?: RequestOptions): Promise<SendResult>'],
])('in %s, a function is %s', (group, signature) => {
  expect(files[`client/${group}.ts`]).toContain(`export function ${signature} {`)
})

test.each([
  [
    'listWidgets',
    "send(client, { method: 'get', path: '/widgets', responses: { 200: 'json', default: 'json' } }, params, init)",
  ],
  [
    'createWidget',
    "send(client, { method: 'post', path: '/widgets', responses: { 201: 'json', 409: 'any', 422: 'json', '4XX': 'json' } }, params, init)",
  ],
  [
    'patchWidget',
    "send(client, { method: 'patch', path: '/widgets/{id}', mediaType: 'application/merge-patch+json', responses: { 200: 'json', 204: 'none' } }, params, init)",
  ],
  [
    'headWidget',
    "sendFromRuntime(client, { method: 'head', path: '/widgets/{id}', responses: { 200: 'none', 404: 'none' } }, params, init)",
  ],
])('%s calls %s', (_, call) => {
  expect(Object.values(files).join('\n')).toContain(`  return ${call}\n`)
})

test('a function is documented with what the document says of it', () => {
  expect(files['client/widgets.ts']).toContain(
    [
      '/**',
      ' * Create a widget',
      ' *',
      ' * Takes a moment.',
      ' *',
      ' * `POST /widgets`',
      ' * @deprecated',
      ' */',
      'export function createWidget(',
    ].join('\n'),
  )
})
