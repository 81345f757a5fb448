import { isJsonObject, own } from '../../json.js'
import { describe } from '../describe.js'
import { isDialect } from '../shapes.js'
import type { Rule } from './rule.js'

/** The schemas of the document are of a dialect that is read (OpenAPI 3.1.1, 4.8.24.6). */
export const dialect: Rule = (value, tokens, { findings }) => {
  const found = own(value, 'jsonSchemaDialect')
  if (typeof found !== 'string' || isDialect(found)) return
  const message = `\`jsonSchemaDialect\` must be a dialect that is supported, found ${describe(found)}`
  const hint = 'OpenAPI 3.1 and JSON Schema 2020-12 are supported.'
  findings.error([...tokens, 'jsonSchemaDialect'], { message, hint })
}

/** An operation says what it answers (OpenAPI 3.1.1, 4.8.16). */
export const responses: Rule = (value, tokens, { findings }) => {
  if (Object.values(value).some(isJsonObject)) return
  findings.warning(tokens, { message: '`responses` is empty', hint: 'Add at least the response of success.' })
}
