import {
  type Issue,
  type StandardSchema,
  type ValidateOptions,
  ValidationError,
  type ValidationResult,
} from '../validation.js'
import { type Check, type Deferred, root } from './place.js'

const DEFAULT_LIMIT = 100

/** The issues of a value that is known to have some. */
export function issuesOf(check: Check, value: unknown, options?: ValidateOptions): readonly Issue[] {
  const limit = options?.maxIssues ?? DEFAULT_LIMIT
  const found: (Issue | Deferred)[] = []
  check(value, root({ found, limit, nesting: 0 }))
  return settle(found, limit)
}

/** The issues, in order, once all that was deferred is checked. */
function settle(found: readonly (Issue | Deferred)[], limit: number): Issue[] {
  const issues: Issue[] = []
  const open = [...found].reverse()
  while (open.length > 0 && issues.length < limit) {
    const next = open.pop()!
    if ('message' in next) {
      issues.push(next)
      continue
    }
    const inner: (Issue | Deferred)[] = []
    const findings = { found: inner, limit: limit - issues.length, nesting: 0 }
    next.check(next.value, { ...next.place, findings, depth: 0 })
    for (const it of inner.reverse()) open.push(it)
  }
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
