import { follow } from './reference.js'
import type { Source } from './source.js'
import type { Reference } from './types.js'

/**
 * The targets of the references of all schemas. Which schemas need names is known only when every schema has been read, so a
 * reference gets its name afterwards.
 */
export class ReferenceTable {
  readonly #targets = new Map<string, Source>()
  readonly #references: { name: string; readonly pointer: string }[] = []

  /** The reference that `source`, the value of a `$ref`, stands for; its name is set by {@link settle}. */
  add(source: Source, text: string): Reference | undefined {
    const target = follow(source, text)
    if (target === undefined) return undefined
    const reference = { name: '', pointer: target.pointer }
    this.#references.push(reference)
    this.#targets.set(target.pointer, target)
    return reference
  }

  /** The places that are referred to, in the order of the first reference to each. More may come while it is walked through. */
  targets(): Iterable<Source> {
    return this.#targets.values()
  }

  /** Gives every reference the name of its target. */
  settle(names: ReadonlyMap<string, string>): void {
    for (const reference of this.#references) reference.name = names.get(reference.pointer) ?? reference.name
  }
}
