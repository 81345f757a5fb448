import { describe, expect, it } from 'vitest'
import { reportOf } from '../../corpus/report.js'
import type { FindingGroup } from '../../corpus/result.js'
import { troublesOf } from '../../corpus/tally.js'
import { costOf, resultOf } from './results.js'

const noId = { text: 'no id of …', count: 2, message: 'no id of "a"', place: '#/a' }
const noTag = { text: 'no tag', count: 1, message: 'no tag', place: '#/tags' }
const results = [
  resultOf('a', { cost: costOf({ cpu: 1 }), compile: 2.25 }),
  resultOf('b', { outcomes: ['refused'], errors: [noId] }),
  resultOf('c', { outcomes: ['refused'], errors: [noTag, { ...noId, count: 5 }] }),
  resultOf('d', { outcomes: ['type errors', 'import failures'], errors: [noTag], cost: costOf({ cpu: 3 }) }),
]

function errors(text: string): FindingGroup[] {
  return [{ ...noTag, text }]
}

describe('troublesOf', () => {
  it('counts documents, those that have nothing else, and findings; by documents', () => {
    expect(troublesOf(results, ['refused'])).toEqual([
      {
        text: noId.text,
        documents: 2,
        alone: 1,
        findings: 7,
        example: { document: 'b', message: noId.message, place: '#/a' },
      },
      {
        text: 'no tag',
        documents: 1,
        alone: 0,
        findings: 1,
        example: { document: 'c', message: 'no tag', place: '#/tags' },
      },
    ])
  })

  it('puts first, of as many documents, what alone stands in the way of more', () => {
    const both = [
      resultOf('x', { outcomes: ['refused'], errors: [...errors('a'), ...errors('b')] }),
      resultOf('y', { outcomes: ['refused'], errors: errors('b') }),
      resultOf('z', { outcomes: ['refused'], errors: [...errors('a'), ...errors('c')] }),
    ]
    expect(troublesOf(both, ['refused']).map(({ text }) => text)).toEqual(['b', 'a', 'c'])
  })
})

describe('reportOf', () => {
  const report = reportOf(results)

  it('tells the states of the generator that made the results, where there are several', () => {
    const mixed = ['x', 'x', undefined].map((generator, index) =>
      resultOf(`${index}`, generator === undefined ? {} : { generator }),
    )
    expect(reportOf(mixed)).toContain('| x | 2 |\n| not known | 1 |\n')
    expect(reportOf(mixed.slice(0, 2))).not.toContain('generator')
  })

  it.each([
    ['every outcome that there is', '| refused | 2 | 50.0 % | b |'],
    ['a document under each of its outcomes', '| import failures | 1 | 25.0 % | d |'],
    ['what differs of an example', '| 2 | 1 | 7 | no id of … | b #/a: no id of "a" |'],
    ['an example that says no more by its place', '| 1 | 0 | 1 | no tag | c #/tags |'],
    ['other troubles apart', '## What else goes wrong'],
    ['cost, the highest first', '| d | 1 | 20 | 10 | 3.0 | 300 | – |\n| a | 1 | 20 | 10 | 1.0 | 300 | 2.3 |'],
  ])('shows %s', (_, want) => {
    expect(report).toContain(want)
  })

  it('adds up the examples that were judged', () => {
    const examples = { valid: 5, invalid: 2, disagreements: [noId, noTag] }
    const judged = reportOf([...results, resultOf('e', { examples }), resultOf('f', { examples })])
    expect(judged).toContain('| 2 | 10 | 4 | 6 |')
    expect(judged).toContain('| 2 | 0 | 4 | no id of … | e #/a: no id of "a" |')
    expect(report).not.toContain('judged')
  })

  it('leaves out outcomes and tables that are empty', () => {
    expect(report).not.toContain('crashed')
    expect(reportOf([resultOf('a')])).toBe(
      '## 1 documents\n\n| outcome | documents | share | for example |\n| --- | --: | --: | --- |\n' +
        '| generated | 1 | 100.0 % | a |\n',
    )
  })

  it('keeps text in its cell, as it was', () => {
    const odd = [{ text: 'a|b\n<c>*', count: 1, message: 'a|b\n<c>*', place: '' }]
    expect(reportOf([resultOf('a_b', { outcomes: ['crashed'], errors: odd })])).toContain(
      '| 1 | 1 | 1 | a\\|b &lt;c\\>\\* | a\\_b |',
    )
  })
})
