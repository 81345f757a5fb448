import { decode } from './decode.js'
import type { DecodeJson } from './decode-json.js'
import { parseExactJson } from './exact-json.js'

/** Reads JSON text with all digits of its integers. */
export const decodeExactJson: DecodeJson = (text, codec) => {
  const { value, digits } = parseExactJson(text)
  return decode(codec, value, { digits })
}
