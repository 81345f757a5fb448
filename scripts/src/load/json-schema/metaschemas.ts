import { readFileSync } from 'node:fs'
import type { JsonValue } from '../../json.js'

const DRAFT = 'https://json-schema.org/draft/2020-12/'

const PATHS: ReadonlySet<string> = new Set([
  'schema',
  'meta/applicator',
  'meta/content',
  'meta/core',
  'meta/format-annotation',
  'meta/format-assertion',
  'meta/meta-data',
  'meta/unevaluated',
  'meta/validation',
])

/** The meta-schema of JSON Schema 2020-12 that has this URI, or undefined if it is none. */
export function metaschema(uri: string): JsonValue | undefined {
  const path = uri.startsWith(DRAFT) ? uri.slice(DRAFT.length) : ''
  if (!PATHS.has(path)) return undefined
  // The package holds them beside the folder of the sources, be that `src` or `dist`.
  return JSON.parse(
    readFileSync(new URL(`../../../metaschemas/2020-12/${path}.json`, import.meta.url), 'utf8'),
  )
}
