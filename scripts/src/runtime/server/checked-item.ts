import { inBody } from './incoming-body.js'
import { refuseInvalid } from './refusal.js'
import type { Validate } from './validate.js'

/**
 * An item of a body that is a stream, once it was checked.
 * @throws RefusedError if it is not valid. It goes through the handler, unless that has answered before.
 */
export function checkedItem(value: unknown, validate: Validate, index: number): unknown {
  const { issues = [] } = validate(value)
  return issues.length === 0 ? value : refuseInvalid(issues.map((issue) => inBody(issue, index)))
}
