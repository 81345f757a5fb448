import { own } from '../../json.js'
import type { MutableObject } from '../mutable.js'

/** Turns `example`, which OpenAPI 3.1 deprecates in schemas (3.1.1, 4.8.24.3), into the first of the `examples`. */
export function lowerExample(schema: MutableObject): void {
  const example = own(schema, 'example')
  const examples = own(schema, 'examples')
  if (example === undefined) return
  delete schema['example']
  schema['examples'] = [example, ...(Array.isArray(examples) ? examples : [])]
}
