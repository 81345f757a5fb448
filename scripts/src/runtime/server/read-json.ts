import { readBodyText } from './body-bytes.js'
import { checkedBody, type ReadContent } from './incoming-body.js'
import { isNestedDeeper } from '../reading/nesting.js'
import { refuseMalformed } from './refusal.js'

/** Deepest nesting of a body (RFC 8259, 9 allows a limit). It protects the stacks of validators and handlers. */
const DEEPEST = 512

/** Reads a body of JSON (RFC 8259): any value. */
export const readJsonBody: ReadContent = async (body, validate) => {
  const text = await readBodyText(body)
  return text === '' ? undefined : checkedBody(parseJsonBody(text), validate)
}

function parseJsonBody(text: string): unknown {
  if (isNestedDeeper(text, DEEPEST))
    refuseMalformed('body', `The body is nested deeper than ${DEEPEST} levels`)
  try {
    return JSON.parse(text)
  } catch {
    return refuseMalformed('body', 'The body is not valid JSON')
  }
}
