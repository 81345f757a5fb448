import { isJsonObject, type JsonObject, type JsonValue } from '../../json.js'
import { discriminatorSource } from '../discriminator.js'

/**
 * A Discriminator Object whose values stand for the schemas that the references around it lead to now. A value that stood for a
 * schema by its name stands for none that is called otherwise, so it is written out.
 */
export function directedDiscriminator(
  discriminator: JsonValue,
  schema: JsonObject,
  refer: (reference: string) => string,
): JsonValue {
  const mapping = [...(discriminatorSource(schema)?.mapping ?? [])]
  const next = mapping.map(([value, reference]) => [value, refer(reference)] as const)
  const isSame = next.every(([, reference], index) => reference === mapping[index]![1])
  if (isSame || !isJsonObject(discriminator)) return discriminator
  return { ...discriminator, mapping: Object.fromEntries(next) }
}
