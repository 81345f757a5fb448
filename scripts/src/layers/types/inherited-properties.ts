import { bare, isObject, type Mutable, type MutableObject } from './mutable.js'

/**
 * A schema with the properties that it has by `allOf` as its own: openapi-typescript makes required what is required beside a
 * reference only if the schema there lists it itself.
 *
 * @param follow gives what a reference in a schema leads to
 */
export function withInheritedProperties(
  schema: MutableObject,
  follow: (reference: string) => Mutable | undefined,
): MutableObject {
  if (!Array.isArray(schema['allOf'])) return schema
  const properties = new Map<string, Mutable>()
  const seen = new Set<Mutable>()
  const collect = (part: Mutable | undefined): void => {
    if (part === undefined || !isObject(part) || seen.has(part)) return
    seen.add(part)
    const { $ref, allOf, properties: listed } = part
    if (isObject(listed)) for (const [name, it] of Object.entries(listed)) properties.set(name, it)
    if (Array.isArray(allOf)) for (const it of allOf) collect(it)
    if (typeof $ref === 'string') collect(follow($ref))
  }
  collect(schema)
  return bare([...Object.entries(schema), ['properties', bare(properties)]])
}
