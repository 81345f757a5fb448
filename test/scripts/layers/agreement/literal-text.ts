import { isJsonObject, type JsonValue } from '../../../../scripts/src/json.js'
import { UNLISTED } from './valid-values.js'

/**
 * A JSON value as an expression of TypeScript. A property that no schema lists is spread: TypeScript refuses those in literals
 * although their types are assignable.
 */
export function literalText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(literalText).join(', ')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, item]) => {
    const member = `${JSON.stringify(name)}: ${literalText(item)}`
    return name === UNLISTED ? `...{ ${member} }` : member
  })
  return `{ ${members.join(', ')} }`
}
