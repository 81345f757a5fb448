import { readBodyText } from './body-bytes.js'
import { checkedBody, type ReadContent } from './incoming-body.js'

/** Reads a body of text, which is UTF-8: a string. */
export const readTextBody: ReadContent = async (body, validate) =>
  checkedBody(await readBodyText(body), validate)
