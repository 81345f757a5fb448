import type { GeneratedFile, GenerateResult } from '../generate.js'
import type { SelectedLayer } from '../select-layers.js'
import type { FileStatus } from '../write/index.js'
import { totalDuration } from './duration.js'
import type { Paint, Style } from './paint.js'
import { plural } from './plural.js'
import { printable } from './printable.js'

const MAX_FILES = 20

const styles: { readonly [Status in FileStatus]: Style } = {
  created: 'green',
  changed: 'yellow',
  removed: 'red',
  unchanged: 'dim',
}

/** What `generate` did, in lines: the layers that came with others, the files that it touched, and how many there are. */
export function generateText({ files, out, layers, timings }: GenerateResult, paint: Paint): string[] {
  const touched = files.filter(({ status }) => status !== 'unchanged')
  const more = touched.length - MAX_FILES
  return [
    ...layers.filter(({ neededBy }) => neededBy.length > 0).map(neededLine),
    ...touched.slice(0, MAX_FILES).map((file) => fileLine(file, out, paint)),
    ...(more > 0 ? [`… and ${plural(more, 'more file')}`] : []),
    `${paint('bold', `${printable(out)}/`)} ${summary(files, paint)} (${totalDuration(timings)})`,
  ]
}

function neededLine({ name, neededBy }: SelectedLayer): string {
  return `layer ${name} comes along: ${neededBy.join(' and ')} ${neededBy.length === 1 ? 'needs' : 'need'} it`
}

function fileLine({ path, status }: GeneratedFile, out: string, paint: Paint): string {
  return `${paint(styles[status], status.padEnd(9))} ${printable(`${out}/${path}`)}`
}

function summary(files: readonly GeneratedFile[], paint: Paint): string {
  if (files.every(({ status }) => status === 'unchanged')) {
    return `is ${paint('green', 'up to date')}: ${plural(files.length, 'file')}`
  }
  const counts = (['created', 'changed', 'removed', 'unchanged'] as const).flatMap((status) => {
    const count = files.filter((file) => file.status === status).length
    return count === 0 ? [] : [`${count} ${status}`]
  })
  return `updated: ${counts.join(', ')}`
}
