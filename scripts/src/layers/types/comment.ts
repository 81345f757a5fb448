import { wrapProse } from '../../emit/index.js'
import { type JsonObject, own } from '../../json.js'

/** Widest line of a comment. */
const WIDTH = 100

/**
 * The words of an object of the document, as the one member that openapi-typescript prints without a tag before it. A line
 * cannot start a tag of its own.
 */
export function commentEntries(object: JsonObject): readonly (readonly ['title', string])[] {
  const texts = ['title', 'summary', 'description']
    .map((key) => own(object, key))
    .filter((text) => typeof text === 'string')
    .map((text) => text.trim())
  const text = [...new Set(texts)].filter((it) => it !== '').join('\n\n')
  if (text === '') return []
  const lines = wrapProse(text.split(/\r\n|[\n\r\u2028\u2029]/), WIDTH)
  return [['title', lines.join('\n').replaceAll(/^(\s*)@/gm, '$1\\@')]]
}
