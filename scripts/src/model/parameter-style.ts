import { childPointer, type JsonObject } from '../json.js'
import { flagMember, mismatch, type Source, textMember, warn } from './source.js'
import type { Parameter, ParameterLocation, ParameterStyle } from './types.js'

/** The styles of each location, the first of them its default (OpenAPI 3.1, 4.8.12.2 and 4.8.12.3). */
const STYLES: { readonly [K in ParameterLocation]: readonly [ParameterStyle, ...ParameterStyle[]] } = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

/** Whether parameters can be there. */
export function isLocation(text: string): text is ParameterLocation {
  return Object.hasOwn(STYLES, text)
}

/** How the value of a parameter is written when it is described by `schema`. */
export function readStyle(
  source: Source<JsonObject>,
  location: ParameterLocation,
): Pick<Parameter, 'style' | 'explode' | 'allowReserved' | 'allowEmptyValue'> {
  const style = styleMember(source, location)
  return {
    style,
    explode: flagMember(source, 'explode', style === 'form'),
    allowReserved: queryFlag(source, location, 'allowReserved'),
    allowEmptyValue: queryFlag(source, location, 'allowEmptyValue'),
  }
}

function styleMember(source: Source<JsonObject>, location: ParameterLocation): ParameterStyle {
  const styles = STYLES[location]
  const text = textMember(source, 'style') ?? styles[0]
  const style = styles.find((it) => it === text)
  if (style !== undefined) return style
  const place = { ...source, pointer: childPointer(source.pointer, 'style'), value: text }
  mismatch(place, `${styles.join(' or ')} in ${article(location)}`)
  return styles[0]
}

function article(location: ParameterLocation): string {
  return location === 'path' || location === 'query' ? `the ${location}` : `a ${location}`
}

/** A flag that OpenAPI gives a meaning in the query only. */
function queryFlag(
  source: Source<JsonObject>,
  location: ParameterLocation,
  key: 'allowReserved' | 'allowEmptyValue',
): boolean {
  const isSet = flagMember(source, key)
  if (!isSet || location === 'query') return isSet
  warn(source, `"${key}" has no meaning in ${article(location)}, only in the query`)
  return false
}
