import { isJsonObject, own, type JsonObject } from '../../json.js'
import type { Findings } from '../findings.js'
import { referred } from '../lookup.js'
import { referenceOf } from '../resolver.js'

/** A schema of a bundle and the way to it. */
export interface LocatedSchema {
  readonly schema: JsonObject
  readonly tokens: readonly string[]
}

/** The schemas that a schema applies to the very value that it is itself applied to (JSON Schema 2020-12 Core, 10.2). */
export function schemasInPlace(schema: JsonObject, document: JsonObject): JsonObject[] {
  const reference = referenceOf(schema)
  const target = reference === undefined ? undefined : referred(document, reference)
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => own(schema, keyword) ?? [])
  const single = ['not', 'if', 'then', 'else'].flatMap((keyword) => own(schema, keyword) ?? [])
  const byProperty = own(schema, 'dependentSchemas') ?? null
  const dependent = isJsonObject(byProperty) ? Object.values(byProperty) : []
  return [...(target === undefined ? [] : [target]), ...lists, ...single, ...dependent].filter(isJsonObject)
}

/**
 * A schema must not come back to itself without going to a part of the value, for then checking a value would never end
 * (JSON Schema 2020-12 Core, 9.4.1). Every cycle is reported once.
 */
export function checkEndlessSchemas(
  schemas: readonly LocatedSchema[],
  document: JsonObject,
  findings: Findings,
): void {
  const places = new Map(schemas.map(({ schema, tokens }) => [schema, tokens]))
  const finished = new Set<JsonObject>()
  const open = new Set<JsonObject>()
  for (const { schema: start } of schemas) {
    // A stack of its own, because a chain of references can be longer than that of the machine.
    const stack = [{ schema: start, next: schemasInPlace(start, document) }]
    open.add(start)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const inner = top.next.pop()
      if (inner === undefined) {
        open.delete(top.schema)
        finished.add(top.schema)
        stack.pop()
      } else if (open.has(inner)) {
        findings.error(places.get(top.schema) ?? [], {
          message: 'the schema comes back to itself without going to a property or item',
          hint: 'Checking a value would never end; take the schema out of the circle.',
        })
      } else if (!finished.has(inner)) {
        open.add(inner)
        stack.push({ schema: inner, next: schemasInPlace(inner, document) })
      }
    }
  }
}
