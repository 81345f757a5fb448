import { type Code, code, type Declaration, importedType, literal, propertyKey } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Model, Operation, SecurityScheme } from '../../model/types.js'
import { authScheme, neededSchemes, schemeDoc } from '../../security-facts.js'

const CREDENTIAL = 'runtime/client/credential.ts'

/** Name of the options of `createClient`. */
export const OPTIONS = 'ClientOptions'
/** Name of the table of security schemes. */
export const SCHEMES = 'securitySchemes'

/** The security schemes that a request can carry a credential for: that of mutual TLS is in the connection. */
export function credentialSchemes(model: Model): SecurityScheme[] {
  return neededSchemes(model).filter(({ type }) => type !== 'mutualTLS')
}

/**
 * What `send` needs to know of an operation's security. An alternative that needs nothing of a request says nothing: without a
 * credential for any other, the request is as it demands.
 */
export function securityFact({ security }: Operation, schemes: readonly SecurityScheme[]): JsonObject {
  const alternatives = security
    .map((keys) => keys.filter((key) => schemes.some((it) => it.key === key)))
    .filter((keys) => keys.length > 0)
  return alternatives.length === 0 ? {} : { security: alternatives }
}

/** The options of a client, with a credential for each security scheme, and the table of those; none without a scheme. */
export function securityDeclarations(schemes: readonly SecurityScheme[]): Declaration[] {
  if (schemes.length === 0) return []
  return [
    {
      kind: 'interface',
      name: OPTIONS,
      visibility: 'public',
      doc: { text: 'Options of every call of a client, and its credentials.' },
      extends: [importedType('runtime/client/client.ts', OPTIONS)],
      properties: [
        {
          name: 'auth',
          type: code`Credentials | undefined`,
          optional: true,
          readonly: true,
          doc: {
            text: 'Credentials by security scheme. A call has those of the first alternative of its operation for which they are all there; a header that is given by `headers` takes precedence.',
          },
        },
      ],
    },
    {
      kind: 'interface',
      name: 'Credentials',
      visibility: 'public',
      doc: { text: 'A credential for each security scheme, or a function that gives it for each call.' },
      properties: schemes.map((scheme) => ({
        name: scheme.key,
        type: code`${credentialType(scheme)} | undefined`,
        optional: true,
        readonly: true,
        doc: { text: schemeDoc(scheme) },
      })),
    },
    {
      kind: 'constant',
      name: SCHEMES,
      visibility: 'private',
      type: code`Readonly<Record<keyof Credentials, ${importedType(CREDENTIAL, 'SecurityScheme')}>>`,
      value: code`
        {
          ${schemes.map((scheme) => code`${propertyKey(scheme.key)}: ${literal(schemeValue(scheme))},`)}
        }
      `,
    },
    ...reExport('Credential'),
    ...(schemes.some(isBasic) ? reExport('BasicCredential') : []),
  ]
}

function credentialType(scheme: SecurityScheme): Code {
  const credential = importedType(CREDENTIAL, 'Credential')
  return isBasic(scheme) ? code`${credential}<${importedType(CREDENTIAL, 'BasicCredential')}>` : credential
}

function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme === 'basic'
}

function schemeValue(scheme: SecurityScheme): JsonObject {
  const { type, in: location, name } = scheme
  return type === 'apiKey' ? { in: location!, name: name! } : { scheme: authScheme(scheme) }
}

function reExport(name: string): Declaration[] {
  return [{ kind: 're-export', visibility: 'public', from: CREDENTIAL, names: [{ name, typeOnly: true }] }]
}
