/** A place in the input. */
export interface Place {
  /** Relative to the working directory, with `/` between its parts; absent when the document was given as an object. */
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based, in UTF-16 code units. */
  readonly column?: number
  /** JSON Pointer (RFC 6901) inside the file, or inside the object that was given. */
  readonly pointer: string
}

/** Turns offsets in a text into 1-based lines and columns. The lines are looked for when a place is first asked for. */
export class LineIndex {
  readonly #text: string
  #starts: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** The line and column of `offset`. */
  at(offset: number): { line: number; column: number } {
    this.#starts ??= [0, ...lineStarts(this.#text)]
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }
}

/** The offsets after each line break of YAML 1.2 (5.4). */
function* lineStarts(text: string): Generator<number> {
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) yield index + lineBreak.length
}
