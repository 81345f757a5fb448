import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { referencePointer, valueAt } from '../../pointer.js'
import { isArray } from '../source.js'

/** A schema and its place in the document. */
export interface Located {
  readonly schema: JsonObject
  readonly pointer: string
}

/** The schema in a place; undefined where there is none, or `true` or `false`. */
export function located(schema: JsonValue | undefined, pointer: string): Located | undefined {
  return isJsonObject(schema) ? { schema, pointer } : undefined
}

/** What the `$ref` of a schema leads to. */
export function target({ schema }: Located, document: JsonObject): Located | undefined {
  const reference = own(schema, '$ref')
  const pointer = typeof reference === 'string' ? referencePointer(reference) : undefined
  return pointer === undefined ? undefined : located(valueAt(document, pointer), pointer)
}

/** The schema in a keyword. */
export function inner({ schema, pointer }: Located, keyword: string): Located[] {
  const found = located(own(schema, keyword), childPointer(pointer, keyword))
  return found === undefined ? [] : [found]
}

/** The schemas in a keyword that holds a list of them. */
export function listed({ schema, pointer }: Located, keyword: string): Located[] {
  const list = own(schema, keyword)
  const place = childPointer(pointer, keyword)
  if (list === undefined || !isArray(list)) return []
  return list.flatMap((it, index) => located(it, childPointer(place, index)) ?? [])
}

/** The schemas in a keyword that holds them by name. */
export function named(
  { schema, pointer }: Located,
  keyword: string,
): (readonly [name: string, schema: Located])[] {
  const map = own(schema, keyword)
  const place = childPointer(pointer, keyword)
  return Object.entries(isJsonObject(map) ? map : {}).flatMap(([name, it]) => {
    const found = located(it, childPointer(place, name))
    return found === undefined ? [] : [[name, found] as const]
  })
}

/** A schema and all that hold together with it: what it refers to and the members of its `allOf`, at any depth, each once. */
export function conjuncts(start: readonly Located[], document: JsonObject): Located[] {
  const found = new Map(start.map((it) => [it.pointer, it]))
  // A map gives what is added while it is walked through, too.
  for (const it of found.values()) {
    const referred = target(it, document)
    for (const part of [...(referred ? [referred] : []), ...listed(it, 'allOf')]) {
      if (!found.has(part.pointer)) found.set(part.pointer, part)
    }
  }
  return [...found.values()]
}

/** The schemas that may hold for the same value: conjuncts, and alternatives of these. */
export function inPlace(start: readonly Located[], document: JsonObject): Located[] {
  const found = new Map<string, Located>()
  const open = [...start]
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (found.has(it.pointer)) continue
    found.set(it.pointer, it)
    open.push(...conjuncts([it], document), ...listed(it, 'anyOf'), ...listed(it, 'oneOf'))
  }
  return [...found.values()]
}
