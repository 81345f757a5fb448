import { isJsonObject, own, type JsonObject, type JsonValue } from '../json.js'
import { quote } from './describe.js'
import { nearest } from './near.js'
import { failure, isFailure, type Failure } from './problem.js'
import { parseReference, pointerOf } from './reference.js'
import type { Source } from './source.js'
import type { Sources } from './sources.js'
import type { Version } from './version.js'

/** A value of a source. */
export interface Target {
  readonly source: Source
  /** The way to it that crosses no reference. */
  readonly tokens: readonly string[]
  readonly value: JsonValue
}

/** A chain of references longer than this is taken for an attack: each of them would be followed to its end. */
const LONGEST_CHAIN = 100

/** Says where references lead. */
export class Resolver {
  readonly #sources: Sources
  readonly #version: Version

  constructor(sources: Sources, version: Version) {
    this.#sources = sources
    this.#version = version
  }

  /** What `reference`, standing in `from`, means; or why it means nothing. What it means may be a reference again. */
  resolve(reference: string, from: Source, passed: ReadonlySet<string> = new Set()): Target | Failure {
    const parsed = parseReference(reference)
    if (isFailure(parsed)) return parsed
    const source = parsed.file === '' ? from : this.#sources.external(from, parsed.file)
    if (isFailure(source)) return source
    const { fragment } = parsed
    const tokens = 'tokens' in fragment ? fragment.tokens : findAnchor(source.value, fragment.anchor)
    if (!tokens)
      return failure(`${quote(reference)} leads nowhere`, 'No schema of the file has such an `$anchor`.')
    return this.#descend(reference, source, tokens, passed)
  }

  /** Goes on as long as the target is itself a reference, and fails if that never ends. */
  resolveFully(target: Target, passed: ReadonlySet<string> = new Set()): Target | Failure {
    const next = referenceOf(target.value)
    if (next === undefined) return target
    const key = targetKey(target)
    if (passed.has(key)) return circle(next)
    if (passed.size >= LONGEST_CHAIN) return tooLong(next)
    const resolved = this.resolve(next, target.source)
    return isFailure(resolved) ? resolved : this.resolveFully(resolved, new Set([...passed, key]))
  }

  #descend(
    reference: string,
    source: Source,
    tokens: readonly string[],
    passed: ReadonlySet<string>,
  ): Target | Failure {
    let target: Target = { source, tokens: [], value: source.value }
    for (const token of tokens) {
      const entered = this.#enter(target, token, passed)
      if (isFailure(entered)) return entered
      const value = member(entered.value, token)
      if (value === undefined) return dangling(reference, entered, token)
      target = { source: entered.source, tokens: [...entered.tokens, token], value }
    }
    return target
  }

  /**
   * The value to look for `token` in. A pointer may lead through a reference, as if its target stood there; what stands beside the
   * reference comes first, except in OpenAPI 3.0, where it is ignored (3.0.3, 4.7.23.1).
   */
  #enter(target: Target, token: string, passed: ReadonlySet<string>): Target | Failure {
    const reference = referenceOf(target.value)
    if (reference === undefined) return target
    if (this.#version === '3.1' && member(target.value, token) !== undefined) return target
    const key = `${targetKey(target)}/${token}`
    if (passed.has(key)) return circle(reference)
    if (passed.size >= LONGEST_CHAIN) return tooLong(reference)
    const through = new Set([...passed, key])
    const next = this.resolve(reference, target.source, through)
    return isFailure(next) ? next : this.#enter(next, token, through)
  }
}

/** The `$ref` of a value, if it has one. */
export function referenceOf(value: JsonValue): string | undefined {
  const reference = isJsonObject(value) ? own(value, '$ref') : undefined
  return typeof reference === 'string' ? reference : undefined
}

/** A text that is the same for the same target only. */
export function targetKey({ source, tokens }: Pick<Target, 'source' | 'tokens'>): string {
  return `${source.path}#${pointerOf(tokens)}`
}

/** The member that a reference token names (RFC 6901, section 4). */
export function member(value: JsonValue, token: string): JsonValue | undefined {
  if (isJsonObject(value)) return own(value, token)
  return Array.isArray(value) && /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
}

function circle(reference: string): Failure {
  return failure(
    `the reference ${quote(reference)} leads back to itself`,
    'Let one of the references in the circle lead to a value.',
  )
}

function tooLong(reference: string): Failure {
  return failure(
    `the reference ${quote(reference)} leads through more than ${LONGEST_CHAIN} others`,
    'Refer to the value itself.',
  )
}

function dangling(reference: string, { value, tokens }: Target, token: string): Failure {
  const where = tokens.length === 0 ? 'the document' : quote(`#${pointerOf(tokens)}`)
  const near = isJsonObject(value) ? nearest(token, Object.keys(value)) : undefined
  return failure(
    `${quote(reference)} leads nowhere: ${where} has no ${quote(token)}`,
    near === undefined ? 'Correct the reference, or add what it names.' : `Did you mean ${quote(near)}?`,
  )
}

/** The way to the schema with this anchor (JSON Schema 2020-12, Core 8.2.2), which is none of a schema with an `$id` of its own. */
function findAnchor(value: JsonValue, anchor: string): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isJsonObject(value) && anchorsOf(value).includes(anchor)) return []
  const members: JsonObject | readonly JsonValue[] = value
  for (const [key, child] of Object.entries(members)) {
    const found = isIdentified(child) ? undefined : findAnchor(child, anchor)
    if (found) return [key, ...found]
  }
  return undefined
}

function anchorsOf(schema: JsonObject): (JsonValue | undefined)[] {
  return [own(schema, '$anchor'), own(schema, '$dynamicAnchor')]
}

/** Whether a value, if it is a schema, has a URI of its own, so that references in it are relative to that. */
export function isIdentified(value: JsonValue): boolean {
  return isJsonObject(value) && typeof own(value, '$id') === 'string'
}
