/**
 * Where in JSON what is that stands for values which JSON does not have. Each property says it of the keyword of JSON Schema that has its
 * name; what none speaks of stays as it is.
 */
export interface Codec {
  /** What the value itself becomes. */
  readonly read?: ReadValue
  /** Codecs that are all for the value. */
  readonly allOf?: readonly InnerCodec[]
  readonly properties?: { readonly [name: string]: InnerCodec | undefined }
  readonly patternProperties?: readonly (readonly [pattern: RegExp, codec: InnerCodec | undefined])[]
  /** Of properties that neither `properties` nor `patternProperties` speak of. */
  readonly additionalProperties?: InnerCodec
  readonly prefixItems?: readonly (InnerCodec | undefined)[]
  /** Of the items behind those of `prefixItems`. */
  readonly items?: InnerCodec
  /** Codecs by the value of a property. */
  readonly tag?: { readonly property: string; readonly codecs: { readonly [value: string]: InnerCodec } }
  /** Alternatives, of which the first counts that makes what is valid. */
  readonly choice?: readonly Alternative[]
}

/** A codec, or what gives one: codecs may lead to each other. */
export type InnerCodec = Codec | (() => Codec)

/** An alternative. */
export interface Alternative {
  readonly codec: InnerCodec
  /** Whether a value is valid; absent where it is if it was converted. */
  readonly is?: (value: unknown) => boolean
}

/**
 * The value that a JSON value stands for; itself if it stands for none, for the validator to report. `digits` are those of a number, where
 * a number of JavaScript might not have all of them.
 */
export type ReadValue = (json: unknown, digits?: string) => unknown
