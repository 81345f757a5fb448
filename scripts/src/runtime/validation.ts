/** One thing that keeps a value from being valid. */
export interface Issue {
  /** Keys and indexes from the root of the value to the place of the issue. */
  readonly path: readonly (string | number)[]
  /** `path` as a JSON Pointer (RFC 6901); empty for the root. */
  readonly pointer: string
  /** The keyword of JSON Schema that failed. */
  readonly keyword: string
  /** What was expected and what was found, to be read after the name of the place. */
  readonly message: string
  /** Where the keyword stands in the OpenAPI document, as a URI fragment. */
  readonly schemaPath: string
  /** What the keyword demands, for a program to make a message of its own. */
  readonly params?: Readonly<Record<string, unknown>>
}

/** The value, typed, or every issue that it has. */
export type ValidationResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] }

/** Options of a validation. */
export interface ValidateOptions {
  /** How many issues to report at most, 1 or more; default 100, so that a hostile value cannot make millions. */
  readonly maxIssues?: number
}

/** A value is not what it has to be. */
export class ValidationError extends Error {
  override readonly name: string = 'ValidationError'
  readonly issues: readonly Issue[]

  /** @param what the name of the type that was expected. */
  constructor(what: string, issues: readonly Issue[]) {
    super(`Not a valid ${what}: ${issues.map(formatIssue).join('; ')}`)
    this.issues = issues
  }
}

/** An issue in one line: its place, unless that is the root, and its message. */
export function formatIssue({ pointer, message }: Issue): string {
  return pointer === '' ? message : `${pointer} ${message}`
}

/**
 * A schema that other libraries can validate with, and whose JSON Schema they can ask for: Standard Schema and Standard JSON Schema,
 * version 1 (https://standardschema.dev).
 */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'openapi-strata'
    readonly validate: (value: unknown) => ValidationResult<T>
    /** What values are in JSON Schema; the same for both, since validating changes no value. */
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>
    }
    /** Never set: only carries the types for inference. */
    readonly types?: { readonly input: T; readonly output: T } | undefined
  }
}

/** Options of a conversion to JSON Schema. */
export interface JsonSchemaOptions {
  /**
   * The dialect: `draft-2020-12`, or `draft-07`, which has no `minContains`, `maxContains`, `unevaluatedItems` and
   * `unevaluatedProperties`. The conversion throws an `Error` for a schema with these, and for any other target.
   */
  readonly target: 'draft-2020-12' | 'draft-07' | (string & {})
}
