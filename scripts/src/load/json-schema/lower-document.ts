import {
  childPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
  pointerTokens,
} from '../../json.js'
import { valueAt } from '../../pointer.js'
import type { Findings } from '../findings.js'
import { copy, type MutableObject, setOwn } from '../mutable.js'
import { type Failure, isFailure } from '../problem.js'
import { toReference } from '../reference.js'
import { wordsOf } from './component-keys.js'
import { copySchema, type SchemaReference } from './copy-schema.js'
import { namedDialect } from './dialect.js'
import { type DynamicScope, enter, resolveInScope, scopedKey } from './dynamic-scope.js'
import { Locations } from './locations.js'
import { SchemaRegistry } from './registry.js'
import { relevantNames } from './relevant-names.js'
import { newDocument, newResource, placeAt, type Resource, type SchemaPlace } from './resource.js'
import { IDENTIFIERS } from './schema-positions.js'
import { ScopedComponents, tooManyCopies } from './scoped-components.js'
import { mapSubschemas, subschemas } from './subschemas.js'
import { type Target, targetOf } from './target.js'

/** A document whose identifiers are lowered. */
export interface IdentifiedDocument {
  /** A document of OpenAPI 3.1 that stands alone. */
  readonly document: JsonObject
  /** JSON Pointers of the schemas in it that are in no other schema. */
  readonly outermost: readonly string[]
  /** Whether the schema at a pointer came from another document, which has anchors of its own. */
  readonly isForeign: (pointer: string) => boolean
  readonly findings: Findings
}

/** A document in which every schema is referred to by JSON Pointer. */
export interface UnidentifiedDocument {
  readonly document: JsonObject
  /** Of each component that is a copy for another dynamic scope, where the schema itself stands. */
  readonly copies: Locations
}

/**
 * Lowers `$id`, anchors and `$dynamicRef` in the schemas of an OpenAPI document. Schemas stay where they are; one that is another in
 * another dynamic scope becomes a component for that.
 */
export function lowerDocument(input: IdentifiedDocument): UnidentifiedDocument {
  return new DocumentLowering(input).run()
}

const DIALECT = namedDialect('openapi-3.1', true)
const LOWERED: ReadonlySet<string> = new Set([...IDENTIFIERS, '$ref'])

class DocumentLowering {
  readonly #input: IdentifiedDocument
  readonly #registry = new SchemaRegistry({})
  readonly #document: Resource
  readonly #places: readonly SchemaPlace[]
  readonly #components: ScopedComponents
  readonly #names: ReadonlySet<string>
  /** The schemas of the document in the scope that they have where they stand, by their {@link scopedKey}. */
  readonly #inPlace = new Set<string>()

  constructor(input: IdentifiedDocument) {
    this.#input = input
    const document = newDocument('', input.document)
    this.#document = newResource(document, '')
    const arounds = input.outermost.map((pointer) => {
      const isForeign = input.isForeign(pointer)
      return [pointer, isForeign ? newResource(document, pointer) : this.#document] as const
    })
    this.#registry.addSchemas(document, arounds)
    this.#places = input.outermost.map((pointer) => placeAt(document, pointer))
    const names = relevantNames(this.#places, (place) => this.#targets(place))
    const schemas = valueAt(input.document, '/components/schemas') ?? {}
    this.#components = new ScopedComponents(names, Object.keys(schemas))
    this.#names = new Set([...names.values()].flatMap((it) => [...it]))
  }

  run(): UnidentifiedDocument {
    const { document, findings } = this.#input
    for (const place of this.#places) this.#settle(place, new Map())
    const lowered = copyObject(document)
    for (const place of this.#places) replace(lowered, place.pointer, this.#lower(place, new Map()))
    const copies = new Locations()
    for (const { key, place, scope } of this.#components) {
      copies.add(key, place)
      addComponent(lowered, key, this.#lower(place, scope))
      if (!this.#components.areTooMany) continue
      findings.error([], tooManyCopies)
      break
    }
    for (const { pointer, message, hint = '' } of this.#document.document.problems) {
      findings.error(pointerTokens(pointer), { message, hint })
    }
    return { document: lowered, copies }
  }

  /** What the references in a schema lead to. */
  #targets(place: SchemaPlace): Target[] {
    const targets: Target[] = []
    const refer = (reference: SchemaReference): undefined => {
      const target = this.#target(reference)
      if (!isFailure(target)) targets.push(target)
    }
    copySchema(place, { dialect: DIALECT, refer, moved: () => undefined })
    return targets
  }

  /** Where a reference leads to. A pointer to a component is one from the document, as everyone means it, also where there is an `$id`. */
  #target(reference: SchemaReference): Target | Failure {
    const target = targetOf(reference, this.#registry)
    const { value, resource } = reference
    const isComponent = typeof value === 'string' && value.startsWith('#/components/')
    if (!isFailure(target) || !isComponent || resource.document !== this.#document.document) return target
    return targetOf({ ...reference, resource: this.#document }, this.#registry)
  }

  /** Notes in which scope a schema, and each inside it, stands in the document. */
  #settle(place: SchemaPlace, outer: DynamicScope): void {
    this.#inPlace.add(scopedKey(place, this.#components.scopeOf(place, outer)))
    if (!isJsonObject(place.value)) return
    const scope = enter(outer, place, this.#names)
    for (const { tokens } of subschemas(place.value)) this.#settle(inside(place, tokens), scope)
  }

  /** A schema, with those inside it, in which every reference is one by JSON Pointer. */
  #lower(place: SchemaPlace, outer: DynamicScope): JsonValue {
    const { value } = place
    if (!isJsonObject(value)) return value
    const scope = enter(outer, place, this.#names)
    const kept = Object.entries(value).filter(([keyword]) => !LOWERED.has(keyword))
    const lowered = Object.fromEntries(
      kept.map(([keyword, it]) => [
        keyword,
        mapSubschemas(keyword, it, ({ tokens }) => this.#lower(inside(place, tokens), scope)),
      ]),
    )
    const [first, ...others] = this.#references(place, scope).map(($ref) => ({ $ref }))
    if (others.length > 0) setOwn(lowered, 'allOf', [...list(own(lowered, 'allOf')), ...others])
    return { ...first, ...lowered }
  }

  #references({ resource, pointer, value }: SchemaPlace, scope: DynamicScope): string[] {
    return (['$ref', '$dynamicRef'] as const).flatMap((keyword) => {
      const reference = isJsonObject(value) ? own(value, keyword) : undefined
      if (reference === undefined) return []
      const target = this.#target({ keyword, value: reference, resource, pointer })
      if (!isFailure(target)) return this.#refer(resolveInScope(target, scope), scope)
      for (const finding of target.findings) {
        this.#input.findings.error(pointerTokens(childPointer(pointer, keyword)), finding)
      }
      return []
    })
  }

  /** The reference to a schema where it stands, if it has the same scope there, or else to a component. */
  #refer(place: SchemaPlace, outer: DynamicScope): string {
    const isInPlace = this.#inPlace.has(scopedKey(place, this.#components.scopeOf(place, outer)))
    return isInPlace
      ? toReference(pointerTokens(place.pointer))
      : this.#components.referTo(place, outer, wordsOf(place.pointer))
  }
}

/** The schema that `tokens` lead to from another. */
function inside({ resource, pointer }: SchemaPlace, tokens: readonly string[]): SchemaPlace {
  return placeAt(resource.document, tokens.reduce(childPointer, pointer))
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}

function copyObject(object: JsonObject): MutableObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, copy(value)]))
}

/** Puts a value in the place of the one at a pointer. */
function replace(document: MutableObject, pointer: string, value: JsonValue): void {
  const end = pointer.lastIndexOf('/')
  const [key = ''] = pointerTokens(pointer.slice(end))
  const parent = valueAt(document, pointer.slice(0, end)) ?? null
  if (Array.isArray(parent)) parent[Number(key)] = value
  else if (isJsonObject(parent)) setOwn(parent, key, value)
}

function addComponent(document: MutableObject, key: string, value: JsonValue): void {
  const components = valueAt(document, '/components') ?? {}
  const schemas = valueAt(document, '/components/schemas') ?? {}
  if (!isJsonObject(components) || !isJsonObject(schemas)) return
  setOwn(document, 'components', { ...components, schemas: { ...schemas, [key]: value } })
}
