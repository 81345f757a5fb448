import { type Code, code, type Declaration, importedType, literal, propertyKey } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Model, SecurityScheme } from '../../model/types.js'
import { runtimePath } from './paths.js'

/** The security schemes that operations need, in document order. */
export function neededSchemes({ securitySchemes, operations }: Model): SecurityScheme[] {
  const needed = new Set(operations.flatMap(({ security }) => security.flat()))
  return securitySchemes.filter(({ key }) => needed.has(key))
}

/** The interface of the functions that decide about credentials. */
export function securityDeclaration(schemes: readonly SecurityScheme[]): Declaration {
  return {
    kind: 'interface',
    name: 'Security',
    visibility: 'public',
    doc: {
      text: 'Decides for each security scheme whether a credential is good; only `true` lets a request in.',
    },
    properties: schemes.map((scheme) => ({
      name: scheme.key,
      type: code`${importedType(runtimePath('security'), 'Authenticate')}<${credentialType(scheme)}>`,
      readonly: true,
      doc: { text: [scheme.description?.trim(), travels(scheme)].filter(Boolean).join('\n\n') },
    })),
  }
}

/** The schemes as the runtime reads them. */
export function schemesValue(schemes: readonly SecurityScheme[]): Code {
  if (schemes.length === 0) return code`{}`
  return code`
    {
      ${schemes.map((scheme) => code`${propertyKey(scheme.key)}: ${literal(schemeValue(scheme))},`)}
    }
  `
}

function schemeValue({ type, scheme, in: location, name }: SecurityScheme): JsonObject {
  return {
    type,
    ...(type === 'http' && { scheme: scheme! }),
    ...(type === 'apiKey' && { in: location!, name: name! }),
  }
}

function credentialType({ type, scheme }: SecurityScheme): Code {
  if (type === 'mutualTLS') return code`undefined`
  return scheme === 'basic' ? importedType(runtimePath('credential'), 'BasicCredential') : code`string`
}

/** Where the credential is in a request. */
function travels({ type, scheme, in: location, name }: SecurityScheme): string {
  if (type === 'apiKey') return `Travels in the ${location} \`${name}\`.`
  if (type === 'mutualTLS') return 'Travels in the connection: the request shows nothing of it.'
  const authScheme = type === 'http' ? scheme! : 'bearer'
  return `Travels as \`Authorization: ${AUTH_SCHEMES.get(authScheme) ?? authScheme} …\`.`
}

/** Names of authentication schemes as their specifications spell them. */
const AUTH_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['basic', 'Basic'],
  ['bearer', 'Bearer'],
])
