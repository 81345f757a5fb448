import { boundedBody } from './bounded-body.js'
import type { ReadBody } from './response-body.js'

/** Reads a body as bytes, labelled with the media type of the response. */
export const readBinary: ReadBody = (response, limit = Infinity) =>
  boundedBody(response, limit, {
    whole: (it) => it.blob(),
    joined: (chunks) => new Blob([...chunks], { type: response.headers.get('Content-Type') ?? '' }),
  })
