import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { quote } from './describe.js'
import { failure, type Failure, isFailure } from './problem.js'
import { readText, systemFailure } from './read-text.js'
import { objectSource, parseSource, type Source } from './source.js'

/**
 * The one door through which the generator reads what a document consists of. The root is read wherever it is, for the caller
 * named it; a file that the document names is read only inside the root's folder and the folders that the caller allows.
 */
export class Sources {
  readonly #cwd: string
  readonly #folders: string[]
  readonly #read = new Map<string, Source | Failure>()

  constructor(cwd: string, folders: readonly string[]) {
    this.#cwd = resolve(cwd)
    this.#folders = folders.flatMap((folder) => withRealPath(resolve(cwd, folder)))
  }

  /** Real paths of all files read, whether or not they could be parsed. */
  get files(): string[] {
    return [...this.#read.keys()]
  }

  /** Reads the root, a path or a parsed document. */
  root(spec: unknown): Source | Failure {
    if (typeof spec !== 'string') return objectSource(spec)
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(spec)) {
      return failure(
        `${quote(spec)} is a URL; nothing is fetched`,
        'Save the document as a file and name that.',
      )
    }
    const path = resolve(this.#cwd, spec)
    const place = { file: this.#name(path), pointer: '' }
    try {
      const real = realpathSync(path)
      this.#folders.push(dirname(real))
      return withPlace(this.#open(real), place)
    } catch (error) {
      return withPlace(systemFailure(error, place.file), place)
    }
  }

  /** Reads the file that a reference in `from` names. */
  external(from: Source, file: string): Source | Failure {
    const path = resolve(from.path === '' ? this.#cwd : dirname(from.path), file)
    // Asked before anything touches the disk, so that not even the existence of a file outside shows.
    if (!this.#allows(path)) return this.#refusal(file, from)
    try {
      const real = realpathSync(path)
      return this.#allows(real) ? this.#open(real) : this.#refusal(file, from)
    } catch (error) {
      return systemFailure(error, file)
    }
  }

  #allows(path: string): boolean {
    return this.#folders.some((folder) => {
      const way = relative(folder, path)
      return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)
    })
  }

  #refusal(file: string, from: Source): Failure {
    return failure(
      `the file ${quote(file)} is outside ${from.path === '' ? 'every folder that may be read' : "the document's folder"} and was not read`,
      'Move the file there, or allow its folder with the option `refs`.',
    )
  }

  #open(real: string): Source | Failure {
    const known = this.#read.get(real)
    if (known) return known
    const name = this.#name(real)
    const read = readText(real, name)
    const source = isFailure(read) ? read : parseSource(read.text, real, name)
    this.#read.set(real, source)
    return source
  }

  #name(path: string): string {
    return relative(this.#cwd, path).split(sep).join('/') || '.'
  }
}

function withPlace(result: Source | Failure, place: { file: string; pointer: string }): Source | Failure {
  if (!isFailure(result)) return result
  return { findings: result.findings.map((finding) => ({ place, ...finding })) }
}

function withRealPath(path: string): string[] {
  try {
    return [path, realpathSync(path)]
  } catch {
    return [path]
  }
}
