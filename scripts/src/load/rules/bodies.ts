import { isBodiless } from '../methods.js'
import type { Rule } from './rule.js'

/** A body where HTTP gives it no meaning is ignored (OpenAPI 3.0.3, 4.7.10.1) or to be avoided (OpenAPI 3.1.1, 4.8.10.1). */
export const ignoredBody: Rule = (operation, tokens, { findings }) => {
  const method = tokens.at(-1)
  if (!isBodiless(method) || !Object.hasOwn(operation, 'requestBody')) return
  findings.warning([...tokens, 'requestBody'], {
    message: `the body is ignored: a ${method?.toUpperCase()} request has none, and fetch refuses to send one`,
    hint: 'Remove it, describe it as parameters in `query`, or use another method.',
  })
}
