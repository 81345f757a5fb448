import { isExplodedMember } from './form.js'
import { decodeParameter, type ValueFormat } from './parameter.js'
import { grouped, readText, readTexts, type Reading } from '../reading/reading.js'
import { sourceOf } from './text-sources.js'

/** A member of a form that is known by name, and how it is written: with a style as in a query, else each value as one text. */
export type PartFormat = Omit<ValueFormat, 'in' | 'isUnusedIfEmpty'>

/** A name and a value: a text that may be escaped, or a file. */
type PartEntry = readonly [name: string, value: string | Blob]

/** The object that the entries of a form stand for. What no part is about is text, or a file, for the validator to judge. */
export function readParts(
  entries: readonly PartEntry[],
  parts: readonly PartFormat[],
  decode: (raw: string) => string,
): object {
  const styled = parts.filter(({ style, isJson }) => style !== undefined || isJson)
  const source = sourceOf(entries.filter(isTextEntry), () => decode)
  const members = styled.map((part) => [part.name, decodeParameter({ ...part, in: 'body' }, source)] as const)
  const readings = new Map<string, Reading>(parts.map((part) => [part.name, part]))
  const others = [...grouped(entries)]
    .filter(([name, values]) => !isText(values) || !styled.some((part) => isAbout(part, name)))
    .map(([name, values]) => [name, readValues(values, decode, readings.get(name) ?? {})] as const)
  // `fromEntries` defines its properties, so that `__proto__` is one like any other.
  return Object.fromEntries([...members.filter(([, value]) => value !== undefined), ...others])
}

function isTextEntry(entry: PartEntry): entry is readonly [name: string, raw: string] {
  return typeof entry[1] === 'string'
}

function isText(values: readonly (string | Blob)[]): values is readonly string[] {
  return values.every((it) => typeof it === 'string')
}

/** Whether entries of a name are read by a part that has a style. */
function isAbout(part: PartFormat, key: string): boolean {
  const { name, style, explode = style === 'form', object } = part
  if (key === name) return true
  if (style === 'deepObject') return key.startsWith(`${name}[`)
  return explode && object !== undefined && isExplodedMember({ ...part, in: 'body' }, object, key)
}

/** The value of what has one name; files are as they are. */
function readValues(
  values: readonly (string | Blob)[],
  decode: (raw: string) => string,
  reading: Reading,
): unknown {
  if (isText(values)) return readTexts(values.map(decode), reading)
  const { array, blob } = reading
  const items = values.map((it) => (typeof it === 'string' ? readText(decode(it), array ?? reading) : it))
  const isSingle = items.length === 1 && (array === undefined || blob === true)
  return isSingle ? items[0] : items
}
