import { isJsonObject } from '../../json.js'
import { isBodiless } from '../methods.js'
import type { MutableObject } from '../mutable.js'
import { fieldOf, type ObjectType, type ObjectTypes } from '../object-types.js'
import type { Version } from '../version.js'
import { walk } from '../walk.js'
import { lowerExample } from './example.js'
import { lowerExclusiveBounds } from './exclusive-bounds.js'
import { lowerNullable } from './nullable.js'

/** What is done to each schema of a version, in this order. */
const rules: Readonly<Record<Version, readonly ((schema: MutableObject) => void)[]>> = {
  '3.0': [lowerExclusiveBounds, lowerNullable, lowerExample],
  '3.1': [lowerExample],
}

/**
 * Changes a valid bundle so that it says in OpenAPI 3.1 what it said in its own version. Fields and keywords without effect are
 * taken out, for a later stage, or a library, could give them one.
 */
export function lower(document: MutableObject, types: ObjectTypes, version: Version): void {
  walk(document, types, ({ value, type, tokens }) => {
    if (!isJsonObject(value)) return
    removeUnknown(value, type)
    if (type.name === 'Operation' && isBodiless(tokens.at(-1))) removeBody(value)
    if (type.name === 'Schema') for (const rule of rules[version]) rule(value)
  })
  if (version === '3.0' || document['openapi'] === '3.1') document['openapi'] = '3.1.0'
}

function removeUnknown(value: MutableObject, type: ObjectType): void {
  for (const [key, member] of Object.entries(value)) {
    if (!key.startsWith('x-') && fieldOf(type, key, member) === undefined) delete value[key]
  }
}

/** A body that has no meaning is not to get one. */
function removeBody(operation: MutableObject): void {
  delete operation['requestBody']
}
