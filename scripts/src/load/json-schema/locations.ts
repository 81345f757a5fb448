import type { Place } from '../place.js'
import { pointerOf } from '../reference.js'
import type { SchemaDocument, SchemaPlace } from './resource.js'

/** Knows of each schema of a lowered document where it stands in the schema that was given, or in a remote one. */
export class Locations {
  readonly #moved = new Map<string, { readonly uri: string; readonly pointer: string }>()

  /** Remembers where a component came from. */
  add(key: string, { resource, pointer }: SchemaPlace): void {
    this.move(key, '', resource.document, pointer)
  }

  /** Remembers where the schema at `copy` in a component came from. */
  move(key: string, copy: string, { uri }: SchemaDocument, original: string): void {
    this.#moved.set(pointerOf(['components', 'schemas', key]) + copy, { uri, pointer: original })
  }

  /** The JSON Pointers of what came from somewhere, each with that of where it came from. */
  [Symbol.iterator](): Iterator<
    readonly [pointer: string, origin: { readonly uri: string; readonly pointer: string }]
  > {
    return this.#moved.entries()
  }

  /** The place of a schema as a URI reference: `#` and a JSON Pointer, after the URI of a remote document. */
  reference(pointer: string): string | undefined {
    const found = this.#find(pointer)
    return found && `${found.uri}#${found.pointer}`
  }

  /** The place of a value of the lowered document, for a diagnostic; that of a remote document goes by its URI. */
  place(pointer: string): Place {
    const found = this.#find(pointer) ?? { uri: '', pointer: '' }
    return { pointer: found.pointer, ...(found.uri !== '' && { file: found.uri }) }
  }

  #find(pointer: string): { uri: string; pointer: string } | undefined {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const origin = this.#moved.get(pointer.slice(0, end))
      if (origin) return { uri: origin.uri, pointer: origin.pointer + pointer.slice(end) }
    }
    return undefined
  }
}
