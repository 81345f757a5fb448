import type { Codec } from './codec.js'
import { decode } from './decode.js'

/**
 * Makes a value in memory of JSON text.
 * @throws SyntaxError if it is no JSON.
 */
export type DecodeJson = (text: string, codec: Codec) => unknown

/** Reads JSON text as `JSON.parse` does. */
export const decodeJson: DecodeJson = (text, codec) => decode(codec, JSON.parse(text))
