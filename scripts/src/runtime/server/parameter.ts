import { decodeScalar, type ScalarType } from './scalar.js'

/** Where a parameter travels (OpenAPI 3.1, 4.8.12.1). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'

/** How the value of a parameter is written in a request. */
export interface ParameterFormat {
  readonly in: ParameterLocation
  readonly name: string
  /** What a text of it may mean beside a string. */
  readonly types?: readonly ScalarType[]
  /** Whether the value is an array, of which each item is a text of its own (`tag=a&tag=b`). */
  readonly isArray?: boolean
}

/** Gives the decoded texts of a parameter. */
export type TextSource = (name: string) => readonly string[]

/**
 * The value of a parameter, `undefined` if it is absent. Several texts where one should be are an array, which no schema of a
 * single value accepts.
 */
export function decodeParameter({ name, types, isArray }: ParameterFormat, source: TextSource): unknown {
  const values = source(name).map((text) => decodeScalar(text, types))
  if (values.length === 0) return undefined
  return isArray || values.length > 1 ? values : values[0]
}
