import { type Client, type ClientOptions, fieldsOf, openClient } from './client.js'
import {
  addCredential,
  type BasicCredential,
  type Credential,
  type CredentialValues,
  type SecurityScheme,
} from './credential.js'
import type { Operation } from './operation.js'

type AnyCredential = string | BasicCredential

/** Credentials by the keys of their security schemes. */
type Credentials<Key extends string> = {
  readonly [K in Key]?: Credential | Credential<BasicCredential> | undefined
}

/**
 * Makes a client that has credentials for security schemes of the document.
 * @throws TypeError if there is a credential for what is no such scheme.
 */
export function openSecuredClient<Key extends string>(
  { auth, ...options }: ClientOptions & { readonly auth?: Credentials<Key> | undefined },
  schemes: Readonly<Record<Key, SecurityScheme>>,
): Client {
  const client = openClient(options)
  if (auth === undefined) return client
  const keys = Object.keys(schemes)
  const unknown = Object.keys(auth).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    const known = keys.map((key) => JSON.stringify(key)).join(', ')
    throw new TypeError(`There is no security scheme ${JSON.stringify(unknown)}: \`auth\` may have ${known}`)
  }
  return { ...client, authorize: authorizer(schemes, auth, options) }
}

/** Adds to calls the credentials that their operations need. What a caller gives by itself, a header above all, stays. */
function authorizer(
  schemes: Readonly<Record<string, SecurityScheme>>,
  auth: Credentials<string>,
  { headers, baseUrl: base = '' }: ClientOptions,
): NonNullable<Client['authorize']> {
  const own = new Set(
    Object.entries(fieldsOf(headers)).flatMap(([name, value]) => (value == null ? [] : [name.toLowerCase()])),
  )
  return async ({ security = [], baseUrl: server = base }, input, options) => {
    const credentials = await firstSatisfied(security, auth)
    const { header, query, cookie } = credentials.reduce<CredentialValues>(
      (values, [key, credential]) => addCredential(values, key, schemes[key]!, credential),
      { header: {}, query: {}, cookie: {} },
    )
    if (Object.keys(query).length > 0) checkBaseUrl(options.baseUrl ?? server)
    const fields = Object.entries(header).filter(([name]) => !own.has(name.toLowerCase()))
    return {
      input: { ...input, query: { ...query, ...input.query }, cookie: { ...cookie, ...input.cookie } },
      options: { ...options, headers: { ...Object.fromEntries(fields), ...fieldsOf(options.headers) } },
    }
  }
}

/** The error of the platform would show the whole URL, with the credential in its query. */
function checkBaseUrl(url: string): void {
  // A page has a location, to which URLs may be relative.
  const { location } = globalThis as { readonly location?: { readonly href: string } }
  if (URL.canParse(url, location?.href)) return
  throw new TypeError(`The base URL must be absolute, but it is ${JSON.stringify(url)}`)
}

/**
 * The credentials of the first alternative that there are all credentials for (OpenAPI 3.1, 4.8.30); none if there is no such
 * alternative. A function is called at most once.
 */
async function firstSatisfied(
  security: NonNullable<Operation['security']>,
  auth: Credentials<string>,
): Promise<(readonly [key: string, credential: AnyCredential])[]> {
  const known = new Map<string, AnyCredential | undefined>()
  for (const alternative of security) {
    for (const key of alternative) {
      // oxlint-disable-next-line no-await-in-loop -- what is not needed is not asked for
      if (!known.has(key)) known.set(key, await current(Object.hasOwn(auth, key) ? auth[key] : undefined))
      if (known.get(key) === undefined) break
    }
    const credentials = alternative.map((key) => [key, known.get(key)] as const)
    if (credentials.every(isGiven)) return credentials
  }
  return []
}

function isGiven(
  entry: readonly [key: string, credential: AnyCredential | undefined],
): entry is readonly [string, AnyCredential] {
  return entry[1] !== undefined
}

async function current(credential: Credentials<string>[string]): Promise<AnyCredential | undefined> {
  const value = typeof credential === 'function' ? await credential() : credential
  return value === '' ? undefined : (value ?? undefined)
}
