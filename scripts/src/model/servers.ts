import type { JsonObject } from '../json.js'
import type { OperationSource } from './operation-sources.js'
import { fail, items, member, object, type Source, textMember } from './source.js'
import type { Operation } from './types.js'

/** The URLs of `servers` (OpenAPI 3.1, 4.8.5), their variables replaced by their defaults (4.8.6). */
export function readServers(holder: Source<JsonObject>): string[] {
  return items(member(holder, 'servers')).flatMap((place) => {
    const server = object(place)
    const url = server && textMember(server, 'url')
    return server === undefined || url === undefined ? [] : [substitute(url, server)]
  })
}

function substitute(url: string, server: Source<JsonObject>): string {
  const variables = object(member(server, 'variables'))
  return url.replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
    const variable = variables && object(member(variables, name))
    const value = variable && textMember(variable, 'default')
    return value ?? fail(server, `The server variable "${name}" has no default`) ?? written
  })
}

/**
 * Where an operation is served. The `servers` nearest to it hold: its own, those of its path item, those of the document (4.8.8,
 * 4.8.10); of several, the first. Where that server lies below the document's, it is the way there that counts, so that whoever
 * moves the document's server moves both.
 */
export function readOperationServer(
  { source, item }: OperationSource,
  root: Source<JsonObject>,
): Pick<Operation, 'prefix' | 'server'> {
  const [server] = [source, item].flatMap(readServers)
  if (server === undefined) return { prefix: '' }
  const [base = '/'] = readServers(root)
  const prefix = wayBelow(base, server)
  return prefix === undefined ? { prefix: '', server } : { prefix }
}

/** What of a URL follows another that it begins with, whole segments: `/public`; undefined if it does not. */
function wayBelow(base: string, url: string): string | undefined {
  const from = location(base)
  const to = location(url)
  if (from === undefined || to === undefined) return undefined
  return `${to}/`.startsWith(`${from}/`) ? to.slice(from.length) : undefined
}

/** A URL that no server has. */
const DOCUMENT = 'document://document/'

/**
 * A URL as the URL standard writes it, without a slash at its end; undefined if there is more to it than a place that paths are
 * appended to. One that is relative is so to wherever the document lies, and to be compared with its like only.
 */
function location(url: string): string | undefined {
  if (!URL.canParse(url, DOCUMENT)) return undefined
  const { href, search, hash } = new URL(url, DOCUMENT)
  return search === '' && hash === '' ? href.replace(/\/+$/, '') : undefined
}
