import { type Diagnostic, GeneratorError } from '../../diagnostics.js'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.js'
import { describe } from '../describe.js'
import type { Place } from '../place.js'
import { checkJson } from '../plain-json.js'
import {
  diagnostic,
  failure,
  type Failure,
  failureDiagnostics,
  isFailure,
  sortDiagnostics,
} from '../problem.js'
import { pointerOf } from '../reference.js'
import { copySchema, type SchemaReference } from './copy-schema.js'
import { type DialectSettings, Dialects } from './dialects.js'
import { resolveInScope } from './dynamic-scope.js'
import { Locations } from './locations.js'
import { SchemaRegistry } from './registry.js'
import { relevantNames } from './relevant-names.js'
import type { SchemaDocument, SchemaPlace } from './resource.js'
import { type ScopedComponent, ScopedComponents, tooManyCopies } from './scoped-components.js'
import { type Target, targetOf } from './target.js'

/** What a schema is lowered by. */
export interface LowerOptions extends DialectSettings {
  /** Key of the schema itself among the components. */
  readonly name: string
  /** The schemas that references may lead to, by URI. */
  readonly remotes: Readonly<Record<string, unknown>>
}

/** A schema as a document for the model. */
export interface LoweredSchema {
  /**
   * An OpenAPI 3.1 document with nothing but `components.schemas`: the schema itself, and each schema that is referred to. Each
   * reference in it is a `$ref` to one of these, and what would be another schema in another dynamic scope is one of its own.
   */
  readonly document: JsonObject
  /** Says of each schema in it where it came from. */
  readonly locations: Locations
}

/**
 * Lowers a schema of JSON Schema 2020-12, which is not changed, to one without identifiers and dialects.
 * @throws GeneratorError with every problem of its identifiers and references.
 */
export function lowerSchema(schema: unknown, options: LowerOptions): LoweredSchema {
  const checked = checkSchema(schema)
  if (isFailure(checked)) throw new GeneratorError(failureDiagnostics(checked, { pointer: '' }))
  const lowering = new Lowering(options)
  const lowered = lowering.run(checked.value)
  if (lowering.diagnostics.length > 0) throw new GeneratorError(sortDiagnostics(lowering.diagnostics))
  return lowered
}

function checkSchema(schema: unknown): { value: JsonValue } | Failure {
  if (typeof schema !== 'boolean' && !isJsonObject(schema)) {
    return failure(`a schema must be an object or a boolean, found ${describe(schema)}`, 'Pass a schema.')
  }
  return checkJson(schema, (tokens) => ({ pointer: pointerOf(tokens) }))
}

class Lowering {
  readonly diagnostics: Diagnostic[] = []
  readonly #name: string
  readonly #registry: SchemaRegistry
  readonly #dialects: Dialects

  constructor(options: LowerOptions) {
    this.#name = options.name
    this.#registry = new SchemaRegistry(options.remotes)
    this.#dialects = new Dialects(this.#registry, options)
  }

  run(schema: JsonValue): LoweredSchema {
    const root = this.#registry.add('', schema)
    const components = new ScopedComponents(relevantNames([root], (place) => this.#targets(place)))
    const locations = new Locations()
    const schemas: [string, JsonValue][] = []
    components.referTo(root, new Map(), this.#name)
    for (const component of components) {
      locations.add(component.key, component.place)
      schemas.push([component.key, this.#copy(component, components, locations)])
      if (!components.areTooMany) continue
      this.diagnostics.push(diagnostic('error', { pointer: '' }, tooManyCopies))
      break
    }
    this.#reportDocuments(components)
    const document = {
      openapi: '3.1.0',
      info: { title: this.#name, version: '' },
      paths: {},
      components: { schemas: Object.fromEntries(schemas) },
    }
    return { document, locations }
  }

  /** What the references in a schema lead to. Those that lead nowhere are reported later, where the schema is copied. */
  #targets(place: SchemaPlace): Target[] {
    const targets: Target[] = []
    const dialect = this.#dialects.of(place.resource)
    if (isFailure(dialect)) return targets
    const refer = (reference: SchemaReference): undefined => {
      const target = targetOf(reference, this.#registry)
      if (!isFailure(target)) targets.push(target)
    }
    copySchema(place, { dialect, refer, moved: () => undefined })
    return targets
  }

  #copy(
    { key, place, scope }: ScopedComponent,
    components: ScopedComponents,
    locations: Locations,
  ): JsonValue {
    const { resource } = place
    const dialect = this.#dialects.of(resource)
    if (isFailure(dialect)) {
      const { pointer } = resource.dialect ?? resource
      this.#report(dialect, placeIn(resource.document, `${pointer}/$schema`))
      return true
    }
    return copySchema(place, {
      dialect,
      refer: (reference) => {
        const target = targetOf(reference, this.#registry)
        if (!isFailure(target)) return components.referTo(resolveInScope(target, scope), scope)
        const { pointer, keyword } = reference
        this.#report(target, placeIn(reference.resource.document, `${pointer}/${keyword}`))
        return undefined
      },
      moved: (copy, original) => locations.move(key, copy, resource.document, original),
    })
  }

  /** Reports what is wrong with the identifiers of the documents that are used. */
  #reportDocuments(components: ScopedComponents): void {
    const used = new Set([...components].map(({ place }) => place.resource.document))
    for (const { problems } of used) this.diagnostics.push(...problems)
  }

  #report(cause: Failure, place: Place): void {
    this.diagnostics.push(...failureDiagnostics(cause, place))
  }
}

/** A place in the schema that was given, or in a remote one, which goes by its URI. */
function placeIn({ uri }: SchemaDocument, pointer: string): Place {
  return { pointer, ...(uri !== '' && { file: uri }) }
}
