import { type ParameterValues, parameterText } from './parameter-text.js'

/**
 * Header parameters as header fields. What is `undefined` is left out. Text is sent as it is: `fetch` refuses what a header
 * cannot hold, line breaks above all.
 */
export function headerFields(values: ParameterValues): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, parameterText(name, value)]))
}
