import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import type { Dialect } from './dialect.js'
import type { Resource, SchemaPlace } from './resource.js'
import { mapSubschemas } from './subschemas.js'

/** A reference that stands in a schema. A resource inside another counts as one to itself, by its `$id`. */
export interface SchemaReference {
  readonly keyword: '$ref' | '$dynamicRef' | '$id'
  readonly value: JsonValue
  /** The resource that it stands in. */
  readonly resource: Resource
  /** JSON Pointer of the schema that it stands in, in the document. */
  readonly pointer: string
}

/** What copying a schema needs to know, and tells. */
export interface CopyContext {
  readonly dialect: Dialect
  /** Gives the `$ref` to write for a reference; undefined for one that leads nowhere. */
  readonly refer: (reference: SchemaReference) => string | undefined
  /** Is told of each schema to which the way in the copy is another than in the original; both are JSON Pointers. */
  readonly moved: (copy: string, original: string) => void
}

/**
 * A copy of one schema and those inside it that apply to the same value or its parts, in which each reference is a `$ref` and
 * nothing is left that its dialect does not count. Resources inside it are referred to.
 */
export function copySchema({ resource, pointer, value }: SchemaPlace, context: CopyContext): JsonValue {
  return new Copier(resource, context).schema(value, pointer, '')
}

/** Makes a schema that is to stand at a JSON Pointer of the copy. */
type Member = (to: string) => JsonValue

class Copier {
  readonly #resource: Resource
  readonly #context: CopyContext

  constructor(resource: Resource, context: CopyContext) {
    this.#resource = resource
    this.#context = context
  }

  /** Copies the schema at `from` in the document to `to` in the copy, be it another resource or not. */
  schema(value: JsonValue, from: string, to: string): JsonValue {
    if (!isJsonObject(value)) return value
    const { dialect } = this.#context
    const schema = dialect.translate(value)
    const kept = Object.entries(schema).filter(([keyword, it]) => it !== undefined && this.#counts(keyword))
    const copy = Object.fromEntries(
      kept.map(([keyword, it]) => [keyword, this.#keyword(keyword, it, from, to)]),
    )
    const references = this.#references(schema, from)
    const [first, ...others] = references.map(($ref) => ({ $ref }))
    const dependencies = dialect.keywords.has('dependencies') ? this.#dependencies(schema, from) : []
    const members = [...others.map((reference) => () => reference), ...dependencies]
    return this.#withMembers({ ...first, ...copy }, members, from, to)
  }

  /** Whether a keyword is copied as it is. */
  #counts(keyword: string): boolean {
    const { keywords, assertsFormats } = this.#context.dialect
    return keywords.has(keyword) && keyword !== 'dependencies' && (keyword !== 'format' || assertsFormats)
  }

  #keyword(keyword: string, value: JsonValue, from: string, to: string): JsonValue {
    return mapSubschemas(keyword, value, ({ value: inner, tokens }) =>
      this.#inner(inner, tokens.reduce(childPointer, from), tokens.reduce(childPointer, to)),
    )
  }

  /** A schema inside the one that is being copied: referred to, if it is a resource of its own. */
  #inner(value: JsonValue, from: string, to: string): JsonValue {
    const resource = this.#resource.document.schemas.get(from)
    if (resource === undefined || resource === this.#resource) return this.schema(value, from, to)
    const $ref = this.#context.refer({ keyword: '$id', value: '', resource, pointer: from })
    return $ref === undefined ? {} : { $ref }
  }

  #references(schema: JsonObject, pointer: string): string[] {
    return (['$ref', '$dynamicRef'] as const).flatMap((keyword) => {
      const value = own(schema, keyword)
      if (value === undefined) return []
      return this.#context.refer({ keyword, value, resource: this.#resource, pointer }) ?? []
    })
  }

  /** `dependencies` of earlier drafts, of which 2020-12 made two keywords (Core, appendix on changes). */
  #dependencies(schema: JsonObject, from: string): Member[] {
    const dependencies = own(schema, 'dependencies')
    if (dependencies === undefined || !isJsonObject(dependencies)) return []
    const entries = Object.entries(dependencies)
    const required = entries.filter(([, it]) => Array.isArray(it))
    const schemas = entries.filter(([, it]) => !Array.isArray(it))
    return [
      (to) => ({
        dependentRequired: Object.fromEntries(required),
        dependentSchemas: Object.fromEntries(
          schemas.map(([name, it]) => {
            const original = ['dependencies', name].reduce(childPointer, from)
            const copy = ['dependentSchemas', name].reduce(childPointer, to)
            this.#context.moved(copy, original)
            return [name, this.#inner(it, original, copy)]
          }),
        ),
      }),
    ]
  }

  /** The schema with further members of its `allOf`. */
  #withMembers(copy: JsonObject, members: readonly Member[], from: string, to: string): JsonObject {
    if (members.length === 0) return copy
    const existing = own(copy, 'allOf') ?? []
    if (!Array.isArray(existing)) return copy
    const added = members.map((member, index) => {
      const place = `${to}/allOf/${existing.length + index}`
      this.#context.moved(place, from)
      return member(place)
    })
    return { ...copy, allOf: [...existing, ...added] }
  }
}
