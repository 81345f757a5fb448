import type { Generated } from './generated.js'
import type { Recorded } from './local-server.js'

/** What a handler of the generated server layer gets. */
export interface HandlerInput {
  readonly id: string
  readonly input: Readonly<Record<string, unknown>>
  readonly refusal?: undefined
}

/** What the server layer answers in place of the handler: the status, and why. */
export interface Refusal {
  readonly refusal: string
}

/** Reads a request back by the generated server layer. */
export type ReadBack = (request: Recorded) => Promise<HandlerInput | Refusal>

/** Reads requests by handlers that only say what they got. */
export function readBackBy({ createHandler, routes }: Generated): ReadBack {
  let got: HandlerInput | undefined
  const handlerOf = (id: string) => async (input: HandlerInput['input']) => {
    // Bytes are read before the request is over.
    const { body } = input
    got = { id, input: body instanceof Blob ? { ...input, body: await body.text() } : input }
    return new Response(null, { status: 204 })
  }
  const handle = createHandler(Object.fromEntries(routes.map(({ id }) => [id, handlerOf(id)])))
  return async ({ method, path, query, headers, body }) => {
    got = undefined
    const fields = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const url = `http://127.0.0.1${path}${query === '' ? '' : `?${query}`}`
    const response = await handle(
      new Request(url, { method, headers: fields, ...(body.length > 0 && { body: new Uint8Array(body) }) }),
    )
    return got ?? { refusal: `${response.status}: ${await response.text()}` }
  }
}
