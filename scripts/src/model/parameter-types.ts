/** The part of the intermediate representation that is about parameters, and how texts are read. */
import type { Schema, TypeName } from './schema-types.js'

/** Where a parameter travels. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'

/** How the value of a parameter becomes text (OpenAPI 3.1, 4.8.12.3). */
export type ParameterStyle =
  'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'

/** A parameter of an operation, its defaults (OpenAPI 3.1, 4.8.12) filled in. */
export interface Parameter {
  readonly name: string
  readonly in: ParameterLocation
  readonly required: boolean
  readonly deprecated: boolean
  readonly description?: string
  readonly style: ParameterStyle
  readonly explode: boolean
  readonly allowReserved: boolean
  /** Whether an empty text stands for no value. */
  readonly allowEmptyValue: boolean
  /** Whether the value is written as JSON text, in no style: the parameter is described by `content`. */
  readonly isJson: boolean
  readonly schema: Schema
  /** What the texts of its value may stand for, all references followed. */
  readonly reading: Reading
  /** Names in the query that `reading.others` does not take, because they are those of other parameters or of a credential. */
  readonly taken?: readonly string[]
  readonly pointer: string
}

/**
 * What the texts of a value may stand for. Without any property, it is text as it is. Where it may be an array or object,
 * it may be a single text too only if there are `types`.
 */
export interface Reading {
  /** What one text may stand for; `string` only where there is something else that it could be. */
  readonly types?: readonly ScalarType[]
  /** The items, where the value may be an array. */
  readonly array?: Reading
  /** The members that are known by name, where the value may be an object. */
  readonly object?: Readonly<Record<string, Reading>>
  /** The other members, where the object may have some that are worth reading. */
  readonly others?: Reading
  /** Whether the text may be an array or object as JSON, because the style of the parameter has no text for it. */
  readonly json?: true
  /** Whether the value may be bytes, in a part of multipart. */
  readonly blob?: true
  /** Whether there may be an array or object of which the texts are not read, because it is nested too deep. */
  readonly isTooDeep?: true
}

/** The types of which a value is one text. */
export type ScalarType = Exclude<TypeName, 'array' | 'object'>
