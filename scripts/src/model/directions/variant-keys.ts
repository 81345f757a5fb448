import { pointerTokens } from '../../json.js'
import { targetText } from '../named-schemas.js'

/**
 * The keys that schemas for a direction get among the components, by the pointers of the schemas that they are made of: `Agent`
 * becomes `AgentInRequest`. Each key that is in use already gets an underscore.
 */
export function variantKeys(
  pointers: Iterable<string>,
  suffix: string,
  used: Iterable<string>,
): ReadonlyMap<string, string> {
  const taken = new Set(used)
  const keys = new Map<string, string>()
  for (const pointer of pointers) {
    let key = `${componentKey(pointer) ?? targetText(pointer)}${suffix}`
    while (taken.has(key)) key += '_'
    taken.add(key)
    keys.set(pointer, key)
  }
  return keys
}

/** The key of a component schema; undefined for any other place. */
export function componentKey(pointer: string): string | undefined {
  const [components, schemas, key, ...rest] = pointerTokens(pointer)
  return components === 'components' && schemas === 'schemas' && rest.length === 0 ? key : undefined
}
