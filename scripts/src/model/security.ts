import type { JsonObject } from '../json.js'
import { resolve } from './reference.js'
import {
  defined,
  fail,
  items,
  member,
  members,
  membersOf,
  mismatch,
  object,
  type Source,
  textMember,
} from './source.js'
import type { SecurityScheme } from './types.js'

const TYPES: ReadonlySet<unknown> = new Set<SecurityScheme['type']>([
  'apiKey',
  'http',
  'mutualTLS',
  'oauth2',
  'openIdConnect',
])
const LOCATIONS: ReadonlySet<unknown> = new Set<SecurityScheme['in']>(['query', 'header', 'cookie'])

function isType(type: unknown): type is SecurityScheme['type'] {
  return TYPES.has(type)
}

function isLocation(location: unknown): location is NonNullable<SecurityScheme['in']> {
  return LOCATIONS.has(location)
}

/** `components.securitySchemes` (OpenAPI 3.1, 4.8.27), in document order. */
export function readSecuritySchemes(components: Source<JsonObject>): SecurityScheme[] {
  return membersOf(components, 'securitySchemes').flatMap(([key, place]) => {
    const source = resolve(place)
    const scheme = source && readScheme(key, source)
    return scheme === undefined ? [] : [scheme]
  })
}

function readScheme(key: string, source: Source<JsonObject>): SecurityScheme | undefined {
  const type = member(source, 'type')
  if (type === undefined || !isType(type.value)) {
    return type === undefined
      ? fail(source, `The security scheme "${key}" must have a "type"`)
      : mismatch(type, `one of ${[...TYPES].join(', ')}`)
  }
  const own = type.value === 'http' ? readHttp(source) : type.value === 'apiKey' ? readApiKey(source) : {}
  const description = textMember(source, 'description')
  return { key, type: type.value, ...own, ...defined({ description }), pointer: source.pointer }
}

function readHttp(source: Source<JsonObject>): Pick<SecurityScheme, 'scheme'> {
  const scheme = textMember(source, 'scheme')
  if (scheme === undefined) fail(source, 'A security scheme of type http must have a "scheme"')
  return defined({ scheme: scheme?.toLowerCase() })
}

function readApiKey(source: Source<JsonObject>): Pick<SecurityScheme, 'in' | 'name'> {
  const name = textMember(source, 'name')
  const location = member(source, 'in')
  if (name === undefined) fail(source, 'A security scheme of type apiKey must have a "name"')
  if (location === undefined) fail(source, 'A security scheme of type apiKey must have an "in"')
  else if (!isLocation(location.value)) mismatch(location, 'query, header or cookie')
  return defined({ name, in: isLocation(location?.value) ? location.value : undefined })
}

/**
 * The alternatives of an operation's `security`, or of the document's where it has none of its own; each as the keys of the
 * schemes that it needs together (4.8.10, 4.8.30).
 */
export function readSecurity(
  operation: Source<JsonObject>,
  root: Source<JsonObject>,
  schemes: readonly SecurityScheme[],
): (readonly string[])[] {
  const source = member(operation, 'security') ?? member(root, 'security')
  return items(source).flatMap((place) => {
    const requirement = object(place)
    if (requirement === undefined) return []
    for (const [key, scheme] of members(requirement)) {
      if (!schemes.some((it) => it.key === key)) {
        fail(scheme, `There is no security scheme "${key}" in components.securitySchemes`)
      }
    }
    return [Object.keys(requirement.value)]
  })
}
