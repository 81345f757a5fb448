import type { JsonObject } from '../json.js'
import type { OperationSource } from './operation-sources.js'
import { defined, fail, items, member, mismatch, object, type Source, textMember } from './source.js'
import type { Operation, ServerTemplate, ServerVariable } from './types.js'

/** The `servers` (OpenAPI 3.1, 4.8.5), with the variables (4.8.6) that their URLs have. */
export function readServerTemplates(holder: Source<JsonObject>): ServerTemplate[] {
  return items(member(holder, 'servers')).flatMap((place) => {
    const server = object(place)
    const url = server && textMember(server, 'url')
    if (server === undefined || url === undefined) return []
    const description = textMember(server, 'description')
    return [{ url, ...defined({ description }), variables: readVariables(url, server) }]
  })
}

const VARIABLE = /\{([^{}]*)\}/g

function readVariables(url: string, server: Source<JsonObject>): ServerVariable[] {
  const variables = object(member(server, 'variables'))
  const names = new Set(Array.from(url.matchAll(VARIABLE), ([, name = '']) => name))
  return [...names].flatMap((name) => {
    const variable = variables && object(member(variables, name))
    const text = variable && textMember(variable, 'default')
    if (variable === undefined || text === undefined) {
      return fail(server, `The server variable "${name}" has no default`) ?? []
    }
    const description = textMember(variable, 'description')
    return [{ name, default: text, ...defined({ enum: readEnum(variable), description }) }]
  })
}

function readEnum(variable: Source<JsonObject>): string[] | undefined {
  const values = items(member(variable, 'enum')).flatMap((place) =>
    typeof place.value === 'string' ? [place.value] : (mismatch(place, 'a string') ?? []),
  )
  return values.length === 0 ? undefined : [...new Set(values)]
}

/** The URL of a server, its variables replaced by their defaults. */
export function defaultUrl({ url, variables }: ServerTemplate): string {
  const defaults = new Map(variables.map((it) => [it.name, it.default]))
  return url.replaceAll(VARIABLE, (written, name: string) => defaults.get(name) ?? written)
}

function readServers(holder: Source<JsonObject>): string[] {
  return readServerTemplates(holder).map(defaultUrl)
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
