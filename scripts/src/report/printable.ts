/** Controls, which a terminal would obey, and marks that reorder or hide what a reader sees; tabs are harmless. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Text of a document or file as one line that is safe to show on a terminal: what is not printable is escaped. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => {
    if (character === '\t') return character
    if (character === '\r') return '\\r'
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
