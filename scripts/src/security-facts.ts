import type { Model, SecurityScheme } from './model/types.js'

/** The security schemes that operations need, in document order. */
export function neededSchemes({ securitySchemes, operations }: Model): SecurityScheme[] {
  const needed = new Set(operations.flatMap(({ security }) => security.flat()))
  return securitySchemes.filter(({ key }) => needed.has(key))
}

/** Names of authentication schemes as their specifications spell them. */
const AUTH_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['basic', 'Basic'],
  ['bearer', 'Bearer'],
])

/** What comes first in `Authorization`, of a scheme that travels there: tokens of OAuth 2.0 are bearer tokens (RFC 6750, 2.1). */
export function authScheme({ type, scheme }: SecurityScheme): string {
  const name = type === 'http' ? scheme! : 'bearer'
  return AUTH_SCHEMES.get(name) ?? name
}

/** Says of a scheme what the document does, and where its credential is in a request. */
export function schemeDoc(scheme: SecurityScheme): string {
  return [scheme.description?.trim(), travels(scheme)].filter(Boolean).join('\n\n')
}

function travels(scheme: SecurityScheme): string {
  const { type, in: location, name } = scheme
  if (type === 'apiKey') return `Travels in the ${location} \`${name}\`.`
  if (type === 'mutualTLS') return 'Travels in the connection: the request shows nothing of it.'
  return `Travels as \`Authorization: ${authScheme(scheme)} …\`.`
}
