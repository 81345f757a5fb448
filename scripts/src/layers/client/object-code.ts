import { type Code, code, join, propertyKey } from '../../emit/index.js'

/** An object literal on one line. */
export function objectCode(entries: readonly (readonly [key: string, value: Code])[]): Code {
  if (entries.length === 0) return code`{}`
  return code`{ ${join(
    entries.map(([key, value]) => code`${propertyKey(key)}: ${value}`),
    ', ',
  )} }`
}
