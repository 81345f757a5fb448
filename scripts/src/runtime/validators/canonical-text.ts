/**
 * A text that two JSON values share exactly if they are equal: numbers by value, objects whatever the order of their properties.
 * What is still to be written is kept in a list and not on the stack, so values may be nested as deeply as they like.
 */
export function canonicalText(value: unknown): string {
  let text = ''
  const open = [value]
  while (open.length > 0) {
    const part = open.pop()
    if (typeof part !== 'object' || part === null) {
      text += scalarText(part)
    } else if (Array.isArray(part)) {
      text += `[${part.length}:`
      for (let index = part.length - 1; index >= 0; index -= 1) open.push(part[index])
    } else {
      text += openProperties(part as Readonly<Record<string, unknown>>, open) // no array, so its entries are its properties
    }
  }
  return text
}

/** Lengths go before what they measure, so no text is the beginning of another, and nothing has to be escaped. */
function scalarText(value: unknown): string {
  return typeof value === 'string' ? `"${value.length}:${value}` : `${String(value)};`
}

/** The text of the names of an object's properties, in order of code units; their values are put on the list. */
function openProperties(object: Readonly<Record<string, unknown>>, open: unknown[]): string {
  const names = Object.keys(object)
  if (!isSorted(names)) names.sort()
  let text = '{'
  for (let index = names.length - 1; index >= 0; index -= 1) {
    const name = names[index]!
    const value = object[name]
    if (value === undefined) continue
    text += `${name.length}:${name}`
    open.push(value)
  }
  return `${text}}`
}

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index += 1) if (names[index - 1]! > names[index]!) return false
  return true
}
