import type { Codec, CodecReference } from '../codec-types.js'
import type { Schema } from '../types.js'
import type { Lookup } from '../value-types.js'

/** What reading codecs needs. */
export interface CodecContext {
  readonly lookup: Lookup
  /** The pointers of the schemas that hold values to convert. */
  readonly holding: ReadonlySet<string>
  /** The reference to the schema at a pointer; to say whether a value is its own, a schema may have to get a name. */
  readonly refer: (schema: Schema) => CodecReference
}

/** Codecs that are all for the same value, as one. */
export function together(codecs: readonly Codec[]): Codec | undefined {
  return codecs.length > 1 ? { allOf: codecs } : codecs[0]
}
