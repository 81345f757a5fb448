import { describe, expect, it } from 'vitest'
import { generalized, grouped } from '../../corpus/grouping.js'

const isKept = (name: string): boolean => name === 'type' || name === 'text/plain'

describe('generalized', () => {
  it.each([
    ['format "unix-time" is not checked', 'format … is not checked'],
    ['`foo` must be a string, found the number 12', '… must be a string, found the number …'],
    ['`type` must be a string', '`type` must be a string'],
    ['a "text/plain" body', 'a "text/plain" body'],
    ['"a \\"b\\" c" is taken', '… is taken'],
    ['#/components/schemas/A/0 is no schema', '… is no schema'],
    ['/pets/{id} and /pets/{name} are the same', '… are the same'],
    ['https://example.com/a?b is not read; nothing is', '… is not read; nothing is'],
    ['one of "a", "b" and "c"', 'one of …'],
    ['`x` has no effect (OpenAPI 3.0.3, 4.7.24.1)', '… has no effect (OpenAPI 3.0.3, 4.7.24.1)'],
    ["error TS2322: Type 'A' is not assignable", 'error TS2322: Type … is not assignable'],
    ['at -1.5 of 20', 'at … of …'],
    ['and/or', 'and/or'],
  ])('%s', (message, want) => {
    expect(generalized(message, isKept)).toBe(want)
  })
})

describe('grouped', () => {
  it('counts what says the same, with the first as the example and the most frequent first', () => {
    const findings = [
      { message: 'one "a"', place: '#/1' },
      { message: 'two "b"', place: '#/2' },
      { message: 'two "c"', place: '#/3' },
    ]
    expect(grouped(findings, isKept)).toEqual([
      { text: 'two …', count: 2, message: 'two "b"', place: '#/2' },
      { text: 'one …', count: 1, message: 'one "a"', place: '#/1' },
    ])
  })

  it('cuts off what is long', () => {
    const [group] = grouped([{ message: 'x'.repeat(1000), place: '' }], isKept)
    expect(group?.message).toBe(`${'x'.repeat(400)}…`)
  })
})
