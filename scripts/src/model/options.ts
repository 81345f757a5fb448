/** How the types layer prints component schemas that list strings or numbers. */
export const enumStyles = ['union', 'const'] as const

/** What becomes of values in responses that no `enum` lists. */
export const unknownEnumPolicies = ['refuse', 'tolerate'] as const

/** What a `date-time` becomes in memory. */
export const dateTimeTypes = ['string', 'Date', 'Temporal'] as const

/** What an `int64` becomes in memory. */
export const int64Types = ['number', 'bigint'] as const

/** What of a model is not said by its document. */
export interface ModelOptions {
  /** Default: `union`. */
  readonly enums?: (typeof enumStyles)[number]
  /** Default: `refuse`. */
  readonly unknownEnumValues?: (typeof unknownEnumPolicies)[number]
  /** Default: `string`. With `Temporal`, a `date` becomes a `Temporal.PlainDate`, too. */
  readonly dateTime?: (typeof dateTimeTypes)[number]
  /** Default: `number`. */
  readonly int64?: (typeof int64Types)[number]
  /** The package that `Temporal` is imported from, or `global`. Default: `global`. */
  readonly temporal?: string
}
