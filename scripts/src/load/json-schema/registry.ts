import { isJsonObject, type JsonValue } from '../../json.js'
import { valueAt } from '../../pointer.js'
import { quote } from '../describe.js'
import { nearest } from '../near.js'
import { checkJson } from '../plain-json.js'
import { failure, type Failure, isFailure } from '../problem.js'
import { pointerOf } from '../reference.js'
import { indexSchemas } from './index-schemas.js'
import { metaschema } from './metaschemas.js'
import { newDocument, placeAt, type Resource, type SchemaDocument, type SchemaPlace } from './resource.js'
import { fragmentOf, resolveUri } from './uri.js'

/** Every schema that references may lead to. Remote documents are read when something refers to them. */
export class SchemaRegistry {
  readonly #resources = new Map<string, Resource>()
  readonly #failures = new Map<string, Failure>()
  /** The remote documents that nothing referred to yet, by URI without fragment. */
  readonly #unread: Map<string, unknown>

  constructor(remotes: Readonly<Record<string, unknown>>) {
    this.#unread = new Map(Object.entries(remotes).map(([uri, value]) => [resolveUri(uri, ''), value]))
  }

  /** Takes a document in; its root is the result. Whatever has the URI of an earlier schema can be reached by pointer only. */
  add(uri: string, value: JsonValue): SchemaPlace {
    const document = newDocument(uri, value)
    indexSchemas(document, '', value, undefined, (it) => this.#declare(it))
    const resource = document.schemas.get('')!
    if (!this.#resources.has(uri)) this.#resources.set(uri, resource)
    return { resource, pointer: '', value }
  }

  /** Takes the schemas of a document in that holds other things too, each with the resource that is around it. */
  addSchemas(
    document: SchemaDocument,
    schemas: Iterable<readonly [pointer: string, around: Resource]>,
  ): void {
    for (const [pointer, around] of schemas) {
      this.#declare(around)
      const value = valueAt(document.value, pointer)
      if (value !== undefined) indexSchemas(document, pointer, value, around, (it) => this.#declare(it))
    }
  }

  /** The resource with a URI: of a document that was read, then of a remote one, of a meta-schema, or inside a remote one. */
  resource(uri: string): Resource | Failure | undefined {
    const known = this.#resources.get(uri) ?? this.#failures.get(uri) ?? this.#read(uri)
    if (known !== undefined) return known
    const standard = metaschema(uri)
    if (standard !== undefined) return this.add(uri, standard).resource
    for (const remote of this.#unread.keys()) this.#read(remote)
    return this.#resources.get(uri)
  }

  /** The schema that a reference in `from` leads to (Core 8.2.3.1). */
  resolve(reference: string, from: Resource): SchemaPlace | Failure {
    const resource = this.resource(resolveUri(reference, from.uri))
    if (resource === undefined) return this.#unknown(reference, from)
    if (isFailure(resource)) return resource
    const fragment = decode(fragmentOf(reference))
    if (fragment === undefined || /~(?![01])/.test(fragment)) {
      return failure(
        `${quote(reference)} is not a valid reference`,
        'Write `%25` for a percent sign, and `~0` for a tilde.',
      )
    }
    if (fragment === '' || fragment.startsWith('/')) return this.#place(reference, resource, fragment)
    const pointer = resource.anchors.get(fragment)
    if (pointer !== undefined) return placeAt(resource.document, pointer)
    const near = nearest(fragment, resource.anchors.keys())
    return failure(
      `${quote(reference)} leads nowhere: ${shown(resource)} has no anchor ${quote(fragment)}`,
      near === undefined ? 'Give the schema that is meant an `$anchor`.' : `Did you mean ${quote(near)}?`,
    )
  }

  /** The schema at a JSON Pointer from the root of a resource. */
  #place(reference: string, resource: Resource, relative: string): SchemaPlace | Failure {
    const { document } = resource
    const pointer = resource.pointer + relative
    const value = valueAt(document.value, pointer)
    if (value === undefined) {
      return failure(
        `${quote(reference)} leads nowhere: ${shown(resource)} has nothing at ${quote(relative)}`,
        'Correct the reference, or add what it names.',
      )
    }
    if (!isJsonObject(value) && typeof value !== 'boolean') {
      return failure(`${quote(reference)} leads to no schema`, 'A schema is an object, or true or false.')
    }
    if (!document.schemas.has(pointer)) {
      // A place where no schema belongs; being referred to makes it one.
      indexSchemas(document, pointer, value, resourceAround(document, pointer), (it) => this.#declare(it))
    }
    return placeAt(document, pointer)
  }

  #declare(resource: Resource): Resource {
    const holder = this.#resources.get(resource.uri) ?? resource
    this.#resources.set(resource.uri, holder)
    return holder
  }

  /** Takes the remote document with this URI in, if there is one. */
  #read(uri: string): Resource | Failure | undefined {
    if (!this.#unread.has(uri)) return undefined
    const checked = checkJson(this.#unread.get(uri), (tokens) => ({ file: uri, pointer: pointerOf(tokens) }))
    this.#unread.delete(uri)
    if (!isFailure(checked)) return this.add(uri, checked.value).resource
    this.#failures.set(uri, checked)
    return checked
  }

  #unknown(reference: string, from: Resource): Failure {
    const uri = resolveUri(reference, from.uri)
    const near = nearest(uri, [...this.#resources.keys()])
    const meant = uri === reference ? '' : `, which means ${quote(uri)},`
    return failure(
      `${quote(reference)}${meant} leads nowhere: no schema has this URI, and nothing is fetched`,
      near === undefined ? 'Give the schema in `remotes`, under this URI.' : `Did you mean ${quote(near)}?`,
    )
  }
}

/** What messages call a resource. */
function shown({ uri }: Resource): string {
  return uri === '' ? 'the schema' : quote(uri)
}

/** The resource of the nearest schema around a place. */
function resourceAround({ schemas }: SchemaDocument, pointer: string): Resource {
  let around = pointer
  while (!schemas.has(around)) around = around.slice(0, around.lastIndexOf('/'))
  return schemas.get(around)!
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}
