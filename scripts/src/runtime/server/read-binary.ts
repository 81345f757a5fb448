import { readBytes } from './body-bytes.js'
import { checkedBody, type ReadContent } from './incoming-body.js'

/** Reads a body of bytes: a `Blob` of the content type. */
export const readBinaryBody: ReadContent = async (body, validate) =>
  checkedBody(new Blob([await readBytes(body)], { type: body.contentType }), validate)
