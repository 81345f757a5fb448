import type { ParameterStyle, StyleName } from './parameter-style.js'
import { type Escape, innerText, isArray, isScalar, itemsOf, membersOf } from './parameter-text.js'

/** What stands between the items where a style does not explode. What is an escape itself cannot be told from a value's own. */
const delimiters: { readonly [K in StyleName]?: ',' | '%20' | '%7C' } = {
  form: ',',
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
}

/** How names and texts are escaped. */
export interface Escapes {
  readonly name: Escape
  readonly text: Escape
}

/**
 * A value in one of the styles `form`, `spaceDelimited` and `pipeDelimited`: the parts `name=text`, none of an array without items.
 * @throws TypeError if the value cannot be written.
 */
export function formParts(
  name: string,
  value: unknown,
  { style = 'form', explode }: ParameterStyle,
  escapes: Escapes,
): string[] {
  const part = (key: string, text: string) => `${escapes.name(key)}=${text}`
  const write = (item: unknown) => escapes.text(innerText(name, item))
  if (isScalar(value)) return [part(name, write(value))]
  if (explode ?? style === 'form') {
    // The members' names become those of parameters, so an object must not be there unless the document has one.
    const entries = isArray(value) || explode ? entriesOf(name, value) : refuseObject(name)
    return entries.map(([key, item]) => part(key, write(item)))
  }
  const items = isArray(value) ? itemsOf(value) : membersOf(name, value).flat()
  if (items.length === 0) return []
  // A parameter in parts has no other style.
  const delimiter = delimiters[style]!
  return [part(name, items.map((item) => requireWithout(delimiter, name, write(item))).join(delimiter))]
}

/** Exploded, each item is named by the parameter and each member by itself, once for each of its items if it is an array. */
function entriesOf(name: string, value: unknown): (readonly [string, unknown])[] {
  if (isArray(value)) return itemsOf(value).map((item) => [name, item])
  return membersOf(name, value).flatMap(([key, member]) =>
    isArray(member) ? itemsOf(member).map((item) => [key, item] as const) : [[key, member] as const],
  )
}

function refuseObject(name: string): never {
  throw new TypeError(`Parameter "${name}" cannot be an object: the document has none there`)
}

function requireWithout(delimiter: string, name: string, text: string): string {
  if (!text.toUpperCase().includes(delimiter)) return text
  throw new TypeError(
    `Parameter "${name}" cannot hold "${decodeURIComponent(delimiter)}" in an item: its style separates items by it`,
  )
}
