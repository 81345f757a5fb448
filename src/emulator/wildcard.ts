/** Whether a text is that of a pattern, in which `*` stands for any text. */
export function matches(pattern: string, text: string): boolean {
  const literals = pattern.split('*').map((literal) => literal.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's').test(text)
}
