import { isJsonObject, type JsonObject, type JsonValue, own } from '../../../../scripts/src/json.js'
import { followReference } from '../../../../scripts/src/layers/types/follow.js'

/** Whether a schema itself, those in it aside, has something. */
type Has = (schema: JsonObject, document: JsonObject) => boolean

/** What openapi-typescript prints a type for that valid values are not assignable to, or that takes what is never valid. */
const deviations: readonly (readonly [reason: string, has: Has])[] = [
  ['it takes `const: null` for no `const`', (it) => it['const'] === null],
  ['it reads nothing beside `$ref`', (it) => '$ref' in it && ('type' in it || 'required' in it)],
  ['it makes a pattern stand for all names', (it) => 'patternProperties' in it],
  [
    'it asks of listed properties what is said of others',
    (it) => 'properties' in it && isJsonObject(it['additionalProperties']),
  ],
  ['it asks for all of `prefixItems`, and for no more', (it) => 'prefixItems' in it],
  ['it prints `anyOf` as an alternative to what is beside it', (it) => 'properties' in it && 'anyOf' in it],
  [
    'it prints nothing for what branches require of properties beside them',
    (it) => 'properties' in it && 'oneOf' in it,
  ],
  [
    'it prints nothing for a required property that no branch lists itself',
    (it) => 'required' in it && 'allOf' in it,
  ],
  ['it makes types of what OpenAPI calls a hint (3.1, 4.8.25)', isDiscriminated],
]

function isDiscriminated(schema: JsonObject, document: JsonObject): boolean {
  const bases = [own(schema, 'allOf') ?? []].flat() as JsonValue[] // a list of schemas, as everywhere in a document
  return (
    'discriminator' in schema || bases.some((it) => 'discriminator' in (followReference(it, document) ?? {}))
  )
}

/** Why a component's type may differ from what openapi-typescript prints of the document as it is. */
export function deviationsOf(value: JsonValue, document: JsonObject): string[] {
  if (typeof value !== 'object' || value === null) return []
  const found = isJsonObject(value) ? deviations.filter(([, has]) => has(value, document)) : []
  return [
    ...found.map(([reason]) => reason),
    ...Object.values(value).flatMap((it) => deviationsOf(it, document)),
  ]
}

/** The reasons that are listed. */
export const reasons: readonly string[] = deviations.map(([reason]) => reason)
