/** Bodies of requests that were read by the generated layer, which keeps those to itself that are not valid. */
export interface RecordedBodies {
  /** The same request, whose body is kept as it is read. */
  readonly record: (request: Request) => Request
  /** What was read of a request that was recorded, as JSON; `undefined` if it is none. */
  readonly read: (request: Request) => unknown
}

/** Keeps bodies for as long as their requests are under way. */
export function createRecordedBodies(): RecordedBodies {
  const records = new WeakMap<Request, Uint8Array[]>()
  return {
    record: (request) => {
      if (!request.body) return request
      const chunks: Uint8Array[] = []
      const body = request.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (chunk, controller) => {
            chunks.push(chunk)
            controller.enqueue(chunk)
          },
        }),
      )
      const { method, headers, signal } = request
      const init = { method, headers, signal, body, duplex: 'half' }
      const recorded = new Request(request.url, init)
      records.set(recorded, chunks)
      return recorded
    },
    read: (request) => {
      const chunks = records.get(request)
      return chunks && parsed(Buffer.concat(chunks).toString('utf8'))
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
