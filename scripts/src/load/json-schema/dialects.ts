import { isJsonObject, type JsonObject, own } from '../../json.js'
import { valueAt } from '../../pointer.js'
import { describe, quote } from '../describe.js'
import { failure, type Failure, isFailure } from '../problem.js'
import { type Dialect, type DialectName, dialectOf, namedDialect } from './dialect.js'
import { isForeign } from './index-schemas.js'
import type { SchemaRegistry } from './registry.js'
import type { Resource } from './resource.js'
import { resolveUri } from './uri.js'
import { vocabularies } from './vocabularies.js'

/** What dialects are found by. */
export interface DialectSettings {
  /** That of schemas without `$schema`. */
  readonly dialect: DialectName
  /** Whether `format` is asserted where the dialect itself leaves that open. */
  readonly assertsFormats: boolean
}

/** Says which dialect a schema is of, by the `$schema` around it (JSON Schema 2020-12, Core 8.1.1 and 8.1.2). */
export class Dialects {
  readonly #registry: SchemaRegistry
  readonly #settings: DialectSettings
  readonly #known = new Map<string | undefined, Dialect | Failure>()

  constructor(registry: SchemaRegistry, settings: DialectSettings) {
    this.#registry = registry
    this.#settings = settings
  }

  /** The dialect of the schemas of a resource. */
  of(resource: Resource): Dialect | Failure {
    const uri = resource.dialect?.uri
    const known = this.#known.get(uri)
    if (known !== undefined) return known
    const found = this.#find(resource, new Set())
    this.#known.set(uri, found)
    return found
  }

  #find(resource: Resource, passed: Set<string>): Dialect | Failure {
    const uri = resource.dialect?.uri
    const { dialect, assertsFormats } = this.#settings
    if (uri === undefined) return namedDialect(dialect, assertsFormats)
    const name = nameOf(uri)
    // A meta-schema of itself that lists no vocabularies leaves the choice to us.
    if (name !== undefined || passed.has(uri)) return namedDialect(name ?? '2020-12', assertsFormats)
    if (isForeign(resource)) return notSupported(uri)
    const metaschema = this.#registry.resource(resolveUri(uri, ''))
    if (metaschema === undefined) return unknown(uri)
    if (isFailure(metaschema)) return metaschema
    const schema = valueAt(metaschema.document.value, metaschema.pointer) ?? null
    const vocabulary = isJsonObject(schema) ? own(schema, '$vocabulary') : undefined
    if (vocabulary === undefined) return this.#find(metaschema, passed.add(uri))
    if (isJsonObject(vocabulary)) return this.#compose(uri, vocabulary)
    return failure(
      `the dialect ${quote(uri)} is not usable: its \`$vocabulary\` must be an object, found ${describe(vocabulary)}`,
      'Correct the meta-schema.',
    )
  }

  #compose(uri: string, vocabulary: JsonObject): Dialect | Failure {
    const required = Object.keys(vocabulary).filter((name) => vocabulary[name] === true)
    const missing = required.filter((name) => !vocabularies.has(name))
    if (missing.length === 0) return dialectOf(Object.keys(vocabulary), this.#settings.assertsFormats)
    return failure(
      `the dialect ${quote(uri)} requires what is not known: ${missing.map(quote).join(', ')}`,
      'Known are the vocabularies of JSON Schema 2020-12 and of OpenAPI 3.1.',
    )
  }
}

function nameOf(uri: string): DialectName | undefined {
  if (/^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/.test(uri)) return '2020-12'
  return /^https:\/\/spec\.openapis\.org\/oas\/3\.1\/(?:dialect|schema)\/[-\w]+#?$/.test(uri)
    ? 'openapi-3.1'
    : undefined
}

function notSupported(uri: string): Failure {
  return failure(`the dialect ${quote(uri)} is not supported`, 'Convert the schema to JSON Schema 2020-12.')
}

function unknown(uri: string): Failure {
  return failure(
    `the dialect ${quote(uri)} is not known`,
    'Give its meta-schema in `remotes`, under this URI.',
  )
}
