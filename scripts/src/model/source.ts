import type { Report } from '../diagnostics.js'
import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../json.js'

/** A value of the document that is being read, and where problems with it are reported. */
export interface Source<T extends JsonValue = JsonValue> {
  readonly value: T
  readonly pointer: string
  readonly document: JsonObject
  readonly report: Report
  /** Where what stands at a pointer of the document came from, as a URI reference; undefined if it always stood there. */
  readonly locate?: Locate
}

/** Gives the place that a value was moved from, see {@link Source.locate}. */
export type Locate = (pointer: string) => string | undefined

/** Reports an error at the place of `source`. */
export function fail(source: Source, message: string, hint?: string): undefined {
  source.report({ severity: 'error', pointer: source.pointer, message, ...(hint !== undefined && { hint }) })
}

/** Reports a warning at the place of `source`. */
export function warn(source: Source, message: string, hint?: string): void {
  source.report({
    severity: 'warning',
    pointer: source.pointer,
    message,
    ...(hint !== undefined && { hint }),
  })
}

/** Reports that the value is not what it has to be. */
export function mismatch(source: Source, wanted: string): undefined {
  return fail(source, `${lastToken(source)} must be ${wanted}, found ${excerpt(source.value)}`)
}

/** The member `key`, if there is one. */
export function member(source: Source<JsonObject>, key: string): Source | undefined {
  const value = own(source.value, key)
  return value === undefined ? undefined : { ...source, value, pointer: childPointer(source.pointer, key) }
}

/** The members, with their keys, in document order. */
export function members(source: Source<JsonObject>): (readonly [key: string, source: Source])[] {
  return Object.entries(source.value).map(([key, value]) => [
    key,
    { ...source, value, pointer: childPointer(source.pointer, key) },
  ])
}

/** The items of an array; an error if it is none. */
export function items(source: Source | undefined): Source[] {
  if (source === undefined) return []
  if (!isArray(source.value)) {
    mismatch(source, 'an array')
    return []
  }
  return source.value.map((value, index) => ({
    ...source,
    value,
    pointer: childPointer(source.pointer, index),
  }))
}

/** The source as one of an object; an error if it is none. */
export function object(source: Source | undefined): Source<JsonObject> | undefined {
  if (source === undefined) return undefined
  const { value } = source
  return isJsonObject(value) ? { ...source, value } : mismatch(source, 'an object')
}

/** The members of the member `key`, in document order; none if it is absent. */
export function membersOf(source: Source<JsonObject>, key: string): (readonly [string, Source])[] {
  const map = object(member(source, key))
  return map === undefined ? [] : members(map)
}

/** A member that is a string; an error if it is something else. */
export function textMember(source: Source<JsonObject>, key: string): string | undefined {
  const found = member(source, key)
  if (found === undefined) return undefined
  return typeof found.value === 'string' ? found.value : mismatch(found, 'a string')
}

/** A member that is a boolean, or `fallback` without it; an error if it is something else. */
export function flagMember(source: Source<JsonObject>, key: string, fallback = false): boolean {
  const found = member(source, key)
  if (found === undefined) return fallback
  return typeof found.value === 'boolean' ? found.value : (mismatch(found, 'true or false') ?? fallback)
}

/** Whether a JSON value is an array. */
export function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** The object without the members that are undefined, as `exactOptionalPropertyTypes` wants it. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // The entries that are left are those of T, without the undefined ones.
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

const LONGEST = 60

/** A value as an error message shows it. */
export function excerpt(value: JsonValue): string {
  if (isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (isJsonObject(value)) return 'an object'
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function lastToken({ pointer }: Source): string {
  const token = pointer.slice(pointer.lastIndexOf('/') + 1)
  return pointer === '' ? 'The document' : `"${token.replaceAll('~1', '/').replaceAll('~0', '~')}"`
}
