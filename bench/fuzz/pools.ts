import type { JsonValue } from '../../scripts/src/json.js'
import type { Random } from './random.js'

/** Names of properties: a few that meet often, and some that are special to JavaScript or to JSON Pointers. */
const COMMON_NAMES = ['a', 'b', 'c', 'ab']
const ODD_NAMES = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'a/b~c',
  '0',
  '😀',
  'hasOwnProperty',
  'é',
  '$ref',
]

/** A name of a property. */
export function nameFrom(random: Random): string {
  return random.pick(random.chance(0.8) ? COMMON_NAMES : ODD_NAMES)
}

const STRINGS = [
  '',
  'a',
  'b',
  'ab',
  'abc',
  'aab',
  '1',
  'null',
  '😀',
  'a😀',
  'é',
  'e\u0301',
  '\ud800',
  'b\udc00',
  '\n',
]

/** Numbers at which something changes: signs of zero, precision, magnitude. */
export const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  3,
  4,
  0.5,
  1.5,
  2.5,
  0.1,
  0.3,
  0.7,
  1e-7,
  5e-324,
  1e300,
  2 ** 53,
  -3,
  100,
  1.1,
]

/** Regular expressions that mean the same to every engine, each with strings that match it. */
export const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  '^a': ['a', 'ab', 'abc', 'a😀'],
  b$: ['b', 'ab', 'aab'],
  '^.$': ['a', 'b', 'é', '😀'],
  '^[a-c]*$': ['', 'a', 'abc'],
  '': ['', 'b', '__proto__'],
  '^\\S+$': ['ab', 'constructor', 'é'],
  '^(?!a)': ['b', '', '1'],
  '\\d': ['1', '0', 'a1'],
  '^__proto__$': ['__proto__'],
  '^\\u{1F600}$': ['😀'],
  '^\\p{L}+$': ['a', 'é', 'ab'],
}

/** Formats, each with strings that have it or nearly do. */
export const FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ['2024-02-29', '2023-02-29', '2024-13-01', '2024-1-01', '0000-01-01', '2024-02-29T'],
  ipv4: ['127.0.0.1', '256.0.0.1', '1.2.3', '1.2.3.4.5', '0.0.0.0', '01.2.3.4'],
  ipv6: ['::1', '::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', ':::1', '::ffff:1.2.3.4', '12345::'],
  uuid: [
    '2eb8aa08-aa98-11ea-b4aa-73b441d16380',
    '2eb8aa08aa9811eab4aa73b441d16380',
    '2EB8AA08-AA98-11EA-B4AA-73B441D16380',
  ],
  'json-pointer': ['', '/', '/a~0b/~1', '/a~2', 'a', '/~'],
  regex: ['a+', '(', '[', '^a$', '*'],
  unknown: ['a', ''],
}

/** A string of any kind. */
export function stringFrom(random: Random): string {
  const kind = random.next()
  if (kind < 0.7) return random.pick(STRINGS)
  if (kind < 0.8) return nameFrom(random)
  if (kind < 0.9) return random.pick(random.pick(Object.values(PATTERNS)))
  return random.pick(random.pick(Object.values(FORMATS)))
}

/** A small value of any type. */
export function valueFrom(random: Random, depth = 2): JsonValue {
  const kind = random.below(depth > 0 ? 8 : 6)
  if (kind < 2) return stringFrom(random)
  if (kind < 4) return random.pick(NUMBERS)
  if (kind === 4) return random.chance(0.5)
  if (kind === 5) return null
  if (kind === 6) return random.times(0, 2, () => valueFrom(random, depth - 1))
  return Object.fromEntries(random.times(0, 2, () => [nameFrom(random), valueFrom(random, depth - 1)]))
}
