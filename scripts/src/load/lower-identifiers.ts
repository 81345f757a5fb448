import type { JsonObject } from '../json.js'
import type { Findings } from './findings.js'
import {
  hasIdentifiers,
  identifiersOf,
  Locations,
  lowerDocument,
  outermostSchemas,
  type UnidentifiedDocument,
} from './json-schema/index.js'
import type { ObjectTypes } from './object-types.js'
import type { Origins } from './origins.js'
import type { Source } from './source.js'

/** The URIs that schemas of a document have by their `$id`, as which the document itself can refer to them. */
export function findIdentifiers(document: JsonObject, types: ObjectTypes): ReadonlySet<string> {
  if (!hasIdentifiers(document, types)) return new Set()
  const uris = new Set(identifiersOf(document, outermostSchemas(document, types)))
  // The empty reference is one to the document itself.
  uris.delete('')
  return uris
}

/** Lowers the identifiers of a bundle, if there are any, and notes where the components that are made for that came from. */
export function lowerIdentifiers(
  document: JsonObject,
  types: ObjectTypes,
  {
    root,
    origins,
    findings,
  }: { readonly root: Source; readonly origins: Origins; readonly findings: Findings },
): UnidentifiedDocument {
  if (!hasIdentifiers(document, types)) return { document, copies: new Locations() }
  const outermost = outermostSchemas(document, types)
  const isForeign = (pointer: string): boolean => origins.of(pointer)?.source !== root
  const lowered = lowerDocument({ document, outermost, isForeign, findings })
  for (const [pointer, original] of lowered.copies) {
    const origin = original.uri === '' ? origins.of(original.pointer) : undefined
    if (origin) origins.set(pointer, origin)
  }
  return lowered
}
