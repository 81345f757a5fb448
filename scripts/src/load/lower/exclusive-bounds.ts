import { own } from '../../json.js'
import type { MutableObject } from '../mutable.js'

/** Lowers the booleans `exclusiveMinimum` and `exclusiveMaximum` of OpenAPI 3.0 (Wright-00, 5.3 and 5.5) to the bounds themselves. */
export function lowerExclusiveBounds(schema: MutableObject): void {
  lowerBound(schema, 'minimum', 'exclusiveMinimum')
  lowerBound(schema, 'maximum', 'exclusiveMaximum')
}

function lowerBound(schema: MutableObject, inclusive: string, exclusive: string): void {
  const bound = own(schema, inclusive)
  const isExclusive = own(schema, exclusive) === true
  delete schema[exclusive]
  if (!isExclusive || bound === undefined) return
  delete schema[inclusive]
  schema[exclusive] = bound
}
