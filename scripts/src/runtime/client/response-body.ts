import { MalformedResponseError } from './malformed-response-error.js'
import { responseText } from './response-text.js'

/**
 * What the document says of a body: that it is JSON, that there is `none`, or nothing at all, so that it may be `any`: JSON or
 * text.
 */
export type BodyKind = 'json' | 'none' | 'any'

/** Reads a body of another kind; of a stream, `maxBytes` limits each item. */
export type ReadBody = (response: Response, maxBytes?: number) => Promise<unknown>

/** Reads a body to its end, unless it is a stream: a connection whose response was left unread cannot be used again. */
export async function readBody(
  kind: BodyKind | ReadBody,
  response: Response,
  maxBytes?: number,
): Promise<unknown> {
  if (typeof kind === 'function') return kind(response, maxBytes)
  const text = await responseText(response, maxBytes)
  return text === '' ? undefined : parsers[kind](text, response)
}

type Parser = (text: string, response: Response) => unknown

const parsers: { readonly [K in BodyKind]: Parser } = {
  json: (text, response) => {
    try {
      return JSON.parse(text)
    } catch {
      throw new MalformedResponseError(response, text)
    }
  },
  none: () => undefined,
  any: (text, response) => {
    // Text that happens to be JSON, a bare number say, is text where the response says so.
    if (!JSON_TYPE.test(response.headers.get('Content-Type') ?? 'application/json')) return text
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  },
}

const JSON_TYPE = /^[^;]*[/+]json *(?:;|$)/i
