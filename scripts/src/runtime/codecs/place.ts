import type { Digits } from './digits.js'

/** An array or object, by the indexes or names of what is in it. */
export interface Container {
  [key: string | number]: unknown
}

/** Whether a value is an array or object of JSON. */
export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}

/** `Array.isArray` of arrays and objects. */
export function isList(value: Container): value is Container & unknown[] {
  return Array.isArray(value)
}

/** An array or object inside a value. It is copied, and what it is in, when something in it changes. */
export class Place {
  #container: Container
  #isCopy = false
  readonly #parent: Place | undefined
  readonly #key: string | number
  readonly #digits: Digits

  constructor(container: Container, parent: Place | undefined, key: string | number, digits: Digits) {
    this.#container = container
    this.#parent = parent
    this.#key = key
    this.#digits = digits
  }

  get(key: string | number): unknown {
    return this.#container[key]
  }

  /** The digits of a number in it. */
  digitsOf(key: string | number): string | undefined {
    return this.#digits.of(this.#container, key)
  }

  set(key: string | number, value: unknown): void {
    if (this.get(key) === value) return
    for (const place of this.#uncopied()) place.#copy()
    this.#put(key, value)
  }

  /** The property is there already, and so its own: of the name `__proto__`, too. */
  #put(key: string | number, value: unknown): void {
    this.#container[key] = value
  }

  /** What is to be copied before something in it changes, from the outside in. */
  #uncopied(): Place[] {
    if (this.#isCopy) return []
    const found: Place[] = [this]
    for (let it = this.#parent; it !== undefined && !it.#isCopy; it = it.#parent) found.push(it)
    return found.reverse()
  }

  #copy(): void {
    const container = this.#container
    // An array is a container as well, but its own type has no names.
    const copy = (isList(container) ? [...container] : { ...container }) as Container
    this.#digits.copy(container, copy)
    this.#container = copy
    this.#isCopy = true
    if (this.#parent) this.#parent.#put(this.#key, copy)
  }
}
