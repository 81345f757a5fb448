/** The part of the intermediate representation that is about schemas. */
import type { JsonValue } from '../json.js'
import type { ValueName } from '../value-schema.js'

/** The primitive type names of JSON Schema (Validation 6.1.1). */
export type TypeName = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string'

/** A schema of JSON Schema 2020-12, every keyword checked. An absent property is an absent keyword. */
export interface Schema {
  /** Place of the schema in the document. */
  readonly pointer: string
  /** The same as a URI reference, where that is not `#` and the pointer: the schema was moved from there, or from another document. */
  readonly location?: string
  /** Set on the boolean schemas: `true` accepts everything, `false` nothing. No other property is set then. */
  readonly boolean?: boolean
  /** `$ref`, resolved. */
  readonly ref?: Reference

  readonly type?: readonly TypeName[]
  /**
   * What values are that JSON does not have; null may stand for them where `type` has it. The other keywords say what they are in JSON,
   * but `type` of a `Blob` is `object` alone.
   */
  readonly value?: ValueName
  readonly enum?: readonly JsonValue[]
  readonly const?: JsonValue

  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number

  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: Pattern
  readonly format?: string

  readonly prefixItems?: readonly Schema[]
  readonly items?: Schema
  readonly contains?: Schema
  readonly minContains?: number
  readonly maxContains?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean

  readonly properties?: readonly Property[]
  readonly required?: readonly string[]
  readonly patternProperties?: readonly PatternProperty[]
  readonly additionalProperties?: Schema
  readonly propertyNames?: Schema
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly dependentRequired?: readonly DependentRequired[]
  readonly dependentSchemas?: readonly Property[]

  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema

  readonly unevaluatedItems?: Schema
  readonly unevaluatedProperties?: Schema

  /** What tells which alternative a value is meant to be; it changes nothing of what is valid. */
  readonly discriminator?: Discriminator

  /** What a string holds (Validation 8), which is not looked at: it changes nothing of what is valid. */
  readonly contentEncoding?: string
  readonly contentMediaType?: string
  readonly contentSchema?: Schema

  readonly title?: string
  readonly description?: string
  readonly default?: JsonValue
  readonly examples?: readonly JsonValue[]
  readonly deprecated?: boolean
  readonly readOnly?: boolean
  readonly writeOnly?: boolean
}

/** A Discriminator Object (OpenAPI 3.1.1, 4.8.25) that tells the alternatives of `oneOf`, or else of `anyOf`, apart. */
export interface Discriminator {
  /** The property whose value names the alternative. */
  readonly property: string
  /** Values of the property, and the index of the alternative that each stands for. */
  readonly values: readonly { readonly value: string; readonly alternative: number }[]
}

/** A resolved `$ref`: `name` is that of a {@link NamedSchema}. */
export interface Reference {
  readonly name: string
  readonly pointer: string
}

/** A regular expression of ECMA-262, proved to compile. `flags` is `u`, or empty where only the legacy grammar accepts it. */
export interface Pattern {
  readonly source: string
  readonly flags: 'u' | ''
}

/** An entry of `properties` or `dependentSchemas`. */
export interface Property {
  readonly name: string
  readonly schema: Schema
}

/** An entry of `patternProperties`. */
export interface PatternProperty {
  readonly pattern: Pattern
  readonly schema: Schema
}

/** An entry of `dependentRequired`: where `name` is present, `required` must be too. */
export interface DependentRequired {
  readonly name: string
  readonly required: readonly string[]
}

/** The values that a schema lists, where they get an object to name them. */
export interface Enum {
  /** In the order of the document. */
  readonly members: readonly EnumMember[]
  /** Whether null is valid beside them. */
  readonly isNullable: boolean
}

/** A value of an {@link Enum}. */
export interface EnumMember {
  /** An identifier, unique in the enum. */
  readonly key: string
  readonly value: string | number
  readonly description?: string
}
