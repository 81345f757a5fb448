import type { Entry, Undo } from '../reading/composite.js'
import { decodeEscapes, decodeHeaderItem } from '../reading/escapes.js'
import { cookieEntries, decodeCookie } from './cookie.js'
import type { ParameterLocation } from './parameter.js'
import { decodeForm, parseQuery } from './query.js'
import { refuseMalformed } from './refusal.js'

/** What a part of a request has for a parameter. */
export interface ParameterTexts extends Undo {
  /** The still escaped texts of the parameter's own name. */
  readonly own: readonly string[]
  /** All that the part has, in order. */
  readonly entries: readonly Entry[]
}

/** Gives what there is for the parameter of a name. */
export type TextSource = (name: string) => ParameterTexts

/**
 * The parts of a request that parameters travel in; `pathValues` are the still encoded texts of the path's variables. A text
 * whose percent-escapes are malformed or no UTF-8 throws a RefusedError when it is decoded.
 */
export function textSources(
  request: Request,
  query: string,
  pathValues: ReadonlyMap<string, string>,
): { readonly [K in ParameterLocation]: TextSource } {
  return {
    path: sourceOf([...pathValues], (name) => (raw) => decodeEscapes(raw) ?? refuse('path', name)),
    query: sourceOf(parseQuery(query), (name) => (raw) => decodeForm(raw) ?? refuse('query', name)),
    header: (name) => {
      const raw = request.headers.get(name)
      const entries: Entry[] = raw === null ? [] : [[name, raw]]
      return { ...sourceOf(entries, () => (text) => text)(name), part: decodeHeaderItem }
    },
    cookie: sourceOf(cookieEntries(request.headers.get('cookie')), () => decodeCookie),
  }
}

/** Gives of entries those of a name; `decode` undoes their escapes. */
export function sourceOf(
  entries: readonly Entry[],
  decode: (name: string) => (raw: string) => string,
): TextSource {
  return (name) => ({
    own: entries.filter(([it]) => it === name).map(([, raw]) => raw),
    entries,
    text: decode(name),
    part: decode(name),
  })
}

function refuse(part: 'path' | 'query', name: string): never {
  return refuseMalformed(part, `The ${part} parameter ${name} has an escape that is malformed or no UTF-8`)
}
