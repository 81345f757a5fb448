import { type Code, code, type Declaration, importedType, literal, propertyKey } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { SecurityScheme } from '../../model/types.js'
import { schemeDoc } from '../../security-facts.js'
import { runtimePath } from './paths.js'

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
      doc: { text: schemeDoc(scheme) },
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
