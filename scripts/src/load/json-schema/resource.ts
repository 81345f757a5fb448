import type { Diagnostic } from '../../diagnostics.js'
import type { JsonValue } from '../../json.js'
import { valueAt } from '../../pointer.js'

/** A JSON document that holds schemas: the one that was given, or a remote one. */
export interface SchemaDocument {
  /** What references call it if it says nothing of its own URI; empty for the one that was given. */
  readonly uri: string
  readonly value: JsonValue
  /** The resource that each schema belongs to, by the JSON Pointer of the schema. */
  readonly schemas: Map<string, Resource>
  /** What is wrong with its identifiers. */
  readonly problems: Diagnostic[]
}

/** A schema resource (JSON Schema 2020-12, Core 4.3.5): a schema with a URI of its own, and those inside it that have none. */
export interface Resource {
  /** Its URI, which is also the base of the references in it; without fragment. */
  readonly uri: string
  readonly document: SchemaDocument
  /** JSON Pointer of its root schema in the document. */
  readonly pointer: string
  /** The nearest `$schema` and the JSON Pointer of its schema; undefined for the dialect of the run. */
  readonly dialect: { readonly uri: string; readonly pointer: string } | undefined
  /** JSON Pointers in the document by `$anchor` and `$dynamicAnchor` (Core 8.2.2). */
  readonly anchors: Map<string, string>
  /** The names among `anchors` that are dynamic. */
  readonly dynamicAnchors: Set<string>
}

/** A schema of a document. */
export interface SchemaPlace {
  readonly resource: Resource
  /** JSON Pointer in the resource's document. */
  readonly pointer: string
  readonly value: JsonValue
}

/** A text that is the same for the same place only. */
export function placeKey({ resource, pointer }: SchemaPlace): string {
  return `${resource.document.uri}#${pointer}`
}

/** The schema at a JSON Pointer of a document, where there must be one. */
export function placeAt(document: SchemaDocument, pointer: string): SchemaPlace {
  return { resource: document.schemas.get(pointer)!, pointer, value: valueAt(document.value, pointer)! }
}

/** A document whose schemas are not noted yet. */
export function newDocument(uri: string, value: JsonValue): SchemaDocument {
  return { uri, value, schemas: new Map(), problems: [] }
}

/** A resource that schemas of a document are in whose root is no schema. */
export function newResource(document: SchemaDocument, uri: string): Resource {
  return { uri, document, pointer: '', dialect: undefined, anchors: new Map(), dynamicAnchors: new Set() }
}
