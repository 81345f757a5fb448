import type { Issue, ValidationResult } from '../generated/runtime/validation.js'
import { notify } from './notify.js'
import type { ValidationMode, ValidationWarning } from './options.js'

/** What is done about a value that is not valid. */
export interface Enforcement {
  readonly mode: ValidationMode
  readonly toError: (issues: readonly Issue[]) => ValidationWarning
  readonly onWarning: (warning: ValidationWarning) => void
}

/** Validates a value unless the mode is `off`, and throws or warns if it is not valid. */
export function enforce(
  validate: () => ValidationResult<unknown>,
  { mode, toError, onWarning }: Enforcement,
): void {
  if (mode === 'off') return
  const { issues } = validate()
  if (issues === undefined) return
  if (mode === 'throw') throw toError(issues)
  notify(onWarning, toError(issues))
}

/** What is wrong with any of the parts of a request. */
export function joined(...parts: readonly ValidationResult<unknown>[]): ValidationResult<unknown> {
  const issues = parts.flatMap((part) => part.issues ?? [])
  return issues.length > 0 ? { issues } : { value: undefined }
}
