import type { Reference, Schema } from './types.js'

/** Keywords beside a `$ref` that do not change what is valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set<keyof Schema>([
  'pointer',
  'location',
  'ref',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
])

/** What a schema refers to, if it is nothing but a reference. */
export function plainReference(schema: Schema): Reference | undefined {
  return Object.keys(schema).every((key) => ANNOTATIONS.has(key)) ? schema.ref : undefined
}
