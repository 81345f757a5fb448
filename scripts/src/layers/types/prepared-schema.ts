import { escapeToken, isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { KNOWN_VALUES } from '../../open-enum.js'
import { referencePointer } from '../../pointer.js'
import { VALUE } from '../../value-schema.js'
import { commentEntries } from './comment.js'
import type { KeyCodec } from './key-codec.js'
import { bare, copy, isArray, type Mutable, type MutableObject } from './mutable.js'
import { requireBesideBranches } from './required-beside-branches.js'
import { addToAllOf, hasType, rewrites } from './rewrites.js'

/** What preparing schemas needs. */
export interface Preparation {
  readonly document: JsonObject
  readonly codec: KeyCodec
  /** Key under `components.schemas` of the prepared document, by the pointer of the schema in the document itself. */
  readonly keys: ReadonlyMap<string, string>
}

/** Gives undefined for a keyword to leave out. */
type Prepare = (value: JsonValue, preparation: Preparation) => Mutable | undefined

const schemas: Prepare = (value, preparation) =>
  isArray(value) ? value.map((it) => prepareSchema(it, preparation)) : []

const schemasByName: Prepare = (value, preparation) =>
  bare(
    isJsonObject(value)
      ? Object.entries(value).map(([key, it]) => [
          preparation.codec.encode(key),
          prepareSchema(it, preparation),
        ])
      : [],
  )

const names: Prepare = (value, { codec }) =>
  isArray(value) ? value.map((it) => (typeof it === 'string' ? codec.encode(it) : copy(it))) : []

/** A format goes into a comment as it stands. */
const word: Prepare = (value) => (typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : undefined)

/** The keywords that openapi-typescript gets to see. The others say nothing that a type can, or mean something else to it. */
const keywords = new Map<string, Prepare>([
  ['type', copy],
  ['enum', copy],
  ['const', copy],
  ['properties', schemasByName],
  ['required', names],
  ['additionalProperties', prepareSchema],
  ['patternProperties', schemasByName],
  ['items', prepareSchema],
  ['prefixItems', schemas],
  ['minItems', copy],
  ['allOf', schemas],
  ['anyOf', schemas],
  ['oneOf', schemas],
  ['format', word],
  ['default', copy],
  ['example', copy],
  ['examples', copy],
  ['deprecated', copy],
  ['readOnly', copy],
  [VALUE, copy],
  [KNOWN_VALUES, copy],
])

/** A schema as openapi-typescript gets it: one of which it prints a type that everything valid is assignable to. */
export function prepareSchema(value: JsonValue, preparation: Preparation): Mutable {
  if (!isJsonObject(value)) return copy(value)
  const entries = Object.entries(value).flatMap(([keyword, it]) => {
    const prepared = keywords.get(keyword)?.(it, preparation)
    return prepared === undefined ? [] : [[keyword, prepared] as const]
  })
  const schema = bare([...entries, ...commentEntries(value)])
  refer(schema, value, preparation)
  requireBesideBranches(schema, value, preparation)
  for (const rewrite of rewrites) rewrite(schema)
  return schema
}

/** Adds the `$ref`, as one of `allOf` where it has something beside it: openapi-typescript reads nothing else then. */
function refer(schema: MutableObject, value: JsonObject, { keys, codec }: Preparation): void {
  const reference = own(value, '$ref')
  const pointer = typeof reference === 'string' ? referencePointer(reference) : undefined
  const key = pointer === undefined ? undefined : keys.get(pointer)
  if (key === undefined) return
  const $ref = componentReference('schemas', key, codec)
  if (hasType(schema, '$ref')) addToAllOf(schema, bare([['$ref', $ref]]))
  else schema['$ref'] = $ref
}

/** A `$ref` to a component of the prepared document. */
export function componentReference(section: string, key: string, codec: KeyCodec): string {
  return `#/components/${section}/${escapeToken(codec.encode(key))}`
}
