import { describe, expect, it } from 'vitest'
import { referencePointer, valueAt } from '../../scripts/src/pointer.js'

describe('referencePointer', () => {
  it.each<readonly [reference: string, pointer: string | undefined]>([
    ['#', ''],
    ['#/', '/'],
    ['#/a/b', '/a/b'],
    ['#/a%20b/%25', '/a b/%'],
    ['#/~1a~0/x', '/~1a~0/x'],
    ['#/a%2Fb', '/a~1b'],
    ['#/100%', '/100%'],
    ['#anchor', undefined],
    ['file.yaml#/a', undefined],
    ['', undefined],
  ])('of %j is %j', (reference, pointer) => {
    expect(referencePointer(reference)).toBe(pointer)
  })
})

describe('valueAt', () => {
  const document = { a: { 'b/c': [1, { d: null }] }, '': 2 }

  it.each<readonly [pointer: string, value: unknown]>([
    ['', document],
    ['/', 2],
    ['/a/b~1c/0', 1],
    ['/a/b~1c/1/d', null],
    ['/a/b~1c/01', undefined],
    ['/a/b~1c/-1', undefined],
    ['/a/b~1c/length', undefined],
    ['/a/toString', undefined],
    ['/a/__proto__', undefined],
    ['/a/gone/more', undefined],
  ])('%j is %j', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value)
  })
})
