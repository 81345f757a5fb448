import {
  type Issue,
  type JsonSchemaOptions,
  type StandardSchema,
  type ValidateOptions,
  ValidationError,
  type ValidationResult,
} from '../validation.js'
import { type JsonSchemaDefinition, toJsonSchema } from './json-schema.js'
import { type Check, type Findings, root } from './place.js'

const DEFAULT_LIMIT = 100

/** The value, which is a `T` if its check finds nothing, or what the check finds. */
export function validated<T>(check: Check, value: unknown, options?: ValidateOptions): ValidationResult<T> {
  const issues = issuesOf(check, value, options)
  return issues.length === 0 ? { value: value as T } : { issues }
}

/** The issues of a value. At least one is looked for, as a value without any is valid. */
export function issuesOf(check: Check, value: unknown, options?: ValidateOptions): readonly Issue[] {
  const limit = Math.max(1, options?.maxIssues ?? DEFAULT_LIMIT)
  const findings: Findings = { issues: [], deferred: undefined, limit, nesting: 0 }
  check(value, root(findings))
  return findings.deferred?.settle(findings) ?? findings.issues
}

/** The error of a value that is known to have issues. */
export function invalid(what: string, check: Check, value: unknown): ValidationError {
  return new ValidationError(what, issuesOf(check, value))
}

/** A Standard Schema of a validator and of what it validates in JSON Schema. */
export function standardSchema<T>(
  validate: (value: unknown) => ValidationResult<T>,
  definition: JsonSchemaDefinition,
): StandardSchema<T> {
  const convert = ({ target }: JsonSchemaOptions) => toJsonSchema(definition, target)
  return {
    '~standard': {
      version: 1,
      vendor: 'openapi-strata',
      validate: (value) => validate(value),
      jsonSchema: { input: convert, output: convert },
    },
  }
}
