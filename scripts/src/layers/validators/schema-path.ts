/** Where schemas stand in a document, as issues tell it. */
import { type Code, code, identifier, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'

/** A schema that several places of a document have, so that functions for it are told where it stands. */
export interface MovableSchema extends Schema {
  /** From there. */
  readonly pointer: string
  readonly location?: never
  readonly isMovable: true
}

/** Whether functions for a schema are told where it stands. */
export function isMovable(schema: Schema): schema is MovableSchema {
  return 'isMovable' in schema
}

/** Where a schema stands in a document, as a URI with a fragment; a movable one, from where it was moved to. */
export function placeOf(schema: Schema): string {
  return isMovable(schema) ? schema.pointer : (schema.location ?? `#${schema.pointer}`)
}

/** A schema that says nothing, in the place of another. */
export function withoutKeywords(schema: Schema): Schema {
  const { pointer, location } = schema
  const moved: MovableSchema = { pointer, isMovable: true }
  return isMovable(schema) ? moved : { pointer, ...(location !== undefined && { location }) }
}

const variable = identifier('schemaPath')

/** The parameters of functions for a schema that are told where it stands. */
export function pathParameters(schema: Schema): { readonly name: string; readonly type: Code }[] {
  return isMovable(schema) ? [{ name: 'schemaPath', type: code`string` }] : []
}

/** What a function for a schema hands to another for the same, or for one inside it: where it stands, if it was told. */
export function pathArguments(schema: Schema): Code[] {
  return isMovable(schema) ? [variable] : []
}

/** The variable `schemaPath` of a function: where its schema stands, from which it tells where those inside it do. */
export class SchemaPath {
  readonly #schema: Schema
  readonly #base: string
  #isUsed = false

  /** @param schema the schema that the function is made for. */
  constructor(schema: Schema) {
    this.#schema = schema
    this.#base = isMovable(schema) ? '' : placeOf(schema)
  }

  /** Where a schema stands, or a keyword of it, as an expression. */
  of(schema: Schema, keyword?: string): Code {
    const place = keyword === undefined ? placeOf(schema) : `${placeOf(schema)}/${keyword}`
    if (place !== this.#base && !place.startsWith(`${this.#base}/`)) return literal(place)
    this.#isUsed = true
    return place === this.#base ? variable : code`${variable} + ${literal(place.slice(this.#base.length))}`
  }

  /** The statement that declares the variable, if it is used so far and no parameter. */
  get declaration(): Code[] {
    if (!this.#isUsed || isMovable(this.#schema)) return []
    return [code`const ${variable} = ${literal(this.#base)}`]
  }
}
