import { type ParameterValues, urlComponent } from './parameter-text.js'

/**
 * The query of a URL, without its question mark, in the style `form` (OpenAPI 3.1, 4.8.12.3): each item of an array is a part
 * of its own. What is `undefined` is left out, and so is an empty array.
 * @throws TypeError if a value cannot be written.
 */
export function writeQuery(values: ParameterValues): string {
  const parts = Object.entries(values).flatMap(([name, value]) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value]
    return items
      .filter((item) => item !== undefined)
      .map((item) => `${urlComponent(name, name)}=${urlComponent(name, item)}`)
  })
  return parts.join('&')
}
