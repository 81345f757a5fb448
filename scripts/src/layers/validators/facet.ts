import { type Code, code, join, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Schema } from '../../model/types.js'
import { helper } from './runtime.js'
import type { SchemaPath } from './schema-path.js'

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
  /** The call that says of a property which a schema requires that it is missing, too; only where the facet fails without a value. */
  readonly reportRequired?: (requiring: Schema) => Report
}

/** Where issues are reported, as code: at the place that a function was called for, or further in. */
export interface Where {
  /** The place as an expression. */
  readonly place: Code
  /** The arguments of a function that is called for the place: where it is one step from another, that need not be made only to report an issue. */
  readonly argument: Code
  /** The function's own variable. */
  readonly schemaPath: SchemaPath
}

/** The call that reports a failure somewhere. */
export type Report = (where: Where) => Code

/** The call that reports a keyword with a message of its own. */
export function reported(schema: Schema, keyword: string, message: Code, params: JsonObject): Report {
  return ({ argument, schemaPath }) =>
    code`${helper('report', 'report')}(${join([literal(keyword), message, literal(params), schemaPath.of(schema, keyword), argument], ', ')})`
}

/** The call of a shipped function that reports a keyword, given what was found and what the keyword demands. */
export function reporting(
  name: string,
  given: readonly Code[],
  schema: Schema,
  keyword?: string,
  file = 'reports',
): Report {
  return ({ argument, schemaPath }) =>
    code`${helper(file, name)}(${join([...given, schemaPath.of(schema, keyword), argument], ', ')})`
}
