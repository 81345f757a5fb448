import { type ParameterValues, parameterText, urlComponent } from './parameter-text.js'

const EXPRESSION = /\{([^{}]+)\}/g
/** A slash that is not part of an expression. */
const SEPARATOR = /\/(?![^{}]*\})/
/** What the URL standard takes as "this" or "the parent" segment; an empty one may be dropped on the way. */
const SPECIAL_SEGMENT = /^(?:\.|%2e){0,2}$/i
/** The same inside a value, where a server that decodes before it routes would find it. */
const HIDDEN_SEGMENT = /^\.{1,2}[/\\]|[/\\]\.{1,2}(?:[/\\]|$)/

/**
 * Fills a path template (OpenAPI 3.1, 4.8.8.1). Values are percent-encoded, so that each stays inside its segment.
 * @throws TypeError if a value is missing, cannot be written, or would make the request reach another path.
 */
export function expandPath(template: string, values: ParameterValues): string {
  if (!template.includes('{')) return template
  const expandSegment = (segment: string) => {
    const names = [...segment.matchAll(EXPRESSION)].map(([, name = '']) => name)
    const expanded = segment.replaceAll(EXPRESSION, (_, name: string) => expand(name, values))
    if (names.length > 0 && SPECIAL_SEGMENT.test(expanded)) throw refused(names.join('", "'), expanded)
    return expanded
  }
  return template.split(SEPARATOR).map(expandSegment).join('/')
}

function expand(name: string, values: ParameterValues): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new TypeError(`Path parameter "${name}" is missing`)
  const text = parameterText(name, value)
  if (HIDDEN_SEGMENT.test(text)) throw refused(name, text)
  return urlComponent(name, text)
}

function refused(name: string, value: string): TypeError {
  const found = value === '' ? 'empty' : JSON.stringify(value)
  return new TypeError(`Path parameter "${name}" must not be ${found}: the request would reach another path`)
}
