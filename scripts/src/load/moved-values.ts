import { isJsonObject, own, type JsonValue } from '../json.js'
import { nameComponents, type Moved } from './component-names.js'
import { setOwn, type MutableObject } from './mutable.js'
import type { ObjectType } from './object-types.js'
import { Origins } from './origins.js'
import type { Place } from './place.js'
import type { Finding } from './problem.js'
import { targetKey } from './resolver.js'
import { pointerOf, toReference } from './reference.js'

/** A value that the bundle keeps under `components`, though its own place is elsewhere. */
export interface MovedValue extends Moved {
  readonly type: ObjectType
  /** Where it is first referred to. */
  readonly place: Place
  /** Where what is inside it came from. */
  readonly origins: Origins
  value: JsonValue
}

/** The values that have to move into the bundle, and the references to them, which are written when these have names. */
export class MovedValues {
  readonly #values = new Map<string, MovedValue>()
  readonly #pending: { readonly holder: MutableObject; readonly key: string; readonly moved: MovedValue }[] =
    []

  /** Moves `target` to `section`, if it is not there yet, and will write a reference to it into `holder`. */
  refer(holder: MutableObject, key: string, wanted: Moved & { type: ObjectType; place: () => Place }): void {
    const id = `${wanted.section} ${targetKey(wanted.target)}`
    const moved = this.#values.get(id) ?? {
      ...wanted,
      place: wanted.place(),
      origins: new Origins(wanted.target),
      value: null,
    }
    this.#values.set(id, moved)
    this.#pending.push({ holder, key, moved })
  }

  /** Every value, also those that are added while the caller goes through them. */
  [Symbol.iterator](): Iterator<MovedValue> {
    return this.#values.values()
  }

  /** Puts all values under the `components` of `document` and writes the references to them. */
  settle(
    document: MutableObject,
    origins: Origins,
    rootPath: string,
    warn: (place: Place, finding: Finding) => void,
  ): void {
    if (this.#values.size === 0) return
    const components = section(document, 'components')
    const isTaken = (name: string, key: string): boolean => Object.hasOwn(section(components, name), key)
    const names = nameComponents([...this.#values.values()], rootPath, isTaken, (moved, finding) =>
      warn(moved.place, finding),
    )
    for (const [moved, name] of names) {
      setOwn(section(components, moved.section), name, moved.value)
      origins.include(moved.origins, pointerOf(['components', moved.section, name]))
    }
    for (const { holder, key, moved } of this.#pending) {
      setOwn(holder, key, toReference(['components', moved.section, names.get(moved) ?? '']))
    }
  }
}

/** The object at `key`, made if there is nothing. What is there and no object stays, for it is to be reported. */
function section(object: MutableObject, key: string): MutableObject {
  const existing = own(object, key)
  if (existing !== undefined && isJsonObject(existing)) return existing
  const made: MutableObject = {}
  if (existing === undefined) setOwn(object, key, made)
  return made
}
