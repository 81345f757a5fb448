/** A percent-encoded text decoded, once; `undefined` if an escape is malformed or the bytes are no UTF-8. */
export function decodeEscapes(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** An item of a list in a header field, without the space around it. Few are percent-encoded, so what is no escape stays. */
export function decodeHeaderItem(raw: string): string {
  const text = raw.replaceAll(/^[\t ]+|[\t ]+$/g, '')
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => decodeEscapes(escapes) ?? escapes)
}
