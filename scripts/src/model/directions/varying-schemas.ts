import type { JsonValue } from '../../json.js'
import { referencePointer, valueAt } from '../../pointer.js'
import { relaxedSchema, type Relaxing } from './relaxed-schema.js'

/**
 * The pointers of the schemas that differ in a direction, of all that `starts` refer to: those with something to relax, and those
 * that lead to one, in the order of the first reference to each.
 */
export function varyingSchemas(
  starts: readonly JsonValue[],
  relaxing: Omit<Relaxing, 'refer'>,
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
    if (relaxedSchema(schema, { ...relaxing, refer }) !== schema && pointer !== undefined)
      varying.push(pointer)
  }
  for (const start of starts) read(start)
  // A map gives what is added while it is walked through, too.
  for (const pointer of referrers.keys()) read(valueAt(relaxing.document, pointer) ?? true, pointer)
  const differing = new Set(varying)
  for (const pointer of differing)
    for (const referrer of referrers.get(pointer) ?? []) differing.add(referrer)
  return new Set([...referrers.keys()].filter((pointer) => differing.has(pointer)))
}
