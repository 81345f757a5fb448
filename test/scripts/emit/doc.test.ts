import { describe, expect, it } from 'vitest'
import { docComment } from '../../../scripts/src/emit/doc.js'

describe('docComment', () => {
  it.each([
    [{ text: 'One line.' }, '/** One line. */'],
    [{ text: 'Two\nlines.' }, '/**\n * Two\n * lines.\n */'],
    [{ text: 'Old.', deprecated: true }, '/**\n * Old.\n * @deprecated\n */'],
    [{ text: 'Sized.', default: { a: 1 } }, '/**\n * Sized.\n * @default {"a":1}\n */'],
    [{ deprecated: true }, '/** @deprecated */'],
    [
      { text: 'ends */ here', default: '*/ evil()' },
      '/**\n * ends *\\/ here\n * @default "*\\/ evil()"\n */',
    ],
    [{ text: '@deprecated it lies' }, '/** \\@deprecated it lies */'],
    [{ text: 'a\u2028b\rc\u202Ed' }, '/**\n * a\n * b\n * c\\u202ed\n */'],
    [
      { text: `- ${'word '.repeat(25)}end` },
      `/**\n * - ${'word '.repeat(19).trim()}\n *   ${'word '.repeat(6)}end\n */`,
    ],
  ])('%j', (doc, want) => {
    expect(docComment(doc)).toBe(want)
  })
})
