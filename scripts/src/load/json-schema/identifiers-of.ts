import { type JsonObject } from '../../json.js'
import { valueAt } from '../../pointer.js'
import { indexSchemas } from './index-schemas.js'
import { newDocument, newResource } from './resource.js'

/** The URIs that schemas of an OpenAPI document have by their `$id`. `outermost` are the pointers of those that are in no other. */
export function identifiersOf(document: JsonObject, outermost: readonly string[]): ReadonlySet<string> {
  const schemaDocument = newDocument('', document)
  const around = newResource(schemaDocument, '')
  const uris = new Set<string>()
  for (const pointer of outermost) {
    indexSchemas(schemaDocument, pointer, valueAt(document, pointer) ?? true, around, (resource) => {
      uris.add(resource.uri)
      return resource
    })
  }
  return uris
}
