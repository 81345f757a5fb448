import { describe, expect, it } from 'vitest'
import { referencePointer, replaceAt, valueAt } from '../../scripts/src/pointer.js'

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

describe('replaceAt', () => {
  const document = JSON.parse('{"a":{"b/c":[1,{"d":2}],"__proto__":{"e":3}},"f":{}}')

  it.each<readonly [pointer: string, want: string]>([
    ['/a/b~1c/1/d', '{"a":{"b/c":[1,{"d":true}],"__proto__":{"e":3}},"f":{}}'],
    ['/a/b~1c/0', '{"a":{"b/c":[true,{"d":2}],"__proto__":{"e":3}},"f":{}}'],
    ['/a/__proto__/e', '{"a":{"b/c":[1,{"d":2}],"__proto__":{"e":true}},"f":{}}'],
    ['', 'true'],
  ])('puts a value at %j', (pointer, want) => {
    const before = JSON.stringify(document)
    expect(JSON.stringify(replaceAt(document, pointer, true))).toBe(want)
    expect(JSON.stringify(document)).toBe(before)
  })

  it('keeps what is not on the way', () => {
    expect(replaceAt(document, '/a/b~1c/0', 4).f).toBe(document.f)
  })
})
