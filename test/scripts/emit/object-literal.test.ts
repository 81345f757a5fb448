import { expect, it } from 'vitest'
import { literal, objectLiteral } from '../../../scripts/src/emit/index.js'

it('an object literal has each property on a line of its own, with what is said of it', () => {
  const properties = [
    { name: 'a', value: literal('x') },
    { name: 'b-c', value: literal(-1), doc: { text: 'One line.' } },
    { name: '__proto__', value: literal(null), doc: { text: 'Two\n\n@lines */ code()' } },
    { name: 'default', value: literal("it's"), doc: { text: '' } },
  ]
  expect(objectLiteral(properties).text.split('\n')).toEqual([
    '{',
    "  a: 'x',",
    '  /** One line. */',
    "  'b-c': -1,",
    '  /**',
    '   * Two',
    '   *',
    String.raw`   * \@lines *\/ code()`,
    '   */',
    "  ['__proto__']: null,",
    String.raw`  default: 'it\'s',`,
    '}',
  ])
})

it('an object literal may have no property', () => {
  expect(objectLiteral([]).text).toBe('{\n}')
})
