import { formatIssue, type Issue } from '../../generated/runtime/validation.js'

/** A finding and the issues that it is made of, each on a line of its own. */
export function validationMessage(finding: string, issues: readonly Issue[]): string {
  return [`${finding}:`, ...issues.map((issue) => `  ${formatIssue(issue)}`)].join('\n')
}
