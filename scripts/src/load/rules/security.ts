import { isJsonObject, own } from '../../json.js'
import { label, quote } from '../describe.js'
import { nearest } from '../near.js'
import type { Rule } from './rule.js'

/** Each scheme that is required is declared (OpenAPI 3.1.1, 4.8.30). */
export const securityRequirement: Rule = (value, tokens, { document, findings }) => {
  const components = own(document, 'components') ?? null
  const schemes = isJsonObject(components) ? own(components, 'securitySchemes') : undefined
  const declared = Object.keys(schemes ?? {})
  for (const scheme of Object.keys(value)) {
    if (declared.includes(scheme)) continue
    const near = nearest(scheme, declared)
    findings.error([...tokens, scheme], {
      message: `the security scheme ${quote(scheme)} is not declared`,
      hint: near === undefined ? 'Add it to `components.securitySchemes`.' : `Did you mean ${label(near)}?`,
    })
  }
}
