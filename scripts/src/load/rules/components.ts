import { isJsonObject } from '../../json.js'
import { label, quote } from '../describe.js'
import type { Rule } from './rule.js'

/** The key of a component is made of letters, digits, `.`, `-` and `_` (OpenAPI 3.1.1, 4.8.7.1). */
export const components: Rule = (value, tokens, { findings }) => {
  for (const [section, members] of Object.entries(value)) {
    if (section.startsWith('x-') || !isJsonObject(members)) continue
    for (const key of Object.keys(members)) {
      if (/^[A-Za-z0-9._-]+$/.test(key)) continue
      const message = `${quote(key)} is no name that OpenAPI allows in ${label(section)}`
      const hint = 'Use letters, digits, `.`, `-` and `_` only; other tools may refuse the document.'
      findings.warning([...tokens, section, key], { message, hint })
    }
  }
}
