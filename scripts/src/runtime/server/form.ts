import { inTurn, readComposite } from '../reading/composite.js'
import type { StyleName, ValueFormat } from './parameter.js'
import { grouped, readMembers, readText, readTexts } from '../reading/reading.js'
import type { ParameterTexts } from './text-sources.js'

/** What stands between the items where a style does not explode. */
const delimiters: { readonly [K in StyleName]?: RegExp } = {
  form: /,/,
  spaceDelimited: /%20|[+ ]/,
  pipeDelimited: /%7C|\|/i,
}

/** The value of entries in one of the styles `form`, `spaceDelimited` and `pipeDelimited`; `undefined` if there are none. */
export function readForm(format: ValueFormat, texts: ParameterTexts): unknown {
  const { style = 'form', explode = style === 'form', array, object } = format
  if (explode && object) return readExploded(format, object, texts)
  const isSingle = explode || (!array && !object)
  // A parameter in entries has no other style.
  return isSingle ? readOwn(format, texts) : readDelimited(format, delimiters[style]!, texts)
}

function readOwn(format: ValueFormat, { own, text }: ParameterTexts): unknown {
  return own.length === 0 ? undefined : readTexts(own.map(text), format)
}

/** Exploded, an object is the entries that have the names of its members. */
function readExploded(
  format: ValueFormat,
  object: NonNullable<ValueFormat['object']>,
  texts: ParameterTexts,
): unknown {
  const entries = texts.entries.filter(([key]) => isExplodedMember(format, object, key))
  if (entries.length === 0) return readOwn(format, texts)
  return readMembers(grouped(entries.map(([key, raw]) => [key, texts.text(raw)])), format)
}

/** Whether an entry is a member of an exploded object. */
export function isExplodedMember(
  { name, array, types, others, taken = [] }: ValueFormat,
  object: NonNullable<ValueFormat['object']>,
  key: string,
): boolean {
  // Where the value may be something else than an object, that has the value's own name.
  const isElse = key === name && (array !== undefined || types !== undefined)
  const isTaken = taken.includes(key) || taken.includes(key.split('[', 1)[0]!) || isElse
  return Object.hasOwn(object, key) || (others !== undefined && !isTaken)
}

/** One entry holds all items. Several are read as if they were one, where that can only be an array. */
function readDelimited(format: ValueFormat, delimiter: RegExp, texts: ParameterTexts): unknown {
  const { array, object } = format
  const [whole = '', ...rest] = texts.own
  if (texts.own.length === 0) return undefined
  if (rest.length === 0) {
    const items = whole.split(delimiter)
    return readComposite({ whole, items, pairs: inTurn(items) }, format, texts)
  }
  if (!array || object) return texts.own.map((raw) => texts.text(raw))
  return texts.own.flatMap((raw) => raw.split(delimiter)).map((raw) => readText(texts.part(raw), array))
}
