import { readBodyText } from './body-bytes.js'
import { type PartFormat, readParts } from './body-parts.js'
import { checkedBody, type ReadContent } from './incoming-body.js'
import { decodeForm } from './query.js'
import { refuseMalformed } from './refusal.js'

/** Makes the reader of bodies of `application/x-www-form-urlencoded` (WHATWG URL, 5.1): an object. */
export function formReader(parts: readonly PartFormat[] = []): ReadContent {
  return async (body, validate) => {
    const entries = formEntries(await readBodyText(body))
    return checkedBody(readParts(entries, parts, decodeFormText), validate)
  }
}

/** The decoded names of a form, and their texts, still escaped. */
function formEntries(text: string): (readonly [name: string, raw: string])[] {
  const entries = text.split('&').filter((entry) => entry !== '')
  return entries.map((entry) => {
    const end = entry.indexOf('=')
    const name = decodeFormText(end === -1 ? entry : entry.slice(0, end))
    return [name, end === -1 ? '' : entry.slice(end + 1)]
  })
}

function decodeFormText(raw: string): string {
  return decodeForm(raw) ?? refuseMalformed('body', 'The body has an escape that is malformed or no UTF-8')
}
