import { type Code, code, identifier, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Schema } from '../../model/types.js'
import { helper } from './runtime.js'

/** A condition and its opposite. */
export interface Comparison {
  readonly holds: Code
  readonly fails: Code
}

/**
 * A keyword that is one comparison: when it holds, when it fails, and the call that reports it. The boolean path and the
 * reporting path both print facets, so that they cannot disagree.
 */
export interface Facet extends Comparison {
  readonly report: Report
}

/** Where issues are reported, as code: at the place that a function was called for, or further in. */
export interface Where {
  /** The place as an expression. */
  readonly place: Code
  /** The arguments of a function that is called for the place. */
  readonly argument: Code
  /** Whether the place is one step from another, which need not be made only to report an issue there. */
  readonly isStep: boolean
}

/** The call that reports a failure somewhere. */
export type Report = (where: Where) => Code

/** What is said of a failure. */
export interface Failure {
  readonly keyword: string
  /** What was expected and what was found, as an expression. */
  readonly message: Code
  /** Where the keyword stands, as an expression. */
  readonly schemaPath: Code
  /** What the keyword demands, for a program, as an expression. */
  readonly params?: Code
}

/** The call that reports a keyword of a schema. */
export function reported(schema: Schema, keyword: string, message: Code, params?: JsonObject): Report {
  const failure = { keyword, message, schemaPath: schemaPath(schema, keyword) }
  return reportedAs(params === undefined ? failure : { ...failure, params: literal(params) })
}

/** The call that reports a failure. */
export function reportedAs({ keyword, message, schemaPath: path, params }: Failure): Report {
  return ({ argument, isStep }) => code`
    ${helper('report', isStep ? 'reportIn' : 'report')}(${argument}, {
      keyword: ${literal(keyword)},
      message: ${message},
      schemaPath: ${path},
      ${params === undefined ? [] : code`params: ${params},`}
    })
  `
}

/** A schema that several places of a document have, so that functions for it are told where it stands: in `schemaPath`. */
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

/** The parameter of a function that is told where a schema stands. */
const schemaPathParameter = identifier('schemaPath')

/** What a function for a schema hands to another for the same, or for one inside it: where it stands, if it was told. */
export function placeArguments(schema: Schema): Code[] {
  return isMovable(schema) ? [schemaPathParameter] : []
}

/** Where a keyword of a schema stands, or the schema itself, as a URI with a fragment, in an expression. */
export function schemaPath(schema: Schema, keyword?: string): Code {
  const place = isMovable(schema) ? schema.pointer : placeOf(schema)
  const path = keyword === undefined ? place : `${place}/${keyword}`
  if (!isMovable(schema)) return literal(path)
  return path === '' ? schemaPathParameter : code`${schemaPathParameter} + ${literal(path)}`
}

/** Where a schema stands in a document, as a URI with a fragment. */
export function placeOf({ pointer, location }: Schema): string {
  return location ?? `#${pointer}`
}
