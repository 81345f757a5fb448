import type { JsonObject } from './json.js'
import type { Parameter } from './model/types.js'

/** The style of each location where none is given (OpenAPI 3.1, 4.8.12.2). */
const DEFAULTS: { readonly [K in Parameter['in']]: Parameter['style'] } = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
}

/** How a parameter is written, as far as that is not by default. */
export function styleFacts({
  in: location,
  style,
  explode,
  isJson,
}: Pick<Parameter, 'in' | 'style' | 'explode' | 'isJson'>): JsonObject {
  if (isJson) return { isJson }
  return {
    ...(style !== DEFAULTS[location] && { style }),
    // The style of nested objects has one way to write them.
    ...(style !== 'deepObject' && explode !== (style === 'form') && { explode }),
  }
}
