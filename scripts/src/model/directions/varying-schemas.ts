import type { JsonObject, JsonValue } from '../../json.js'
import { referencePointer, valueAt } from '../../pointer.js'
import type { DirectionRule } from './direction.js'
import { relaxedSchema } from './relaxed-schema.js'

/**
 * The pointers of the schemas that differ in a direction, of all that `starts` refer to: those with something to relax, and those
 * that lead to one, in the order of the first reference to each.
 */
export function varyingSchemas(
  starts: readonly JsonValue[],
  keyword: DirectionRule['keyword'],
  document: JsonObject,
): ReadonlySet<string> {
  const referrers = new Map<string, string[]>()
  const varying: string[] = []
  const read = (schema: JsonValue, pointer?: string): void => {
    const refer = (reference: string): string => {
      const target = referencePointer(reference)
      if (target === undefined) return reference
      const known = referrers.get(target) ?? []
      referrers.set(target, known)
      if (pointer !== undefined) known.push(pointer)
      return reference
    }
    if (relaxedSchema(schema, { document, keyword, refer }) !== schema && pointer !== undefined)
      varying.push(pointer)
  }
  for (const start of starts) read(start)
  // A map gives what is added while it is walked through, too.
  for (const pointer of referrers.keys()) read(valueAt(document, pointer) ?? true, pointer)
  const differing = new Set(varying)
  for (const pointer of differing)
    for (const referrer of referrers.get(pointer) ?? []) differing.add(referrer)
  return new Set([...referrers.keys()].filter((pointer) => differing.has(pointer)))
}
