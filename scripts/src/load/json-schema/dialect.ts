import { type JsonObject, own } from '../../json.js'
import { lowerExample } from '../lower/example.js'
import { lowerExclusiveBounds } from '../lower/exclusive-bounds.js'
import { lowerNullable } from '../lower/nullable.js'
import { keywords } from '../keywords.js'
import type { MutableObject } from '../mutable.js'
import { formatAssertion, vocabularies } from './vocabularies.js'

/** A dialect of schemas that can be chosen: JSON Schema 2020-12, the base dialect of OpenAPI 3.1, or the schemas of OpenAPI 3.0. */
export type DialectName = '2020-12' | 'openapi-3.1' | 'openapi-3.0'

/** What schemas of one dialect mean. */
export interface Dialect {
  /** The keywords that count, beside those that identify schemas and refer to them. */
  readonly keywords: ReadonlySet<string>
  /** Whether `format` counts, or else says nothing of what is valid. */
  readonly assertsFormats: boolean
  /** Says in JSON Schema 2020-12 what one schema says, without those inside it. */
  readonly translate: (schema: JsonObject) => JsonObject
}

/** The dialect that has these vocabularies. */
export function dialectOf(uris: Iterable<string>, assertsFormats: boolean): Dialect {
  const known = [...uris].filter((uri) => vocabularies.has(uri))
  return {
    keywords: new Set(known.flatMap((uri) => vocabularies.get(uri)!)),
    assertsFormats: assertsFormats || known.includes(formatAssertion),
    translate: (schema) => schema,
  }
}

/** A dialect by its name. */
export function namedDialect(name: DialectName, assertsFormats: boolean): Dialect {
  if (name === 'openapi-3.0') return { ...openapi30, assertsFormats }
  const uris = [...vocabularies.keys()].filter((uri) => uri !== formatAssertion)
  return dialectOf(
    uris.filter((uri) => name === 'openapi-3.1' || !uri.includes('/oas/')),
    assertsFormats,
  )
}

/** Keywords of OpenAPI 3.0 that say nothing of what is valid, and `$ref`, which is no matter of dialects. */
const NOT_LOWERED: ReadonlySet<string> = new Set(['$ref', 'discriminator', 'externalDocs', 'xml'])

const openapi30: Omit<Dialect, 'assertsFormats'> = {
  keywords: new Set([...keywords['3.0'].keys(), 'examples'].filter((keyword) => !NOT_LOWERED.has(keyword))),
  translate: (schema) => {
    // What stands beside a `$ref` is ignored (OpenAPI 3.0.3, 4.7.23.1).
    if (own(schema, '$ref') !== undefined) return { $ref: schema['$ref']! }
    const lowered: MutableObject = { ...schema }
    for (const rule of [lowerExclusiveBounds, lowerNullable, lowerExample]) rule(lowered)
    return lowered
  },
}
