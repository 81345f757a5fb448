/** The digits of numbers in arrays and objects, where a number of JavaScript might not have all of them. */
export class Digits {
  readonly #known = new WeakMap<object, Map<string, string>>()
  /** Those of a value that is a number itself. */
  ofRoot: string | undefined

  add(container: object, key: string | number, digits: string): void {
    const known = this.#known.get(container) ?? new Map<string, string>()
    this.#known.set(container, known.set(String(key), digits))
  }

  of(container: object, key: string | number): string | undefined {
    return this.#known.get(container)?.get(String(key))
  }

  /** Has a copy have what the original has. */
  copy(original: object, copy: object): void {
    const known = this.#known.get(original)
    if (known !== undefined) this.#known.set(copy, known)
  }
}
