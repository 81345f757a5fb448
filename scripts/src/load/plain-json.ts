import type { JsonValue } from '../json.js'
import { MAX_DEPTH } from './parse.js'
import type { Place } from './place.js'
import type { Failure, Finding } from './problem.js'

/** How many values the aliases of a document may add to those that are written out. */
const MAX_ALIASED = 1_000_000

/**
 * Checks that a value is JSON and a tree of reasonable size: YAML and JavaScript can also hold `.nan`, binary data, dates,
 * functions, values inside themselves, and aliases of aliases that multiply without end.
 */
export function checkJson(
  value: unknown,
  place: (tokens: readonly string[]) => Place,
): { value: JsonValue } | Failure {
  const checker = new Checker(place)
  const { size } = checker.measure(value)
  if (size - checker.distinct > MAX_ALIASED) {
    const message = `the aliases of the document stand for ${size} values, of which ${checker.distinct} are written out`
    const hint = 'Use fewer aliases (`*name`), or components and `$ref` instead.'
    checker.findings.push({ message, hint, place: place([]) })
  }
  if (checker.findings.length > 0) return { findings: checker.findings }
  // The walk above has met nothing but null, booleans, finite numbers, strings, arrays and plain objects.
  return { value: value as JsonValue }
}

/** How large a value is when everything shared in it is counted wherever it occurs. */
interface Extent {
  readonly size: number
  readonly depth: number
}

const SINGLE: Extent = { size: 1, depth: 0 }
const HINT = 'Use a string, a finite number, a boolean, null, an array or an object.'

class Checker {
  readonly findings: (Finding & { place: Place })[] = []
  /** How many values there are when everything shared is counted once. */
  distinct = 0
  readonly #extents = new Map<object, Extent | 'unfinished'>()
  readonly #tokens: string[] = []
  readonly #place: (tokens: readonly string[]) => Place

  constructor(place: (tokens: readonly string[]) => Place) {
    this.#place = place
  }

  measure(value: unknown): Extent {
    if (typeof value === 'object' && value !== null) return this.#measureObject(value)
    this.distinct++
    if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') {
      return SINGLE
    }
    if (typeof value === 'number' && Number.isFinite(value)) return SINGLE
    const found = typeof value === 'number' ? `the number ${value}` : `a ${typeof value}`
    return this.#report(`${found} is no JSON value`, HINT)
  }

  #measureObject(value: object): Extent {
    const known = this.#extents.get(value)
    if (known === 'unfinished') {
      return this.#report(
        'the value is inside itself',
        'Break the circle; a recursive schema refers to itself with `$ref`.',
      )
    }
    if (this.#tokens.length + (known?.depth ?? 0) > MAX_DEPTH) {
      return this.#report(`values are nested more than ${MAX_DEPTH} deep`, 'Nest them less deeply.')
    }
    if (known) return known
    this.distinct++
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (kind !== 'Object' && kind !== 'Array') return this.#report(`a ${kind} is no JSON value`, HINT)
    this.#extents.set(value, 'unfinished')
    const extent = this.#measureMembers(value)
    this.#extents.set(value, extent)
    return extent
  }

  #measureMembers(value: object): Extent {
    let size = 1
    let depth = 0
    for (const [key, member] of Object.entries(value)) {
      this.#tokens.push(key)
      const inner = this.measure(member)
      this.#tokens.pop()
      size += inner.size
      depth = Math.max(depth, inner.depth + 1)
    }
    return { size, depth }
  }

  #report(message: string, hint: string): Extent {
    this.findings.push({ message, hint, place: this.#place(this.#tokens) })
    return SINGLE
  }
}
