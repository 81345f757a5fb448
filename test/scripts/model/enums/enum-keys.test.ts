import { expect, it } from 'vitest'
import { Random } from '../../../../bench/fuzz/random.js'
import { enumKeys } from '../../../../scripts/src/model/enums/enum-keys.js'

type Value = string | number

it.each<readonly [why: string, values: readonly Value[], keys: readonly string[]]>([
  ['words', ['active', 'in-active', 'NOT_FOUND', 'ACTIVE2'], ['Active', 'InActive', 'NotFound', 'ACTIVE2']],
  ['numbers', [1, 404, -1, 0, 1e21], ['_1', '_404', 'Minus1', '_0', '_1e21']],
  ['signs before a digit', ['+1', '-1'], ['Plus1', 'Minus1']],
  ['nothing but signs', ['*/*', '>=', ''], ['StarSlashStar', 'GreaterEquals', 'Empty']],
  ['other alphabets', ['été', '日', '😀'], ['Ete', 'U65E5', 'U1F600']],
  ['reserved words', ['default', 'new', 'then'], ['Default', 'New', 'Then']],
  ['names of a prototype', ['__proto__', 'constructor', 'toString'], ['Proto', 'Constructor', 'ToString']],
  ['line breaks and quotes', ["a'\n`b", '*/', '${x}'], ['AB', 'StarSlash', 'X']],
  ['the same but for signs', ['name', '-name', '+name'], ['Name', 'MinusName', 'PlusName']],
  ['the same but for points', ['1.5', '15', 15.5], ['_1Dot5', '_15', '_155']],
  ['the same but for separators', ['a-b', 'a_b', 'a b'], ['AMinusB', 'AUnderscoreB', 'ASpaceB']],
  ['the same but for case', ['name', 'Name', '-name'], ['name', 'Name', 'MinusName']],
  ['the same but for accents', ['e', 'é', 'è'], ['e', 'E_f288', 'E_857f']],
  ['a number and its text', [1, '1', 2], ['_1_6b86', '_1_3915', '_2']],
  ['what another is called already', ['name', '-name', 'minusName'], ['Name', 'MinusName_f25b', 'MinusName']],
  ['none', [], []],
])('of %s', (_, values, keys) => {
  expect(enumKeys(values)).toEqual(keys)
  expect(enumKeys(values.toReversed())).toEqual(keys.toReversed())
})

const random = new Random(20261130)
const pieces = ['a', 'A', 'b', 'B', 'é', '-', '_', '.', ' ', '+', '1', '日', 'Minus', 'Underscore']
const values: readonly Value[] = [
  ...new Set(
    Array.from({ length: 4000 }, () =>
      Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces)).join(''),
    ),
  ),
  ...Array.from({ length: 100 }, (_, index) => index),
]

it('are unique identifiers, whatever the values', () => {
  const keys = enumKeys(values)
  expect(values.length).toBeGreaterThan(2000)
  expect(new Set(keys).size).toBe(values.length)
  expect(keys.filter((key) => !/^[A-Za-z_]\w*$/.test(key))).toEqual([])
})

it('stay as they are when a value is added that clashes with none', () => {
  const keys = enumKeys(values)
  expect(enumKeys(['quite another', ...values]).slice(1)).toEqual(keys)
})
