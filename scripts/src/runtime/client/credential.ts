/** Where the credential of a security scheme travels (OpenAPI 3.1, 4.8.27). */
export type SecurityScheme =
  | { readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  /** In `Authorization`, behind the name of an authentication scheme (RFC 9110, 11.4). */
  | { readonly scheme: string }

/** The credential of the scheme `Basic` (RFC 7617). */
export interface BasicCredential {
  readonly username: string
  readonly password: string
}

/** A credential, or what gives it for each call anew; `undefined` and an empty text are none. */
export type Credential<Value extends string | BasicCredential = string> =
  Value | undefined | (() => Value | undefined | Promise<Value | undefined>)

/** The values of credentials, by where they travel. */
export type CredentialValues = {
  readonly [K in 'query' | 'header' | 'cookie']: Readonly<Record<string, string>>
}

/** What a field of a header can hold of text (RFC 9110, 5.5). */
const FIELD = /^[\t\x20-\x7E\x80-\xFF]*$/

/**
 * Puts a credential where it travels.
 * @throws TypeError if it cannot travel there. The message does not show it.
 */
export function addCredential(
  values: CredentialValues,
  key: string,
  scheme: SecurityScheme,
  credential: string | BasicCredential,
): CredentialValues {
  const { in: location, name } = 'scheme' in scheme ? AUTHORIZATION : scheme
  const text =
    'scheme' in scheme
      ? `${scheme.scheme} ${authText(key, scheme.scheme, credential)}`
      : plainText(key, credential)
  if (location === 'header' && !FIELD.test(text)) {
    throw new TypeError(`The credential for "${key}" holds what no header field can, such as a line break`)
  }
  return { ...values, [location]: { ...values[location], [name]: text } }
}

const AUTHORIZATION = { in: 'header', name: 'Authorization' } as const

function plainText(key: string, credential: string | BasicCredential): string {
  if (typeof credential === 'string') return credential
  throw new TypeError(`The credential for "${key}" must be a string`)
}

function authText(key: string, scheme: string, credential: string | BasicCredential): string {
  if (scheme !== 'Basic') return plainText(key, credential)
  if (
    typeof credential === 'string' ||
    typeof credential.username !== 'string' ||
    typeof credential.password !== 'string'
  ) {
    throw new TypeError(`The credential for "${key}" must have a username and a password`)
  }
  const { username, password } = credential
  if (username.includes(':')) throw new TypeError(`The username for "${key}" must not hold a colon`)
  return base64(`${username}:${password}`)
}

/** Text in UTF-8 as base64 (RFC 7617, 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
