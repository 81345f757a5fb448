/** Where a line ends: at LF, or at CR, LF or both together. */
export type LineEnd = 'lf' | 'any'

const [LF, CR] = [0x0a, 0x0d]

/**
 * Takes bytes that may be cut anywhere, also inside a character, and gives the lines that they end: no part of a character in UTF-8 is
 * the byte of a line break. A byte order mark at the very start is left out.
 */
export class LineSplitter {
  readonly #end: LineEnd
  readonly #limit: number
  readonly #tooLong: () => Error
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #parts: Uint8Array[] = []
  #size = 0
  #lastSize = 0
  #isFirst = true
  /** Whether the last byte was a CR, so that a LF is the rest of that line break. */
  #isAfterCr = false

  /** @param tooLong makes the error that a line of more than `limit` bytes is. */
  constructor(end: LineEnd, limit: number, tooLong: () => Error) {
    this.#end = end
    this.#limit = limit
    this.#tooLong = tooLong
  }

  /**
   * The lines that end in the bytes.
   * @throws Error as soon as a line is longer than the limit.
   */
  *push(bytes: Uint8Array): Generator<string> {
    let start = this.#isAfterCr && bytes[0] === LF ? 1 : 0
    if (bytes.length > 0) this.#isAfterCr = false
    let lf = bytes.indexOf(LF, start)
    let cr = this.#end === 'any' ? bytes.indexOf(CR, start) : -1
    while (lf !== -1 || cr !== -1) {
      const end = lf === -1 || (cr !== -1 && cr < lf) ? cr : lf
      this.#add(bytes.subarray(start, end))
      start = end + 1
      if (end === cr) {
        if (lf === start) start += 1
        else this.#isAfterCr = start === bytes.length
        cr = bytes.indexOf(CR, start)
      }
      // What was found further on is still the next.
      if (lf !== -1 && lf < start) lf = bytes.indexOf(LF, start)
      yield this.rest()
    }
    this.#add(bytes.subarray(start))
  }

  /** What there is of a line that has not ended. */
  rest(): string {
    const text = this.#decoded()
    const isMarked = this.#isFirst && text.startsWith('\uFEFF')
    this.#parts = []
    this.#lastSize = this.#size
    this.#size = 0
    this.#isFirst = false
    return isMarked ? text.slice(1) : text
  }

  #decoded(): string {
    const [first, ...others] = this.#parts
    // Most lines are of one part or none, of which a decoder that keeps nothing knows in less time.
    if (first === undefined) return ''
    const decoder = this.#decoder
    if (others.length === 0) return decoder.decode(first)
    const texts = this.#parts.map((part) => decoder.decode(part, { stream: true }))
    return texts.join('') + decoder.decode()
  }

  /** How many bytes the last line had that was given. */
  get lastSize(): number {
    return this.#lastSize
  }

  #add(part: Uint8Array): void {
    this.#size += part.byteLength
    if (this.#size > this.#limit) throw this.#tooLong()
    if (part.byteLength > 0) this.#parts.push(part)
  }
}
