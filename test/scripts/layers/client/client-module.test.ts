import { expect, test } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { emitted } from './emitted.js'
import { widgets } from './widgets.js'

test.each<[JsonValue, string]>([
  [
    [{ url: 'https://api.example.com/v1' }],
    "{ ...options, baseUrl: options.baseUrl ?? 'https://api.example.com/v1' }",
  ],
  [
    [{ url: 'https://a/{v}', variables: { v: { default: 'v2' } } }],
    "{ ...options, baseUrl: options.baseUrl ?? 'https://a/v2' }",
  ],
  [[{ url: "https://a/it's" }], "{ ...options, baseUrl: options.baseUrl ?? 'https://a/it\\'s' }"],
  [[{ url: 'https://a' }, { url: 'https://b' }], "{ ...options, baseUrl: options.baseUrl ?? 'https://a' }"],
  [[{ url: '/v1' }, { url: 'https://b' }], 'options'],
  [[{ url: 'https://a?b=c' }], 'options'],
  [[{ url: 'https://a#b' }], 'options'],
  [[{ url: 'ftp://a' }], 'options'],
  [[{ url: 'https://' }], 'options'],
  [[], 'options'],
])('with the servers %j, createClient opens %s', (servers, want) => {
  const file = emitted({ ...widgets, servers })['client/client_.ts']
  expect(file).toContain(`return openClient(${want})\n`)
})
