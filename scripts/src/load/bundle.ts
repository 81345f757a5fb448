import type { Report } from '../diagnostics.js'
import { isJsonObject, own, type JsonObject, type JsonValue } from '../json.js'
import { describe, label, quote } from './describe.js'
import { resolveUri } from './json-schema/uri.js'
import { findHomes, homeKey, isInPlace, type HomeInput } from './homes.js'
import { resolveMapping } from './mapping.js'
import { MovedValues } from './moved-values.js'
import { copy, setOwn, type MutableObject } from './mutable.js'
import { sections, typeAt, typeOf, type ObjectType } from './object-types.js'
import { Origins } from './origins.js'
import type { Place } from './place.js'
import { diagnostic, failure, failureDiagnostics, isFailure, type Failure, type Finding } from './problem.js'
import { pointerOf, toReference } from './reference.js'
import { isIdentified, referenceOf, targetKey, type Target } from './resolver.js'
import type { Source } from './source.js'
import type { Version } from './version.js'

/** What a bundle is made of. */
export interface BundleInput extends HomeInput {
  readonly version: Version
  readonly report: Report
  /** The URIs that schemas of the root have by their `$id`. */
  readonly identifiers: ReadonlySet<string>
}

/**
 * A copy of the root in which every reference is `#` and the JSON Pointer of a value in it, `%` written as `%25`; but those in schemas
 * with an `$id`, and those to such an `$id`, are as they were.
 */
export interface Bundle {
  readonly document: MutableObject
  readonly origins: Origins
}

/** Where the value in hand comes from, and where it goes inside the root or the moved value that is being copied. */
interface Cursor {
  readonly source: Source
  readonly from: string[]
  readonly to: string[]
  readonly origins: Origins
  /** Whether it is in a schema with an `$id`, or is one, to which references are relative. */
  readonly isIdentified?: boolean
}

/** Copies a document and everything that it refers to into one. A reference that leads nowhere is reported, and stays. */
export class Bundler {
  readonly #input: BundleInput
  readonly #moved = new MovedValues()
  /** Where the root itself has a place for what would be moved. */
  readonly #homes: ReadonlyMap<string, readonly string[]>
  readonly #inlining = new Set<string>()

  constructor(input: BundleInput) {
    this.#input = input
    this.#homes = findHomes(input)
  }

  /** Makes the bundle. To be called once. */
  run(): Bundle {
    const { root, document, types, report } = this.#input
    const origins = new Origins({ source: root, tokens: [] })
    const bundled = this.#members(document, types.Root, { source: root, from: [], to: [], origins })
    // Each path item stands where it is referred to, so that each operation belongs to one path.
    const components = own(bundled, 'components') ?? null
    if (isJsonObject(components)) setOwn(bundled, 'components', without(components, 'pathItems'))
    for (const moved of this.#moved) {
      const { source, tokens, value } = moved.target
      const cursor = { source, from: [...tokens], to: [], origins: moved.origins }
      moved.value = this.#copy(value, moved.type, cursor)
    }
    this.#moved.settle(bundled, origins, root.path, (place, finding) =>
      report(diagnostic('warning', place, finding)),
    )
    return { document: bundled, origins }
  }

  #copy(value: JsonValue, type: ObjectType | undefined, cursor: Cursor): JsonValue {
    if (!type) return copy(value)
    if (isJsonObject(value)) return this.#object(value, type, cursor)
    if (!Array.isArray(value)) return value
    return value.map((item, index) => this.#member(item, index, type, cursor))
  }

  #object(value: JsonObject, type: ObjectType, around: Cursor): JsonValue {
    if (type.name === 'DiscriminatorMapping') return this.#mapping(value, around)
    const hasId = type.name === 'Schema' && this.#input.version === '3.1' && isIdentified(value)
    const cursor = hasId ? { ...around, isIdentified: true } : around
    const reference = referenceOf(value)
    if (reference !== undefined && !this.#staysAsItIs(reference, type, cursor)) {
      return this.#reference(value, reference, type, cursor)
    }
    const wrong = sections.has(type.name) ? own(value, '$ref') : undefined
    if (wrong !== undefined && reference === undefined) {
      const message = `\`$ref\` must be a string, found ${describe(wrong)}`
      this.#fail(cursor, '$ref', failure(message, 'Write a string.'))
    }
    return this.#members(value, type, cursor)
  }

  #members(value: JsonObject, type: ObjectType, cursor: Cursor, except?: string): MutableObject {
    const members = Object.entries(value).filter(([key, member]) => member !== undefined && key !== except)
    return Object.fromEntries(members.map(([key, member]) => [key, this.#member(member, key, type, cursor)]))
  }

  #member(value: JsonValue, key: string | number, type: ObjectType, cursor: Cursor): JsonValue {
    cursor.from.push(String(key))
    cursor.to.push(String(key))
    const copied = this.#copy(value, typeOf(type, key, value), cursor)
    cursor.from.pop()
    cursor.to.pop()
    return copied
  }

  #reference(value: JsonObject, reference: string, type: ObjectType, cursor: Cursor): JsonValue {
    const target = this.#resolve(reference, type, cursor)
    if (isFailure(target)) {
      this.#fail(cursor, '$ref', target)
      return copy(value)
    }
    const section = sections.get(type.name)
    const home = this.#homes.get(homeKey(section, target))
    if (section === undefined || (home && pointerOf(home) === pointerOf(cursor.to))) {
      return this.#inline(value, target, type, cursor)
    }
    const holder: MutableObject = { $ref: reference, ...this.#siblings(value, type, cursor) }
    this.#refer(holder, '$ref', target, type, cursor)
    return holder
  }

  #staysAsItIs(reference: string, type: ObjectType, { isIdentified: isRelative = false }: Cursor): boolean {
    if (type.name !== 'Schema') return false
    return isRelative || this.#input.identifiers.has(resolveUri(reference, ''))
  }

  #resolve(reference: string, type: ObjectType, cursor: Cursor): Target | Failure {
    const target = this.#input.resolver.resolve(reference, cursor.source)
    if (isFailure(target)) return target
    const end = this.#input.resolver.resolveFully(target)
    if (isFailure(end)) return end
    const found = this.#otherKind(target, type)
    if (found === undefined) return target
    return failure(
      `${quote(reference)} is ${found}, and not the ${type.name} that is expected here`,
      'Refer to a part of it, such as `#/components/schemas/Name`.',
    )
  }

  /** What a target is, if it is beyond doubt that it is not of the type: the document, or another kind of component. */
  #otherKind({ source, tokens, value }: Target, type: ObjectType): string | undefined {
    const isDocument = tokens.length === 0 && isJsonObject(value) && own(value, 'openapi') !== undefined
    if (isDocument) return 'a whole OpenAPI document'
    const { root, document, types } = this.#input
    const name = source === root ? typeAt(types, document, tokens)?.name : undefined
    const isOther = name !== undefined && name !== type.name && sections.has(name)
    return isOther ? `an object of the kind ${name}` : undefined
  }

  /** Writes a reference to `target` as the member `key` of `holder`. */
  #refer(holder: MutableObject, key: string, target: Target, type: ObjectType, cursor: Cursor): void {
    const section = sections.get(type.name) ?? ''
    const tokens = isInPlace(target, type.name, this.#input)
      ? target.tokens
      : this.#homes.get(homeKey(section, target))
    if (tokens) setOwn(holder, key, toReference(tokens))
    else this.#moved.refer(holder, key, { section, target, type, place: () => placeOf(cursor, key) })
  }

  /** Copies the target to where the reference stands. */
  #inline(value: JsonObject, target: Target, type: ObjectType, cursor: Cursor): JsonValue {
    const key = targetKey(target)
    if (this.#inlining.has(key)) {
      this.#fail(cursor, '$ref', failure('what this refers to is inside itself', 'Break the circle.'))
      return copy(value)
    }
    if (type.name !== 'PathItem' && !sections.has(type.name)) {
      const message = `OpenAPI allows no \`$ref\` here; it was replaced by what it refers to`
      this.#warn(cursor, '$ref', { message, hint: 'Other tools may refuse the document.' })
    }
    this.#inlining.add(key)
    cursor.origins.set(pointerOf(cursor.to), target)
    const inlined = this.#copy(target.value, type, {
      ...cursor,
      source: target.source,
      from: [...target.tokens],
    })
    this.#inlining.delete(key)
    const beside = type.name === 'PathItem' ? this.#members(value, type, cursor, '$ref') : {}
    for (const name of Object.keys(beside)) {
      cursor.origins.set(pointerOf([...cursor.to, name]), {
        source: cursor.source,
        tokens: [...cursor.from, name],
      })
    }
    return isJsonObject(inlined) ? { ...inlined, ...beside } : inlined
  }

  /** What counts beside a `$ref`: in a schema of OpenAPI 3.1 everything, in 3.0 nothing (3.0.3, 4.7.23.1; 3.1.1, 4.8.23). */
  #siblings(value: JsonObject, type: ObjectType, cursor: Cursor): MutableObject {
    const is30 = this.#input.version === '3.0'
    if (!is30 && type.name === 'Schema') return this.#members(value, type, cursor, '$ref')
    const kept = is30 ? [] : ['summary', 'description']
    for (const key of Object.keys(value)) {
      if (key === '$ref' || kept.includes(key) || key.startsWith('x-')) continue
      const message = `${label(key)} has no effect beside \`$ref\``
      const hint = type.name === 'Schema' ? 'Put the `$ref` into an `allOf` to add to it.' : 'Remove it.'
      this.#warn(cursor, key, { message, hint })
    }
    return Object.fromEntries(Object.entries(value).filter(([key]) => kept.includes(key)))
  }

  #mapping(value: JsonObject, cursor: Cursor): MutableObject {
    const { root, resolver, types } = this.#input
    const mapping: MutableObject = {}
    const type = types.named.get('Schema')
    for (const [name, schema] of Object.entries(value)) {
      setOwn(mapping, name, copy(schema))
      if (typeof schema !== 'string' || !type) continue
      const target = resolveMapping(schema, cursor.source, root, resolver)
      if (isFailure(target)) this.#fail(cursor, name, target)
      else this.#refer(mapping, name, target, type, cursor)
    }
    return mapping
  }

  #fail(cursor: Cursor, key: string, cause: Failure): void {
    for (const each of failureDiagnostics(cause, placeOf(cursor, key))) this.#input.report(each)
  }

  #warn(cursor: Cursor, key: string, finding: Finding): void {
    this.#input.report(diagnostic('warning', placeOf(cursor, key), finding))
  }
}

function without(object: JsonObject, key: string): MutableObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

function placeOf({ source, from }: Cursor, key: string): Place {
  return source.place([...from, key])
}
