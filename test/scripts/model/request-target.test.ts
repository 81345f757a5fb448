import { expect, it } from 'vitest'
import { requestTarget } from '../../../scripts/src/model/request-target.js'

it.each<readonly [path: string, want: object]>([
  ['/a/{b}', { requestPath: '/a/{b}' }],
  ['/', { requestPath: '/' }],
  ['/#Action=Add', { requestPath: '/' }],
  ['/a#b?c', { requestPath: '/a' }],
  ['/a?op=copy', { requestPath: '/a', requestQuery: 'op=copy' }],
  ['/a?op=copy&v=2#b', { requestPath: '/a', requestQuery: 'op=copy&v=2' }],
  ['/a?flag&&', { requestPath: '/a', requestQuery: 'flag' }],
  ['/a?', { requestPath: '/a' }],
  ['/a?q={q}', { requestPath: '/a' }],
  ['/a?other={q}&{q}&x=1', { requestPath: '/a', requestQuery: 'x=1' }],
  ['/a?b={b}&q={q}', { requestPath: '/a', requestQuery: 'b={b}' }],
  ['/a?q={q}-', { requestPath: '/a', requestQuery: 'q={q}-' }],
  ['/a/{b?c#d}', { requestPath: '/a/{b?c#d}' }],
])('of %s', (path, want) => {
  const parameters = [
    { in: 'query', name: 'q' },
    { in: 'path', name: 'b' },
  ] as const
  expect(requestTarget(path, parameters)).toEqual(want)
})
