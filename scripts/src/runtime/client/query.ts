import { deepObjectParts } from './deep-object.js'
import { reservedComponent, urlComponent } from './escape.js'
import { type Escapes, formParts } from './form.js'
import { type ParameterStyle, type ParameterStyles, styleOf } from './parameter-style.js'
import { jsonText, type ParameterValues } from './parameter-text.js'

/**
 * The query of a URL, without its question mark (OpenAPI 3.1, 4.8.12.3), in the style `form` where there is no other: each item of
 * an array is a part of its own. What is `undefined` is left out, and so is an empty array.
 * @throws TypeError if a value cannot be written.
 */
export function writeQuery(values: ParameterValues, styles: ParameterStyles = {}): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.flatMap(([name, value]) => queryParts(name, value, styleOf(styles, name))).join('&')
}

/**
 * The parts `name=text` of one value.
 * @throws TypeError if it cannot be written.
 */
export function queryParts(name: string, value: unknown, style: ParameterStyle): string[] {
  const escapes = escapesOf(name, style)
  if (style.isJson) return [`${escapes.name(name)}=${escapes.text(jsonText(name, value))}`]
  return style.style === 'deepObject'
    ? deepObjectParts(name, value, escapes)
    : formParts(name, value, style, escapes)
}

function escapesOf(name: string, { allowReserved = false, explode = true }: ParameterStyle): Escapes {
  const component = (text: string) => urlComponent(name, text)
  const reserved = (text: string) => reservedComponent(name, text, explode ? undefined : /,/g)
  return { name: component, text: allowReserved ? reserved : component }
}
