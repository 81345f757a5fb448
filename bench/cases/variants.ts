import type { JsonValue } from '../../scripts/src/json.js'
import type { InvalidValue } from './case.js'

/** What to put at a JSON pointer; `undefined` removes what is there. */
export type Change = readonly [pointer: string, value: JsonValue | undefined]

/** A deep copy of a value with the changes made. */
export function changed(value: JsonValue, ...changes: readonly Change[]): JsonValue {
  const root = { value: structuredClone(value) }
  for (const [pointer, replacement] of changes) {
    const keys = ['value', ...pointer.split('/').slice(1)]
    const last = keys.pop()!
    let holder = root as Record<string, unknown>
    for (const key of keys) holder = holder[key] as Record<string, unknown> // a case names places that exist
    if (replacement === undefined) delete holder[last]
    else holder[last] = structuredClone(replacement)
  }
  return root.value
}

/** One invalid value for each change; the issue is expected where the change was made. */
export function invalidVariants(value: JsonValue, changes: readonly Change[]): InvalidValue[] {
  return changes.map((change) => ({ value: changed(value, change), at: [change[0]] }))
}

/** One invalid value for each value that something of another kind can be. */
export function nonObjects(): InvalidValue[] {
  return [null, true, 0, 'text', [], [{}]].map((value) => ({ value, at: [''] }))
}
