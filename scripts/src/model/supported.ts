import type { JsonObject } from '../json.js'
import { fail, member, mismatch, type Source } from './source.js'

/**
 * What is not yet supported, so that meeting it is an error and nothing of a document is silently ignored. Keywords that are
 * neither here nor in `keywords.ts` do not change what is valid.
 */

const BY_POINTER = 'Refer to schemas by JSON pointer, as in "#/components/schemas/Agent"'

/** Keywords of JSON Schema 2020-12 that change what is valid and are not yet supported, and what to write instead. */
export const unsupportedKeywords: ReadonlyMap<string, string> = new Map([
  ['$anchor', BY_POINTER],
  ['$dynamicAnchor', BY_POINTER],
  ['$dynamicRef', BY_POINTER],
  ['$id', BY_POINTER],
  ['$recursiveAnchor', BY_POINTER],
  ['$recursiveRef', BY_POINTER],
  ['$vocabulary', 'Take it out: all vocabularies of JSON Schema 2020-12 are used'],
])

/** The dialects that `$schema` and `jsonSchemaDialect` may name. */
const supportedDialects: ReadonlySet<string> = new Set([
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
])

/** Deepest nesting of a document. What it protects are the stacks of everything that follows. */
export const DEEPEST = 500

/** Refuses what of the document as a whole is not yet supported. */
export function refuseUnsupported(root: Source<JsonObject>): void {
  const dialect = member(root, 'jsonSchemaDialect')
  if (dialect !== undefined) checkDialect(dialect)
}

/** Refuses a dialect of JSON Schema, the value of `$schema` or `jsonSchemaDialect`, that is not yet supported. */
export function checkDialect(source: Source): void {
  const { value } = source
  if (typeof value !== 'string') mismatch(source, 'the URI of a dialect of JSON Schema')
  else if (!supportedDialects.has(value.replace(/#$/, ''))) {
    fail(
      source,
      `The dialect ${value} is not yet supported`,
      `Supported are ${[...supportedDialects].join(' and ')}`,
    )
  }
}
