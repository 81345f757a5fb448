import { asciiJson, headerItem } from './escape.js'
import { type ParameterStyle, type ParameterStyles, styleOf } from './parameter-style.js'
import { isScalar, jsonText, type ParameterValues } from './parameter-text.js'
import { expandText } from './text-style.js'

/**
 * Header parameters as header fields. What is `undefined` is left out, and so is an empty array. Text is sent as it is, but for
 * what separates the items of an array: `fetch` refuses what a header cannot hold, line breaks above all.
 * @throws TypeError if a value cannot be written.
 */
export function headerFields(values: ParameterValues, styles: ParameterStyles = {}): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const fields = given.map(([name, value]) => [name, fieldText(name, value, styleOf(styles, name))] as const)
  return Object.fromEntries(fields.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))
}

function fieldText(name: string, value: unknown, style: ParameterStyle): string | undefined {
  if (style.isJson) return asciiJson(jsonText(name, value))
  return isScalar(value) ? String(value) : expandText(name, value, style, headerItem)
}
