import { isJsonObject, type JsonValue } from '../json.js'
import { describe, label } from './describe.js'
import type { Findings } from './findings.js'
import { keywords, replacements } from './keywords.js'
import { nearest } from './near.js'
import { remarkOnSchema } from './schema-remarks.js'
import { shapes } from './shapes.js'
import type { Version } from './version.js'
import type { Visit } from './walk.js'

/** Checks one schema, without those inside it: that it is one, the value of each keyword, and that each keyword is known. */
export function checkSchema({ value, tokens, parent }: Visit, version: Version, findings: Findings): void {
  const key = tokens.at(-1)
  if (isJsonObject(value)) {
    for (const [keyword, argument] of Object.entries(value)) {
      checkKeyword(keyword, argument, tokens, version, findings)
    }
    remarkOnSchema(value, tokens, version, findings)
  } else if (typeof value !== 'boolean') {
    const message = `a schema must be ${version === '3.0' ? 'an object' : 'an object or a boolean'}, found ${describe(value)}`
    const byPosition = Array.isArray(value) && key === 'items' && version === '3.1'
    findings.error(tokens, { message, hint: byPosition ? 'Use `prefixItems`.' : 'Write a schema here.' })
  } else if (version === '3.0' && !(parent?.name === 'Schema' && key === 'additionalProperties')) {
    const hint = `Write \`${value ? '{}' : 'not: {}'}\`, or use OpenAPI 3.1.`
    findings.error(tokens, { message: `OpenAPI 3.0 has no schema \`${value}\``, hint })
  }
}

function checkKeyword(
  keyword: string,
  argument: JsonValue,
  tokens: readonly string[],
  version: Version,
  findings: Findings,
): void {
  const shape = keywords[version].get(keyword)
  if (shape === undefined) {
    if (!keyword.startsWith('x-')) findings.warning([...tokens, keyword], unknownKeyword(keyword, version))
    return
  }
  for (const { tokens: inner, expected, found, hint } of shapes[shape](argument)) {
    const subject = [keyword, ...inner].map(label).join(', ')
    const message = `${subject} must be ${expected}, found ${describe(found)}`
    findings.error([...tokens, keyword, ...inner], { message, hint: hint ?? `Write ${expected}.` })
  }
}

function unknownKeyword(keyword: string, version: Version): { message: string; hint: string } {
  const near = nearest(keyword, keywords[version].keys())
  const hint = near === undefined ? 'Remove it, or begin its name with `x-`.' : `Did you mean \`${near}\`?`
  return {
    message: `${label(keyword)} is no keyword of OpenAPI ${version} and has no effect`,
    hint: replacements[version].get(keyword) ?? hint,
  }
}
