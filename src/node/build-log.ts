const TAIL = 100

/** What a build has printed, as far as it was read. The service takes no place to go on from: it gives all of it each time. */
export class BuildLog {
  readonly #onLine: ((line: string) => void) | undefined
  #lines: readonly string[] = []

  constructor(onLine?: (line: string) => void) {
    this.#onLine = onLine
  }

  /** Takes the lines that there are now, the last of them where there are more than the service gives, and tells the new ones. */
  update(lines: readonly string[]): void {
    const fresh = lines.slice(overlap(this.#lines, lines))
    this.#lines = lines
    for (const line of fresh) this.#onLine?.(line)
  }

  /** The last lines, which tell why a build has failed. */
  get tail(): readonly string[] {
    return this.#lines.slice(-TAIL)
  }
}

/** How many lines at the beginning of `after` are the last ones of `before`. */
function overlap(before: readonly string[], after: readonly string[]): number {
  const start = before.findIndex((_, index) =>
    before.slice(index).every((line, offset) => line === after[offset]),
  )
  return start === -1 ? 0 : before.length - start
}
