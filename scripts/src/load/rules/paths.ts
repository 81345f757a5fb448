import { isJsonObject } from '../../json.js'
import { quote } from '../describe.js'
import type { Rule } from './rule.js'

const EXPRESSION = /\{([^{}]*)\}/g

/** The names between braces in a path template. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(EXPRESSION)].map(([, name]) => name ?? '')
}

/** The names between braces in what a path template has behind a question mark, which OpenAPI does not allow, but documents hold. */
export function queryTemplateNames(path: string): string[] {
  const at = path.search(/\?(?![^{}]*\})/)
  return at === -1 ? [] : templateNames(path.slice(at))
}

/** A key is a path, with braces in pairs, and nothing more (OpenAPI 3.1.1, 4.8.8.1). */
export const plainPaths: Rule = (value, tokens, { findings }) => {
  for (const path of Object.keys(value).filter((key) => key.startsWith('/'))) {
    const rest = path.replaceAll(EXPRESSION, '')
    if (/[{}]/.test(rest)) {
      const message = `the braces of ${quote(path)} do not match`
      findings.error([...tokens, path], { message, hint: 'Write a parameter as `{name}`.' })
    }
    const names = templateNames(path)
    if (new Set(names).size < names.length) {
      const message = `${quote(path)} names a parameter twice`
      const hint = 'Both get the same value, and the server layer takes the last; give each its own name.'
      findings.warning([...tokens, path], { message, hint })
    }
    if (/[?#]/.test(rest)) {
      const message = `${quote(path)} is more than a path`
      const hint = 'Describe what follows `?` as parameters in `query`; what follows `#` is never sent.'
      findings.warning([...tokens, path], { message, hint })
    }
  }
}

/**
 * Paths that differ in the names of their parameters only are invalid (OpenAPI 3.1.1, 4.8.8.2). Documents in use spread the
 * operations of one path over several such.
 */
export const distinctPaths: Rule = (value, tokens, { findings }) => {
  const seen = new Map<string, string>()
  for (const [path, item] of Object.entries(value)) {
    if (!path.startsWith('/') || !isJsonObject(item)) continue
    const shape = path.replaceAll(EXPRESSION, '{}')
    const earlier = seen.get(shape)
    if (earlier === undefined) seen.set(shape, path)
    else {
      const message = `${quote(path)} is the same path as ${quote(earlier)}`
      findings.warning([...tokens, path], { message, hint: 'Join the two.' })
    }
  }
}
