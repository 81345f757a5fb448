import { childPointer, type JsonObject, own } from '../json.js'
import { referencePointer, valueAt } from '../pointer.js'
import { fail, mismatch, object, type Source } from './source.js'

/**
 * The place that a `$ref` of `source` points at. Only references inside the document are left after loading.
 * @returns undefined, after reporting it, if there is nothing.
 */
export function follow(source: Source, reference: string): Source | undefined {
  const pointer = referencePointer(reference)
  if (pointer === undefined) {
    return fail(
      source,
      `"$ref" to ${JSON.stringify(reference)} is not yet supported: only JSON pointers into the document are`,
      'Write it as "#/components/…"',
    )
  }
  const value = valueAt(source.document, pointer)
  if (value === undefined)
    return fail(source, `"$ref" points at ${reference}, where the document has nothing`)
  return { ...source, value, pointer }
}

/** The object at the end of a chain of `$ref`, for the objects of OpenAPI that may be a Reference Object (4.8.23). */
export function resolve(source: Source | undefined): Source<JsonObject> | undefined {
  const seen = new Set<string>()
  let current = object(source)
  while (current !== undefined) {
    const reference = own(current.value, '$ref')
    if (reference === undefined) return current
    const place = { ...current, value: reference, pointer: childPointer(current.pointer, '$ref') }
    if (typeof reference !== 'string') return mismatch(place, 'a string')
    if (seen.has(current.pointer)) return fail(place, '"$ref" leads back to itself')
    seen.add(current.pointer)
    current = object(follow(place, reference))
  }
  return undefined
}
