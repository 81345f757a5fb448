import { describe, expect, it } from 'vitest'
import { wrapProse } from '../../../scripts/src/emit/wrap.js'

const rows: Readonly<Record<string, readonly [given: string, want: string]>> = {
  'leaves short lines alone': ['one two\nthree', 'one two\nthree'],
  'fills a paragraph with a long line anew': [
    'one two three four five six\nseven',
    'one two three four\nfive six seven',
  ],
  'keeps paragraphs apart': ['one two three four five six\n\nseven', 'one two three four\nfive six\n\nseven'],
  'indents list items': ['- one two three four five\n- six', '- one two three four\n  five\n- six'],
  'joins the lines of a list item': [
    '1. one two three four five\n   six',
    '1. one two three\n   four five six',
  ],
  'keeps fenced code': [
    '```\none two three four five six\n```\nx',
    '```\none two three four five six\n```\nx',
  ],
  'keeps indented code': ['    one two three four five six', '    one two three four five six'],
  'keeps tables': ['| one two three four five |\n| --- |', '| one two three four five |\n| --- |'],
  'keeps headings': ['# one two three four five six\ntext', '# one two three four five six\ntext'],
  'keeps hard breaks': ['one  \ntwo three four five six seven', 'one  \ntwo three four five\nsix seven'],
  'keeps a word that is too long': [
    'onetwothreefourfivesixseven eight',
    'onetwothreefourfivesixseven\neight',
  ],
}

describe('wrapProse', () => {
  it.each(Object.entries(rows))('%s', (_, [given, want]) => {
    expect(wrapProse(given.split('\n'), 20).join('\n')).toBe(want)
  })
})
