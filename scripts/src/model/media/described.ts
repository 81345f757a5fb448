import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { valueNameOf } from '../../value-schema.js'
import { referredSchema } from '../referred-schema.js'
import { isArray } from '../source.js'

/** What a schema describes: text, bytes, or anything else that has to be written in some syntax, as JSON. */
export type Described = 'text' | 'bytes' | 'data'

/** The keywords that only describe what is written in some syntax. */
const DATA_KEYWORDS = ['properties', 'items', 'additionalProperties', 'prefixItems', 'patternProperties']

/** What a schema describes, wherever that is said; nothing of a schema that takes whatever there is. */
export function describedBy(schema: JsonValue | undefined, document: JsonObject): ReadonlySet<Described> {
  const found = new Set<Described>()
  const seen = new Set<JsonObject>()
  const visit = (it: JsonValue | undefined): void => {
    if (!isJsonObject(it) || seen.has(it)) return
    seen.add(it)
    for (const kind of own(it, '$ref') === undefined ? kindsOf(it) : []) found.add(kind)
    visit(referredSchema(it, document))
    for (const keyword of ['allOf', 'anyOf', 'oneOf'])
      for (const inner of list(own(it, keyword))) visit(inner)
  }
  visit(schema)
  return found
}

function kindsOf(schema: JsonObject): Described[] {
  if (valueNameOf(schema) === 'Blob') return ['bytes']
  const types = typesOf(schema)
  if (types.length > 0) return types.flatMap((type) => kindOfType(type, schema))
  if (DATA_KEYWORDS.some((keyword) => own(schema, keyword) !== undefined)) return ['data']
  return isBinary(schema) ? ['bytes'] : []
}

function typesOf(schema: JsonObject): readonly JsonValue[] {
  const type = own(schema, 'type')
  if (type !== undefined) return list(type, [type])
  const values = [...list(own(schema, 'enum')), own(schema, 'const')].filter((it) => it !== undefined)
  return values.map((it) => typeof it)
}

function kindOfType(type: JsonValue, schema: JsonObject): Described[] {
  if (type === 'null') return []
  if (type !== 'string') return ['data']
  return [isBinary(schema) ? 'bytes' : 'text']
}

/** Whether a string stands for bytes (OpenAPI 3.0, 4.7.24; 3.1, 4.4.1 and 4.8.14.4), and not for a text that encodes some. */
function isBinary(schema: JsonObject): boolean {
  const mediaType = own(schema, 'contentMediaType')
  const isBytes = typeof mediaType === 'string' && !/^(?:text\/|application\/(?:.*\+)?json)/i.test(mediaType)
  return own(schema, 'format') === 'binary' || (isBytes && own(schema, 'contentEncoding') === undefined)
}

function list(value: JsonValue | undefined, otherwise: readonly JsonValue[] = []): readonly JsonValue[] {
  return value !== undefined && isArray(value) ? value : otherwise
}
