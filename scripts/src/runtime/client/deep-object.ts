import { type Escape, innerText, isArray, isScalar, itemsOf, membersOf } from './parameter-text.js'
import type { Escapes } from './form.js'

/** Deepest nesting of a value, beyond which no server would follow. */
const DEEPEST = 32

/**
 * A value in the style `deepObject`: a part `name[key]=text` for each member. OpenAPI leaves open what is inside a member; here, as
 * most servers read it, an object goes on (`name[a][b]=text`), an array of texts is `name[]=text`, and one that holds arrays or
 * objects `name[0][b]=text`. Members that are empty arrays or objects are left out; as items they would take
 * the index of the next.
 * @throws TypeError if the value cannot be written.
 */
export function deepObjectParts(name: string, value: unknown, escapes: Escapes): string[] {
  return partsOf({ name, key: escapes.name(name), escape: escapes.text, depth: 0 }, value)
}

/** A place in the value. */
interface Place {
  readonly name: string
  /** The name so far, escaped. */
  readonly key: string
  readonly escape: Escape
  readonly depth: number
}

function partsOf(place: Place, value: unknown): string[] {
  const { name, key, escape, depth } = place
  if (isScalar(value)) return [`${key}=${escape(innerText(name, value))}`]
  if (depth === DEEPEST) {
    throw new TypeError(`Parameter "${name}" cannot be sent: it is nested deeper than ${DEEPEST} levels`)
  }
  const at = (token: string): Place => ({ ...place, key: `${key}%5B${token}%5D`, depth: depth + 1 })
  if (!isArray(value)) {
    return membersOf(name, value).flatMap(([member, it]) => partsOf(at(memberToken(place, member)), it))
  }
  const items = itemsOf(value)
  const isFlat = items.every(isScalar)
  return items.flatMap((item, index) => {
    const parts = partsOf(at(isFlat ? '' : String(index)), item)
    return parts.length > 0 ? parts : refuseEmpty(name)
  })
}

function refuseEmpty(name: string): never {
  throw new TypeError(
    `Parameter "${name}" cannot hold an item that is an empty array or object: it would be left out`,
  )
}

function memberToken({ name, escape }: Place, member: string): string {
  if (member !== '' && !/[[\]]/.test(member)) return escape(member)
  throw new TypeError(
    `Parameter "${name}" cannot have a member ${JSON.stringify(member)}: its style puts names in brackets`,
  )
}
