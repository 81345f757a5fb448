import { isJsonObject, type JsonObject, own } from '../../json.js'
import type { ObjectTypes } from '../object-types.js'
import { pointerOf } from '../reference.js'
import { walk } from '../walk.js'

/** The JSON Pointers of the schemas of an OpenAPI document that are in no other schema. */
export function outermostSchemas(document: JsonObject, types: ObjectTypes): string[] {
  const pointers: string[] = []
  walk(document, types, ({ type, tokens }) => {
    if (type.name !== 'Schema') return
    const pointer = pointerOf(tokens)
    const last = pointers.at(-1)
    if (last === undefined || !pointer.startsWith(`${last}/`)) pointers.push(pointer)
  })
  return pointers
}

/** Whether a schema of an OpenAPI document has an identifier, or a reference that may need one. */
export function hasIdentifiers(document: JsonObject, types: ObjectTypes): boolean {
  let found = false
  walk(document, types, ({ value, type }) => {
    if (type.name !== 'Schema' || !isJsonObject(value)) return
    found ||= IDENTIFIERS.some((keyword) => own(value, keyword) !== undefined)
  })
  return found
}

/** The keywords that lowering takes out of a document. `$vocabulary` counts in meta-schemas alone (Core 8.1.2). */
export const IDENTIFIERS = ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef', '$vocabulary'] as const
