import type { Codec } from './codec.js'

/** Makes the codec of values that have a text in JSON. */
export function textCodec(isText: (text: string) => boolean, read: (text: string) => unknown): Codec {
  return { read: (json) => (typeof json === 'string' && isText(json) ? read(json) : json) }
}
