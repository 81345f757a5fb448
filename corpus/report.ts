import { type DocumentResult, type Outcome, outcomes } from './result.js'
import { disagreementsOf, type Trouble, troublesOf, warningsOf } from './tally.js'

const SLOWEST = 10
const MOST_WARNINGS = 20

/** What came of the documents, as Markdown. */
export function reportOf(results: readonly DocumentResult[]): string {
  const sections = [
    section(`${results.length} documents`, outcomeTable(results)),
    section('Different states of the generator', generatorTable(results)),
    section('Why documents are refused', troubleTable(troublesOf(results, ['refused']))),
    section('What else goes wrong', troubleTable(troublesOf(results, OTHERS))),
    section('Examples, judged by the generated validators and by ajv', exampleTable(results)),
    section('Where the two do not agree', troubleTable(disagreementsOf(results))),
    section(
      `The ${MOST_WARNINGS} most frequent warnings`,
      troubleTable(warningsOf(results).slice(0, MOST_WARNINGS)),
    ),
    section(`The ${SLOWEST} that take longest`, costTable(results)),
  ]
  return sections.filter((it) => it !== '').join('\n')
}

const OTHERS: readonly Outcome[] = outcomes.filter((it) => it !== 'generated' && it !== 'refused')

function section(title: string, content: string): string {
  return content === '' ? '' : `## ${title}\n\n${content}`
}

function outcomeTable(results: readonly DocumentResult[]): string {
  const rows = outcomes.flatMap((outcome) => {
    const those = results.filter((it) => it.outcomes.includes(outcome))
    const [first] = those
    if (first === undefined) return []
    return [
      [outcome, `${those.length}`, `${((100 * those.length) / results.length).toFixed(1)} %`, first.document],
    ]
  })
  return table(['outcome', '#documents', '#share', 'for example'], rows)
}

/** Which states of the generator the results come from, if they come from several. */
function generatorTable(results: readonly DocumentResult[]): string {
  const states = [...new Set(results.map(({ generator }) => generator))]
  if (states.length < 2) return ''
  const rows = states.map((state) => [
    state ?? 'not known',
    `${results.filter(({ generator }) => generator === state).length}`,
  ])
  return table(['generator', '#documents'], rows)
}

function exampleTable(results: readonly DocumentResult[]): string {
  const judged = results.flatMap(({ examples }) => examples ?? [])
  if (judged.length === 0) return ''
  const differing = judged.flatMap(({ disagreements }) => disagreements.map(({ count }) => count))
  return table(
    ['#documents', '#valid to both', '#invalid to both', '#not agreed on'],
    [
      [
        `${judged.length}`,
        sum(judged.map(({ valid }) => valid)),
        sum(judged.map(({ invalid }) => invalid)),
        sum(differing),
      ],
    ],
  )
}

function sum(numbers: readonly number[]): string {
  return `${numbers.reduce((total, it) => total + it, 0)}`
}

function troubleTable(troubles: readonly Trouble[]): string {
  const rows = troubles.map((it) => [
    `${it.documents}`,
    `${it.alone}`,
    `${it.findings}`,
    it.text,
    exampleOf(it),
  ])
  return table(['#documents', '#alone', '#findings', 'what', 'for example'], rows)
}

function exampleOf({ text, example: { document, place, message } }: Trouble): string {
  const where = place === '' ? document : `${document} ${place}`
  return message === text ? where : `${where}: ${message}`
}

function costTable(results: readonly DocumentResult[]): string {
  const known = results.flatMap(({ document, size, cost, compile }) =>
    cost === undefined ? [] : [{ document, size, cost, compile }],
  )
  const slowest = known
    .toSorted((a, b) => b.cost.cpu - a.cost.cpu || (a.document < b.document ? -1 : 1))
    .slice(0, SLOWEST)
  const rows = slowest.map(({ document, size, cost, compile }) => [
    document,
    kilobytes(size),
    kilobytes(cost.size),
    `${cost.files}`,
    cost.cpu.toFixed(1),
    `${cost.memory}`,
    compile?.toFixed(1) ?? '–',
  ])
  return table(['document', '#kB', '#output kB', '#files', '#CPU s', '#peak MiB', '#compiler s'], rows)
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

/** A table; a title that begins with `#` is one of numbers. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const rules = titles.map((title) => (title.startsWith('#') ? '--:' : '---'))
  const lines = [titles.map((title) => title.replace(/^#/, '')), rules, ...rows.map((row) => row.map(cell))]
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('')
}

/** Text that stays in its cell, and that Markdown shows as it is. */
function cell(text: string): string {
  return text
    .replaceAll(/[|\\<>*_[\]]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replaceAll(/\s+/g, ' ')
}
