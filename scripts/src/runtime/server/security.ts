import { findCredential, type SecurityScheme } from './credential.js'
import { headerText, quotedString } from './header-text.js'
import { RefusedError } from './refusal.js'
import type { Route } from './route.js'

/** Decides whether a credential is good; only `true` lets the request in. */
export type Authenticate<Credential> = (
  credential: Credential,
  request: Request,
) => boolean | Promise<boolean>

/** A security scheme and what decides about its credentials. */
export interface Authenticator {
  readonly scheme: SecurityScheme
  readonly authenticate: Authenticate<never>
}

/**
 * Checks a request by the security requirements of its route: one of the alternatives must be satisfied, and of that one every
 * scheme (OpenAPI 3.1, 4.8.30). Each scheme is asked at most once.
 * @throws RefusedError if none is satisfied.
 */
export async function requireCredentials(
  { security = [] }: Route,
  request: Request,
  authenticators: ReadonlyMap<string, Authenticator>,
  realm: string,
): Promise<void> {
  if (security.length === 0) return
  const verdicts = new Map<string, boolean>()
  const isSatisfied = async (key: string): Promise<boolean> => {
    const verdict = verdicts.get(key) ?? (await isAuthentic(authenticators.get(key)!, request))
    verdicts.set(key, verdict)
    return verdict
  }
  for (const alternative of security) if (await everyInTurn(alternative, isSatisfied)) return
  const schemes = [...new Set(security.flat())].map((key) => authenticators.get(key)!.scheme)
  refuse(schemes, realm, request)
}

async function isAuthentic({ scheme, authenticate }: Authenticator, request: Request): Promise<boolean> {
  const shown = findCredential(scheme, request)
  // The type of the function's credential was made of the same scheme.
  return shown !== undefined && (await authenticate(shown.credential as never, request)) === true
}

async function everyInTurn<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await test(item))) return false
  return true
}

function refuse(schemes: readonly SecurityScheme[], realm: string, request: Request): never {
  const hasCredential = schemes.some((scheme) => findCredential(scheme, request)?.credential !== undefined)
  throw new RefusedError({
    kind: 'unauthorized',
    status: 401,
    headers: { 'www-authenticate': schemes.map((scheme) => challenge(scheme, realm, request)).join(', ') },
    message: hasCredential ? 'The credential is not valid' : 'A credential is required',
    hasCredential,
  })
}

/** How to authenticate (RFC 9110, 11.6.1). What has no registered name gets one that a person understands. */
function challenge(scheme: SecurityScheme, realm: string, request: Request): string {
  const parameters = `realm=${quotedString(realm)}`
  if (scheme.type === 'mutualTLS') return `Mutual ${parameters}`
  if (scheme.type === 'apiKey') {
    return `ApiKey ${parameters}, in=${quotedString(scheme.in)}, name=${quotedString(scheme.name)}`
  }
  if (scheme.type === 'http' && scheme.scheme === 'basic') return `Basic ${parameters}, charset="UTF-8"`
  if (scheme.type === 'http' && scheme.scheme !== 'bearer')
    return `${headerText(scheme.scheme)} ${parameters}`
  // No error code where there was no token (RFC 6750, 3.1).
  const error = findCredential(scheme, request) ? ', error="invalid_token"' : ''
  return `Bearer ${parameters}${error}`
}
