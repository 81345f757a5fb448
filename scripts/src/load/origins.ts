import { pointerTokens } from '../json.js'
import type { Place } from './place.js'
import type { Source } from './source.js'

/** Where a value of the bundle was copied from. */
export interface Origin {
  readonly source: Source
  readonly tokens: readonly string[]
}

/** Knows of each value of the bundle where it came from: of the values that were moved, and so of everything inside them. */
export class Origins {
  readonly #moved: Map<string, Origin>

  /** `origin` is where the whole value came from. */
  constructor(origin: Origin) {
    this.#moved = new Map([['', origin]])
  }

  /** Remembers that the value at `pointer` came from `origin`. */
  set(pointer: string, origin: Origin): void {
    this.#moved.set(pointer, origin)
  }

  /** Takes over what `inner` knows of a value that now stands at `pointer`. */
  include(inner: Origins, pointer: string): void {
    for (const [relative, origin] of inner.#moved) this.#moved.set(pointer + relative, origin)
  }

  /** Where the value at `pointer` came from, or where it would be in the value nearest around it that came from somewhere. */
  of(pointer: string): Origin | undefined {
    for (let prefix = pointer; ; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
      const origin = this.#moved.get(prefix)
      if (origin) {
        return {
          source: origin.source,
          tokens: [...origin.tokens, ...pointerTokens(pointer.slice(prefix.length))],
        }
      }
      if (prefix === '') return undefined
    }
  }

  /** The place in the input that the value at `pointer` came from, or the value nearest around it that came from there. */
  place(pointer: string): Place {
    const origin = this.of(pointer)
    return origin ? origin.source.place(origin.tokens) : { pointer }
  }
}
