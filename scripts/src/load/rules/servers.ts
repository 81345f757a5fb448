import { isJsonObject, own } from '../../json.js'
import { quote } from '../describe.js'
import { templateNames } from './paths.js'
import type { Rule } from './rule.js'

/** Each variable of a server's URL is declared (OpenAPI 3.1.1, 4.8.5.1). */
export const server: Rule = (value, tokens, { findings }) => {
  const url = own(value, 'url')
  const { variables = {} } = value
  if (typeof url !== 'string' || !isJsonObject(variables)) return
  const names = templateNames(url)
  for (const name of new Set(names)) {
    if (Object.hasOwn(variables, name)) continue
    const message = `the variable ${quote(name)} of the URL ${quote(url)} is not declared`
    findings.error([...tokens, 'url'], { message, hint: 'Add it to `variables`, with a `default`.' })
  }
  for (const name of Object.keys(variables)) {
    if (names.includes(name)) continue
    const message = `the URL ${quote(url)} has no variable ${quote(name)}`
    findings.warning([...tokens, 'variables', name], { message, hint: 'Remove the variable.' })
  }
}

/**
 * The default of a variable is to be one of its values (OpenAPI 3.0.3, 4.7.6.1), and must be (OpenAPI 3.1.1, 4.8.6.1); where it is not,
 * it is still plain what is used when none is chosen.
 */
export const serverVariable: Rule = (value, tokens, { findings }) => {
  const values = own(value, 'enum')
  const initial = own(value, 'default')
  if (!Array.isArray(values) || initial === undefined || values.includes(initial)) return
  const message = 'the `default` of the variable is not in its `enum`'
  findings.warning([...tokens, 'default'], { message, hint: 'Add it to the `enum`.' })
}
