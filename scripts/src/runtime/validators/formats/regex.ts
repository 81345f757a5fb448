/** Whether `text` is a regular expression of ECMA-262 in the Unicode grammar that the engine can compile. */
export function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
