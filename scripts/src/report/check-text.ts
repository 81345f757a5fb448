import type { CheckResult } from '../check.js'
import type { Drift, DriftKind } from '../write/index.js'
import { totalDuration } from './duration.js'
import type { Paint, Style } from './paint.js'
import { printable } from './printable.js'

const styles: { readonly [Kind in DriftKind]: Style } = {
  stale: 'yellow',
  missing: 'red',
  obsolete: 'yellow',
  foreign: 'red',
}

/** What to do about files of each kind. */
const advice: { readonly [Kind in DriftKind]: string } = {
  stale: 'Stale files differ from what the document generates: run `strata generate`.',
  missing: 'Missing files are not there yet: run `strata generate`.',
  obsolete: 'Obsolete files are generated no longer: `strata generate` removes them.',
  foreign: 'Foreign files were not generated: keep them outside the output folder.',
}

const diffStyles = new Map<string, Style>([
  ['+', 'green'],
  ['-', 'red'],
  ['@', 'cyan'],
])

/** What `check` found, in lines: each file with its diff, and how many there are. */
export function checkText({ drift, out, timings, upToDate }: CheckResult, paint: Paint): string[] {
  const folder = paint('bold', `${printable(out)}/`)
  if (upToDate) return [`${folder} is ${paint('green', 'up to date')} (${totalDuration(timings)})`]
  const kinds = (['stale', 'missing', 'obsolete', 'foreign'] as const).filter((kind) =>
    drift.some((file) => file.kind === kind),
  )
  const counts = kinds.map((kind) => `${drift.filter((file) => file.kind === kind).length} ${kind}`)
  return [
    ...drift.flatMap((file) => fileLines(file, out, paint)),
    `${folder} ${paint('red', 'is not up to date')}: ${counts.join(', ')} (${totalDuration(timings)})`,
    ...kinds.map((kind) => paint('dim', advice[kind])),
  ]
}

function fileLines({ path, kind, diff }: Drift, out: string, paint: Paint): string[] {
  const head = `${paint(styles[kind], kind.padEnd(8))} ${printable(`${out}/${path}`)}`
  if (diff === undefined) return [head]
  const legend = ['--- as it is', '+++ as it would be generated']
  const lines = [...legend, ...diff.split('\n')].map((line) => {
    const style = diffStyles.get(line.charAt(0))
    return `  ${style === undefined ? printable(line) : paint(style, printable(line))}`
  })
  return [head, ...lines, '']
}
