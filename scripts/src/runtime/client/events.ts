/** An event of a stream (HTML, "Server-sent events"). */
export interface ServerSentEvent<Data> {
  /** Its type; `message` where the server names none. */
  readonly event: string
  readonly data: Data
  /** The last id that the server gave, empty if none: the `Last-Event-ID` of a request that goes on from here. */
  readonly id: string
  /** How long to wait before that request, in milliseconds, where the server has said so. */
  readonly retry: number | undefined
}

/** Makes events of the lines of a stream (HTML, 9.2.6 "Interpreting an event stream"). */
export class EventBuilder {
  #event = ''
  #data: string[] = []
  #size = 0
  #id = ''
  #retry: number | undefined

  /** How many bytes the lines with the data of the next event have, as far as they have come. */
  get size(): number {
    return this.#size
  }

  /** The event that a line of so many bytes ends, if it does. */
  add(line: string, size: number): ServerSentEvent<string> | undefined {
    if (line === '') return this.#dispatch()
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    // A line that begins with a colon is a comment: its field has no name.
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'data') {
      this.#data.push(value)
      this.#size += size
    } else if (field === 'event') this.#event = value
    else if (field === 'id' && !value.includes('\0')) this.#id = value
    else if (field === 'retry' && /^[0-9]+$/.test(value)) this.#retry = Number(value)
    return undefined
  }

  #dispatch(): ServerSentEvent<string> | undefined {
    const [event, data] = [this.#event || 'message', this.#data]
    this.#event = ''
    this.#data = []
    this.#size = 0
    if (data.length === 0) return undefined
    return { event, data: data.join('\n'), id: this.#id, retry: this.#retry }
  }
}
