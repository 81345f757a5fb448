import { urlComponent } from './escape.js'
import { type ParameterStyle, type ParameterStyles, styleOf } from './parameter-style.js'
import { jsonText, type ParameterValues } from './parameter-text.js'
import { expandText } from './text-style.js'

const EXPRESSION = /\{([^{}]+)\}/g
/** A slash that is not part of an expression. */
const SEPARATOR = /\/(?![^{}]*\})/
/**
 * What the URL standard takes as "this" or "the parent" segment, also before parameters of the segment, which some servers drop
 * first; an empty one may be dropped on the way.
 */
const SPECIAL_SEGMENT = /^(?:\.|%2e){0,2}$|^(?:\.|%2e){1,2};/i
/** The same inside a segment, where a server that decodes before it routes would find it. */
const HIDDEN_SEGMENT = /^\.{1,2}[/\\]|[/\\]\.{1,2}(?:[/\\]|$)/

/**
 * Fills a path template (OpenAPI 3.1, 4.8.8.1). Values are percent-encoded, so that each stays inside its segment.
 * @throws TypeError if a value is missing, cannot be written, or would make the request reach another path.
 */
export function expandPath(template: string, values: ParameterValues, styles: ParameterStyles = {}): string {
  if (!template.includes('{')) return template
  const expandSegment = (segment: string) => {
    const names = [...segment.matchAll(EXPRESSION)].map(([, name = '']) => name)
    if (names.length === 0) return segment
    const expanded = segment.replaceAll(EXPRESSION, (_, name: string) =>
      expand(name, values, styleOf(styles, name)),
    )
    if (SPECIAL_SEGMENT.test(expanded) || hidesSegment(expanded)) throw refused(names.join('", "'), expanded)
    return expanded
  }
  return template.split(SEPARATOR).map(expandSegment).join('/')
}

function expand(name: string, values: ParameterValues, style: ParameterStyle): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new TypeError(`Path parameter "${name}" is missing`)
  const escape = (text: string) => urlComponent(name, text)
  const text = style.isJson ? escape(jsonText(name, value)) : expandText(name, value, style, escape)
  if (text === undefined) throw new TypeError(`Path parameter "${name}" must have items or members`)
  if (hidesSegment(text)) throw refused(name, decodeURIComponent(text))
  return text
}

function hidesSegment(text: string): boolean {
  return HIDDEN_SEGMENT.test(text.replaceAll(/%(?:2[EF]|5C)/gi, decodeURIComponent))
}

function refused(name: string, text: string): TypeError {
  const found = text === '' ? 'empty' : JSON.stringify(text)
  return new TypeError(`Path parameter "${name}" must not be ${found}: the request would reach another path`)
}
