import { cookieEntries, decodeCookie } from './cookie.js'
import { decodeForm, parseQuery } from './query.js'

/** How callers authenticate, as the document has it (OpenAPI 3.1, 4.8.27). */
export type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: string }
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  | { readonly type: 'oauth2' | 'openIdConnect' | 'mutualTLS' }

/** The credential of the scheme `Basic` (RFC 7617). */
export interface BasicCredential {
  readonly username: string
  readonly password: string
}

/** What a request shows for a scheme. Nothing of a client's certificate can be seen in it, so that is `undefined`. */
export interface Shown {
  readonly credential: string | BasicCredential | undefined
}

/** The credential of a request for a scheme; `undefined` if there is none. */
export function findCredential(scheme: SecurityScheme, request: Request): Shown | undefined {
  if (scheme.type === 'mutualTLS') return { credential: undefined }
  if (scheme.type === 'apiKey') return shown(keyFinders[scheme.in](scheme.name, request))
  // Access tokens of OAuth 2.0 travel as bearer tokens (RFC 6750, 2.1).
  const authScheme = scheme.type === 'http' ? scheme.scheme : 'bearer'
  const text = authorization(authScheme, request)
  return shown(authScheme === 'basic' ? parseBasic(text) : text)
}

function shown(credential: string | BasicCredential | undefined): Shown | undefined {
  return credential === undefined || credential === '' ? undefined : { credential }
}

const keyFinders = {
  query: (name: string, request: Request) =>
    first(parseQuery(new URL(request.url).search.slice(1)), name, decodeForm),
  header: (name: string, request: Request) => request.headers.get(name) ?? undefined,
  cookie: (name: string, request: Request) =>
    first(cookieEntries(request.headers.get('cookie')), name, decodeCookie),
}

function first(
  entries: readonly (readonly [name: string, raw: string])[],
  name: string,
  decode: (raw: string) => string | undefined,
): string | undefined {
  const found = entries.find(([it]) => it === name)
  return found && decode(found[1])
}

/** What follows the name of the scheme in `Authorization` (RFC 9110, 11.4; the name is case-insensitive). */
function authorization(scheme: string, request: Request): string | undefined {
  const [, name, credential] = /^(\S+) +(.*)$/.exec(request.headers.get('authorization') ?? '') ?? []
  return name?.toLowerCase() === scheme ? credential : undefined
}

/** User and password of base64 text, which is UTF-8 inside (RFC 7617, 2); the user is all before the first colon. */
function parseBasic(text: string | undefined): BasicCredential | undefined {
  if (text === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const [username = '', ...password] = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(':')
    return password.length === 0 ? undefined : { username, password: password.join(':') }
  } catch {
    return undefined
  }
}
