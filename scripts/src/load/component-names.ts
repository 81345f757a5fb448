import { createHash } from 'node:crypto'
import { basename, dirname, extname, relative, sep } from 'node:path'
import { quote } from './describe.js'
import type { Finding } from './problem.js'
import { pointerOf } from './reference.js'
import type { Target } from './resolver.js'

/** A value that goes into a section of `components`, because its own place is not in the document that is loaded. */
export interface Moved {
  readonly section: string
  readonly target: Target
}

/**
 * Names what is moved: by its own key, or by its file. Where that name is taken, or two of them want it, each gets the longer name
 * of its file and its whole way there. So a name depends on those that it clashes with and on nothing else.
 */
export function nameComponents<T extends Moved>(
  all: Iterable<T>,
  rootPath: string,
  isTaken: (section: string, name: string) => boolean,
  report: (moved: T, finding: Finding) => void,
): Map<T, string> {
  const names = new Map<T, string>()
  const used = new Set<string>()
  let unnamed = [...all]
  for (let round = 0; unnamed.length > 0; round++) {
    const wishes = unnamed.map((moved) => ({ moved, name: candidate(moved.target, rootPath, round) }))
    const keys = wishes.map(({ moved, name }) => `${moved.section}/${name}`)
    const [once, twice] = [new Set<string>(), new Set<string>(used)]
    for (const key of keys) (once.has(key) ? twice : once).add(key)
    const granted = wishes.filter(
      ({ moved, name }, index) => !twice.has(keys[index] ?? '') && !isTaken(moved.section, name),
    )
    for (const { moved, name } of granted) {
      names.set(moved, name)
      used.add(`${moved.section}/${name}`)
      if (round > 0) report(moved, renamed(candidate(moved.target, rootPath, 0), name))
    }
    unnamed = unnamed.filter((moved) => !names.has(moved))
  }
  return names
}

function renamed(wanted: string, name: string): Finding {
  return {
    message: `another component is called ${quote(wanted)}, so what this refers to becomes ${quote(name)}`,
    hint: 'Rename one of the two if you want a shorter name.',
  }
}

/** The name to try in a round. The last kind is unique but for those who aim at a clash, whom further rounds outlast. */
function candidate(target: Target, rootPath: string, round: number): string {
  if (round === 0) return shortName(target, rootPath)
  if (round === 1) return longName(target, rootPath)
  return `${longName(target, rootPath)}-${hash(target, rootPath)}${'_'.repeat(round - 2)}`
}

/** The key of the value, or the name of the file that is the value. */
function shortName(target: Target, rootPath: string): string {
  const last = target.tokens.at(-1)
  if (last === undefined) return componentKey(stem(target.source.path))
  return /^\d+$/.test(last) ? longName(target, rootPath) : componentKey(last)
}

function longName({ source, tokens }: Target, rootPath: string): string {
  const file = source.path === rootPath ? [] : [stem(source.path)]
  return componentKey([...file, ...tokens].join('-'))
}

/** Of the way to the file from the root, so that it is the same on every machine. */
function hash({ source, tokens }: Target, rootPath: string): string {
  const file = relative(dirname(rootPath), source.path).split(sep).join('/')
  return createHash('sha256')
    .update(`${file}#${pointerOf(tokens)}`)
    .digest('hex')
    .slice(0, 16)
}

function stem(path: string): string {
  return basename(path, extname(path))
}

/** A key that `components` may have (OpenAPI 3.1.1, 4.8.7.1). */
function componentKey(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '_') || '_'
}
