import { isJsonObject, type JsonObject, own } from '../../json.js'
import { quote } from '../describe.js'
import { methods } from '../methods.js'
import type { Rule } from './rule.js'

const EXPRESSION = /\{([^{}]*)\}/g

/** The names between braces in a path template. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(EXPRESSION)].map(([, name]) => name ?? '')
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
      findings.error([...tokens, path], { message, hint: 'Give each its own name.' })
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
 * operations of one path over several such; only two operations that no request can tell apart cannot be served.
 */
export const distinctPaths: Rule = (value, tokens, { findings }) => {
  const seen = new Map<string, { path: string; item: JsonObject }[]>()
  for (const [path, item] of Object.entries(value)) {
    if (!path.startsWith('/') || !isJsonObject(item)) continue
    const shape = path.replaceAll(EXPRESSION, '{}')
    const earlier = seen.get(shape) ?? []
    seen.set(shape, [...earlier, { path, item }])
    if (earlier[0] === undefined) continue
    const message = `${quote(path)} is the same path as ${quote(earlier[0].path)}`
    findings.warning([...tokens, path], { message, hint: 'Join the two.' })
    for (const method of methods.filter((each) => Object.hasOwn(item, each))) {
      const same = earlier.find(
        (other) =>
          Object.hasOwn(other.item, method) && serversOf(other.item, method) === serversOf(item, method),
      )
      if (same === undefined) continue
      const name = method.toUpperCase()
      findings.error([...tokens, path, method], {
        message: `${name} ${quote(path)} cannot be told from ${name} ${quote(same.path)}`,
        hint: 'Join the two, or tell the paths apart by a fixed part.',
      })
    }
  }
}

/** The servers that a path item or its operation names for itself, as text to compare. */
function serversOf(item: JsonObject, method: string): string {
  const operation = own(item, method)
  const servers = isJsonObject(operation) ? own(operation, 'servers') : undefined
  return JSON.stringify(servers ?? own(item, 'servers') ?? [])
}
