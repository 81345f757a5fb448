import type { Finding } from '../problem.js'
import { toReference } from '../reference.js'
import { ComponentKeys, wishFor } from './component-keys.js'
import { type DynamicScope, enter, scopedKey } from './dynamic-scope.js'
import { placeKey, type SchemaPlace } from './resource.js'

/** A schema as it is in one dynamic scope, which becomes a component of the lowered document. */
export interface ScopedComponent {
  readonly key: string
  readonly place: SchemaPlace
  readonly scope: DynamicScope
}

/** More components than any real schema needs, of those that differ by their dynamic scope alone. */
const MOST_COPIES = 10_000

/** Why there are too many components. */
export const tooManyCopies: Finding = {
  message: `the dynamic references need more than ${MOST_COPIES} copies of schemas`,
  hint: 'Use fewer names of `$dynamicAnchor` in schemas that refer to one another.',
}

/** The components of a lowered document: one for each schema that is referred to and each dynamic scope that makes a difference. */
export class ScopedComponents {
  readonly #components = new Map<string, ScopedComponent>()
  readonly #keys = new ComponentKeys()
  /** Of each schema by its {@link placeKey}, the dynamic anchors on whose meaning it depends. */
  readonly #names: ReadonlyMap<string, ReadonlySet<string>>

  /** @param taken keys that no component may have. */
  constructor(names: ReadonlyMap<string, ReadonlySet<string>>, taken: Iterable<string> = []) {
    this.#names = names
    for (const key of taken) this.#keys.choose(key, key)
  }

  /** Every component, also those that are added while the caller goes through them. */
  [Symbol.iterator](): Iterator<ScopedComponent> {
    return this.#components.values()
  }

  /** Whether there are more than can be meant. */
  get areTooMany(): boolean {
    return this.#components.size - this.#names.size > MOST_COPIES
  }

  /** The scope of a schema that is come to from a schema with the scope `outer`, as far as it matters. */
  scopeOf(place: SchemaPlace, outer: DynamicScope): DynamicScope {
    return enter(outer, place, this.#names.get(placeKey(place)) ?? new Set())
  }

  /** The `$ref` to the component that a schema is, come to from a schema with the scope `outer`. */
  referTo(place: SchemaPlace, outer: DynamicScope, wish = wishFor(place)): string {
    const scope = this.scopeOf(place, outer)
    const id = scopedKey(place, scope)
    const component = this.#components.get(id) ?? { key: this.#keys.choose(wish, id), place, scope }
    this.#components.set(id, component)
    return toReference(['components', 'schemas', component.key])
  }
}
