import { cookieValues } from './cookie.js'
import type { ParameterLocation, TextSource } from './parameter.js'
import { decodeEscapes, parseQuery } from './query.js'
import { refuseMalformed } from './refusal.js'

/**
 * The parts of a request that parameters travel in; `pathValues` are the still encoded texts of the path's variables. A text
 * whose percent-escapes are malformed or no UTF-8 throws a RefusedError where it is asked for.
 */
export function textSources(
  request: Request,
  query: string,
  pathValues: ReadonlyMap<string, string>,
): { readonly [K in ParameterLocation]: TextSource } {
  const entries = parseQuery(query)
  return {
    path: (name) => present(pathValues.get(name)).map((text) => decodeEscapes(text) ?? refuse('path', name)),
    query: (name) =>
      entries.filter((entry) => entry.name === name).map(({ text }) => text ?? refuse('query', name)),
    header: (name) => present(request.headers.get(name)),
    cookie: (name) => cookieValues(request.headers.get('cookie'), name),
  }
}

function present(text: string | null | undefined): string[] {
  return text === null || text === undefined ? [] : [text]
}

function refuse(part: 'path' | 'query', name: string): never {
  return refuseMalformed(part, `The ${part} parameter ${name} has an escape that is malformed or no UTF-8`)
}
