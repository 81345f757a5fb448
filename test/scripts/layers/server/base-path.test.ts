import { describe, expect, it } from 'vitest'
import { basePath } from '../../../../scripts/src/layers/server/base-path.js'

describe('the base path', () => {
  it.each([
    [[], ''],
    [['https://api.example'], ''],
    [['https://api.example/'], ''],
    [['https://api.example/v1'], '/v1'],
    [['https://api.example/v1/', 'https://other.example/v2'], '/v1'],
    [['https://api.example/a b/c'], '/a%20b/c'],
    [['https://api.example/v1?x=1#y'], '/v1'],
    [['https://api.example/a/../b'], '/b'],
    [['/v1'], '/v1'],
    [['v1'], '/v1'],
    [['.'], ''],
    [['//api.example/v1'], '/v1'],
    [['https://[not a host/v1'], ''],
  ])('of %j is %j', (servers, want) => {
    expect(basePath(servers)).toBe(want)
  })
})
