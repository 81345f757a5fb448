import { expect, test } from 'vitest'
import { headerFields } from '../../../../scripts/src/runtime/client/header-fields.js'

test.each<[string, Record<string, unknown>, Record<string, string>]>([
  ['nothing', {}, {}],
  ['primitives', { A: 'x y%', B: 1, C: false }, { A: 'x y%', B: '1', C: 'false' }],
  ['not what is undefined', { A: undefined }, {}],
])('headerFields writes %s', (_, values, want) => {
  expect(headerFields(values)).toEqual(want)
})

test('headerFields refuses an array', () => {
  expect(() => headerFields({ A: [1] })).toThrow(/^Parameter "A" cannot be an array here/)
})
