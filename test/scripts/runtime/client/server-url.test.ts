import { describe, expect, test } from 'vitest'
import { fillServerUrl, type ServerVariable } from '../../../../scripts/src/runtime/client/server-url.js'

const region = { region: { default: 'eu', enum: ['eu', 'us'] } }
const free = { it: { default: 'x' } }

type Row = readonly [
  url: string,
  variables: Record<string, ServerVariable>,
  values: Record<string, string | undefined> | undefined,
  want: string,
]

describe('the URL of a server', () => {
  test.each<Row>([
    ['https://a', {}, undefined, 'https://a'],
    ['https://{region}.a', region, undefined, 'https://eu.a'],
    ['https://{region}.a', region, {}, 'https://eu.a'],
    ['https://{region}.a', region, { region: undefined }, 'https://eu.a'],
    ['https://{region}.a/{region}', region, { region: 'us' }, 'https://us.a/us'],
    ['https://a/{it}', free, { it: 'v2/beta' }, 'https://a/v2/beta'],
    ['https://{it}/v1', free, { it: 'localhost:8080' }, 'https://localhost:8080/v1'],
    ['{it}/v1', free, { it: 'https://localhost:8080' }, 'https://localhost:8080/v1'],
    ['{it}://a', free, { it: 'http' }, 'http://a'],
    ['/{it}', free, { it: 'a/b' }, '/a/b'],
  ])('%s with %j and the values %j is %4$s', (url, variables, values, want) => {
    expect(fillServerUrl(url, variables, values)).toBe(want)
  })

  test.each<Row>([
    [
      'https://{region}.a',
      region,
      { region: 'up' },
      'The server variable "region" must be one of "eu", "us", but is "up"',
    ],
    [
      'https://{region}.a',
      region,
      { region: '' },
      'The server variable "region" must be one of "eu", "us", but is ""',
    ],
    [
      'https://{region}.a',
      region,
      { Region: 'eu' },
      'The server has no variable "Region": https://{region}.a',
    ],
    ...['evil.example/', 'evil.example#', 'evil.example?', '\\', 'a@b', 'a b', '{a}'].map((it): Row => [
      'https://{it}.a',
      free,
      { it },
      `The server variable "it" must stay in its place of the URL, but is ${JSON.stringify(it)}`,
    ]),
    ...['//{it}', 'https://u:{it}'].map((url): Row => [
      url,
      free,
      { it: '/' },
      'The server variable "it" must stay in its place of the URL, but is "/"',
    ]),
    [
      'https://a/{it}',
      free,
      { it: 'b?c' },
      'The server variable "it" must stay in its place of the URL, but is "b?c"',
    ],
  ])('%s with %j refuses %j', (url, variables, values, message) => {
    expect(() => fillServerUrl(url, variables, values)).toThrow(new TypeError(message))
  })
})
