import type { JsonObject, JsonValue } from '../../scripts/src/json.js'

/** What is timed: a value to a boolean, a value to all of its issues, or one of the ways in which a program takes a value in. */
export type Task = 'is' | 'issues' | 'assert' | 'parse' | 'parseKnown'

/** One thing that keeps a value from being valid. */
export interface Finding {
  /** The place in the value, as a JSON Pointer. */
  readonly pointer: string
  readonly message: string
}

/** A value that is not valid, and where. */
export interface InvalidValue {
  readonly value: JsonValue
  /** JSON pointers of the places that a complete report names. */
  readonly at: readonly string[]
}

/** Where the check is that a careful person writes for the same schema, with the same answers. */
export interface ByHandExports {
  /** From the folder `by-hand`, without extension. */
  readonly module: string
  /** Name of the function to a boolean. */
  readonly is: string
  /** Name of the function to a list of findings, if there is one. */
  readonly issuesOf?: string
  /** Name of the function to a copy with the known properties alone, if there is one. */
  readonly known?: string
}

/** A schema, with values to prove each contestant right on and to time it with. */
export interface BenchCase {
  readonly title: string
  /** Key of the schema that is timed. */
  readonly root: string
  /** The schema and those that it refers to, as component schemas of an OpenAPI 3.1 document. */
  readonly schemas: JsonObject
  readonly tasks: readonly Task[]
  readonly valid: readonly JsonValue[]
  readonly invalid: readonly InvalidValue[]
  /** What is timed: usually fewer values than are proved. */
  readonly timed: { readonly valid: readonly JsonValue[]; readonly invalid: readonly JsonValue[] }
  readonly byHand: ByHandExports
}
