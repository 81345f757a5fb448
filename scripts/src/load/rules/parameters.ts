import { isJsonObject, own, type JsonObject } from '../../json.js'
import { describe, label, quote } from '../describe.js'
import { lookup } from '../lookup.js'
import { methods } from '../methods.js'
import { queryTemplateNames, templateNames } from './paths.js'
import type { Rule, RuleContext } from './rule.js'

/** A parameter or header has either `schema` or `content`, which has one entry; one in the path is required (OpenAPI 3.1.1, 4.8.12). */
export const parameter: Rule = (value, tokens, { findings }) => {
  const content = own(value, 'content')
  if (content !== undefined && own(value, 'schema') !== undefined) {
    const message = 'a parameter has `schema` and `content`'
    findings.error(tokens, { message, hint: 'Keep one of the two.' })
  }
  const mediaTypes = Object.keys(content ?? {}).length
  if (content !== undefined && isJsonObject(content) && mediaTypes !== 1) {
    const message = `\`content\` of a parameter must have one media type, found ${mediaTypes}`
    findings.error([...tokens, 'content'], { message, hint: 'Keep one media type.' })
  }
  if (own(value, 'in') === 'path' && own(value, 'required') !== true) {
    const message = `a parameter in the path must be required, found ${describe(own(value, 'required'))}`
    findings.error(tokens, { message, hint: 'Write `required: true`.' })
  }
}

/** Parameters of one list differ in name or place (OpenAPI 3.1.1, 4.8.9 and 4.8.10). */
export const uniqueParameters: Rule = (value, tokens, context) => {
  const seen = new Set<string>()
  for (const { name, place, index } of parametersOf(value, context)) {
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`
    if (seen.has(key)) {
      const message = `the ${label(place)} parameter ${quote(name)} is declared twice`
      context.findings.error([...tokens, 'parameters', index], { message, hint: 'Remove one of the two.' })
    }
    seen.add(key)
  }
}

/** Each parameter of a path template is declared, and each that is declared is in the template (OpenAPI 3.1.1, 4.8.12.1). */
export const templateParameters: Rule = (value, tokens, context) => {
  for (const [path, item] of Object.entries(value)) {
    if (!path.startsWith('/') || !isJsonObject(item)) continue
    const shared = checkDeclared(item, path, [...tokens, path], context)
    for (const method of methods) {
      const operation = own(item, method)
      if (operation === undefined || !isJsonObject(operation)) continue
      const way = [...tokens, path, method]
      const inner = checkDeclared(operation, path, way, context)
      if (!shared.isComplete || !inner.isComplete) continue
      for (const name of new Set(templateNames(path))) {
        if (shared.names.has(name) || inner.names.has(name)) continue
        const message = `the parameter ${quote(name)} of the path ${quote(path)} is not declared`
        const hint = 'Add it to `parameters`, with `in: path` and `required: true`.'
        context.findings.error(way, { message, hint })
      }
    }
  }
}

/** The names of path parameters that a path item or operation declares, each of which must be in the path. */
function checkDeclared(
  holder: JsonObject,
  path: string,
  tokens: readonly string[],
  context: RuleContext,
): { names: ReadonlySet<string>; isComplete: boolean } {
  const wanted = templateNames(path)
  const inQuery = queryTemplateNames(path)
  const names = new Set<string>()
  const parameters = parametersOf(holder, context)
  for (const { name, place, index } of parameters) {
    if (place === 'query' && inQuery.includes(name)) names.add(name)
    if (place !== 'path') continue
    names.add(name)
    if (wanted.includes(name)) continue
    const message = `the path ${quote(path)} has no parameter ${quote(name)}`
    const hint = 'Remove the parameter, or add it to the path.'
    context.findings.error([...tokens, 'parameters', index], { message, hint })
  }
  const list = own(holder, 'parameters')
  return { names, isComplete: !Array.isArray(list) || parameters.length === list.length }
}

interface DeclaredParameter {
  readonly name: string
  readonly place: string
  /** In the list of parameters. */
  readonly index: string
}

/** The parameters of a path item or operation, without those that lead nowhere or lack a name or place, which is reported. */
function parametersOf(holder: JsonObject, { document }: RuleContext): DeclaredParameter[] {
  const list = own(holder, 'parameters')
  if (!Array.isArray(list)) return []
  return list.flatMap((each, index) => {
    const found = lookup(document, each)
    if (found === undefined || !isJsonObject(found)) return []
    const [name, place] = [own(found, 'name'), own(found, 'in')]
    return typeof name === 'string' && typeof place === 'string'
      ? [{ name, place, index: String(index) }]
      : []
  })
}
