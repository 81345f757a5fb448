import { isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import { valueAt } from '../../scripts/src/pointer.js'

/** A schema with an address of its own, and what is in it. */
export interface Resource {
  readonly root: JsonValue
  readonly anchors: Map<string, JsonValue>
  readonly dynamicAnchors: Map<string, JsonValue>
}

/** The resources of a schema, and which one each schema in it belongs to (JSON Schema Core 8.2.1). */
export class Resources {
  readonly #byUri = new Map<string, Resource>()
  readonly #uris = new Map<JsonValue, string>()

  constructor(root: JsonValue) {
    this.#enter(root, 'https://example.com/')
  }

  /** The resource that a schema belongs to. */
  of(schema: JsonValue): Resource {
    return this.#byUri.get(this.#uris.get(schema)!)!
  }

  /** The schema that a reference in another schema leads to. */
  target(schema: JsonValue, reference: string): JsonValue {
    const [uri = '', fragment = ''] = new URL(reference, this.#uris.get(schema)).href.split('#')
    const resource = this.#byUri.get(uri)
    const anchor = resource?.anchors.get(fragment) ?? resource?.dynamicAnchors.get(fragment)
    const found = anchor ?? (resource && valueAt(resource.root, decodeURIComponent(fragment)))
    if (found === undefined) throw new Error(`${reference} leads nowhere`)
    return found
  }

  #enter(value: JsonValue, base: string): void {
    if (Array.isArray(value)) for (const item of value) this.#enter(item, base)
    if (!isJsonObject(value)) return
    const id = own(value, '$id')
    const uri = typeof id === 'string' ? new URL(id, base).href : base
    const resource = this.#byUri.get(uri) ?? { root: value, anchors: new Map(), dynamicAnchors: new Map() }
    this.#byUri.set(uri, resource)
    this.#uris.set(value, uri)
    addAnchor(value, '$anchor', resource.anchors)
    addAnchor(value, '$dynamicAnchor', resource.dynamicAnchors)
    for (const [keyword, inner] of Object.entries(value)) {
      if (keyword !== 'const' && keyword !== 'enum') this.#enter(inner, uri)
    }
  }
}

function addAnchor(schema: JsonObject, keyword: string, anchors: Map<string, JsonValue>): void {
  const name = own(schema, keyword)
  if (typeof name === 'string') anchors.set(name, schema)
}
