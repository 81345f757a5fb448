import {
  type Issue,
  type StandardSchema,
  type ValidateOptions,
  ValidationError,
  type ValidationResult,
} from '../validation.js'
import type { Check } from './place.js'

const DEFAULT_LIMIT = 100

/** The issues of a value that is known to have some. */
export function issuesOf(check: Check, value: unknown, options?: ValidateOptions): readonly Issue[] {
  const issues: Issue[] = []
  check(value, { issues, limit: options?.maxIssues ?? DEFAULT_LIMIT, schema: '#' })
  return issues
}

/** The error of a value that is known to have issues. */
export function invalid(what: string, check: Check, value: unknown): ValidationError {
  return new ValidationError(what, issuesOf(check, value))
}

/** A Standard Schema of a validator. */
export function standardSchema<T>(validate: (value: unknown) => ValidationResult<T>): StandardSchema<T> {
  return { '~standard': { version: 1, vendor: 'openapi-strata', validate: (value) => validate(value) } }
}
