/** The part of the intermediate representation that is about what values become that JSON does not have. */
import type { ValueName } from '../value-schema.js'
import type { Pattern } from './schema-types.js'

/** Where in the JSON of a schema what stands for values that JSON does not have. Each property says it of the keyword of its name. */
export interface Codec {
  /** What the value itself becomes. */
  readonly value?: Exclude<ValueName, 'Blob'>
  /** The {@link NamedSchema} whose codec it is. */
  readonly ref?: CodecReference
  readonly allOf?: readonly Codec[]
  /** Of each property of which something is to be said; with `additionalProperties` all that are not additional. */
  readonly properties?: readonly CodecProperty[]
  readonly patternProperties?: readonly { readonly pattern: Pattern; readonly codec?: Codec }[]
  readonly additionalProperties?: Codec
  readonly prefixItems?: readonly (Codec | undefined)[]
  readonly items?: Codec
  /** Alternatives that the values of a property tell apart. */
  readonly tag?: CodecTag
  /** Alternatives that nothing but their validators tells apart, in the order in which they are tried. */
  readonly choice?: readonly CodecChoice[]
}

/** Of a property; without codec, it stays as it is. */
export interface CodecProperty {
  readonly name: string
  readonly codec?: Codec
}

/** Codecs by the value of a property. */
export interface CodecTag {
  readonly property: string
  readonly values: readonly { readonly value: string; readonly codec: Codec }[]
}

/** An alternative. */
export interface CodecChoice {
  readonly codec: Codec
  /** The {@link NamedSchema} that says whether a value is the alternative's; absent where a conversion that succeeds shows it. */
  readonly is?: CodecReference
}

/** What another schema is called, once names are settled. */
export interface CodecReference {
  readonly pointer: string
  readonly name: string
}
