import { isJsonObject, own, type JsonValue } from '../json.js'
import { quote } from './describe.js'
import { nearest } from './near.js'
import { failure, type Failure } from './problem.js'
import { toReference } from './reference.js'
import type { Resolver, Target } from './resolver.js'
import type { Source } from './source.js'

/**
 * The schema that a value of `discriminator.mapping` means: a name of a component, in the file that it stands in or in the root, or
 * else a reference (OpenAPI 3.1.1, 4.8.25.4).
 */
export function resolveMapping(
  value: string,
  from: Source,
  root: Source,
  resolver: Resolver,
): Target | Failure {
  for (const source of [from, root]) {
    if (Object.hasOwn(schemasOf(source.value), value)) {
      return resolver.resolve(toReference(['components', 'schemas', value]), source)
    }
  }
  if (/[#/.:]/.test(value)) return resolver.resolve(value, from)
  const near = nearest(value, Object.keys(schemasOf(root.value)))
  return failure(
    `the mapping leads nowhere: no schema is called ${quote(value)}`,
    near === undefined ? 'Name a schema of `components.schemas`.' : `Did you mean ${quote(near)}?`,
  )
}

function schemasOf(document: JsonValue): object {
  const components = isJsonObject(document) ? own(document, 'components') : undefined
  const schemas =
    components !== undefined && isJsonObject(components) ? own(components, 'schemas') : undefined
  return schemas !== undefined && isJsonObject(schemas) ? schemas : {}
}
