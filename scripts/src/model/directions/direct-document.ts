import { childPointer, escapeToken, isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { referencePointer, replaceAt, valueAt } from '../../pointer.js'
import type { ModelOptions } from '../options.js'
import { object, member, type Source } from '../source.js'
import { bodySchemas } from './body-schemas.js'
import { type DirectionRule, directionRules, remarkOn } from './direction.js'
import { type DiscriminatorProperties, discriminatorProperties } from './discriminator-properties.js'
import { relaxedSchema } from './relaxed-schema.js'
import { componentKey, variantKeys } from './variant-keys.js'
import { varyingSchemas } from './varying-schemas.js'

/** A document whose bodies are described as they are in their direction. */
export interface DirectedDocument {
  readonly document: JsonObject
  /** The place in the document as it was; most have not changed. */
  readonly originOf: (pointer: string) => string
}

/** A schema for a direction, which becomes a component. */
interface Variant {
  /** Pointer of the schema that it is made of. */
  readonly origin: string
  readonly key: string
  readonly schema: JsonValue
}

/**
 * Describes bodies by their direction: a body for which a schema requires too much, because of what is read-only or write-only, or
 * lists too little, because of values that are not known yet, refers to one made of it, which becomes a component beside it. A
 * document without such bodies stays the same object.
 */
export function directDocument(root: Source<JsonObject>, options: ModelOptions): DirectedDocument {
  const rules = directionRules(options)
  const closed = rules.some(({ opensEnums }) => opensEnums) ? discriminatorProperties(root.value) : undefined
  // A body that is a component may be that of operations and of webhooks.
  const seen = new Set<string>()
  const changes = rules.map((rule) => {
    const bodies = [...bodySchemas(root, rule)].filter(([pointer]) => !seen.has(pointer))
    for (const [pointer] of bodies) seen.add(pointer)
    return changesFor(rule, new Map(bodies), root, closed)
  })
  const variants = changes.flatMap((it) => it.variants)
  const places = changes.flatMap((it) => it.places)
  if (places.length === 0) return { document: root.value, originOf: (pointer) => pointer }
  const origins = new Map(
    variants.map(({ key, origin }) => [childPointer('/components/schemas', key), origin] as const),
  )
  return {
    document: withVariants(
      places.reduce((document, [pointer, schema]) => replaceAt(document, pointer, schema), root.value),
      variants,
    ),
    originOf: (pointer) => {
      const [, component = '', rest = ''] = /^(\/components\/schemas\/[^/]*)(.*)$/s.exec(pointer) ?? []
      const origin = origins.get(component)
      return origin === undefined ? pointer : origin + rest
    },
  }
}

interface Changes {
  /** The schemas of bodies that become others, by pointer. */
  readonly places: readonly (readonly [string, JsonValue])[]
  readonly variants: readonly Variant[]
}

function changesFor(
  rule: DirectionRule,
  bodies: ReadonlyMap<string, Source>,
  root: Source<JsonObject>,
  properties: DiscriminatorProperties | undefined,
): Changes {
  const { keyword, suffix, opensEnums } = rule
  const document = root.value
  const hasMarks = mentions(document, keyword)
  if (!hasMarks && !opensEnums) return { places: [], variants: [] }
  const relaxing = { document, keyword, closed: opensEnums ? properties : undefined }
  const schemas = [...bodies.values()].map(({ value }) => value)
  const varying = varyingSchemas(schemas, relaxing)
  const used = Object.keys(object(member(componentsOf(root), 'schemas'))?.value ?? {})
  const keys = variantKeys(varying, suffix, used)
  const refer = (reference: string): string => {
    const key = keys.get(referencePointer(reference) ?? '')
    return key === undefined ? reference : `#/components/schemas/${encodeURIComponent(escapeToken(key))}`
  }
  const relax = (schema: JsonValue) => relaxedSchema(schema, { ...relaxing, refer })
  return {
    places: [...bodies].flatMap(([pointer, { value }]) => {
      const schema = relax(value)
      return schema === value ? [] : [[pointer, schema] as const]
    }),
    variants: [...keys].map(([origin, key]) => ({
      origin,
      key,
      schema: described(relax(valueAt(document, origin) ?? true), remarkOn(rule, hasMarks)),
    })),
  }
}

function componentsOf(root: Source<JsonObject>): Source<JsonObject> {
  return object(member(root, 'components')) ?? { ...root, value: {}, pointer: '/components' }
}

/** Whether a keyword is true anywhere in a value. */
function mentions(value: JsonValue, keyword: DirectionRule['keyword']): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isJsonObject(value) && own(value, keyword) === true) return true
  return Object.values(value).some((it) => mentions(it, keyword))
}

function described(schema: JsonValue, remark: string): JsonValue {
  if (!isJsonObject(schema)) return schema
  const description = own(schema, 'description')
  const text = typeof description === 'string' ? description.trim() : ''
  return { ...schema, description: text === '' ? remark : `${text}\n\n${remark}` }
}

/** The document with the variants among its components: each behind the schema that it is made of, if that is one. */
function withVariants(document: JsonObject, variants: readonly Variant[]): JsonObject {
  const components = objectAt(document, 'components')
  const schemas = Object.entries(objectAt(components, 'schemas'))
  const madeOf = new Map<string | undefined, Variant[]>()
  for (const variant of variants) {
    const key = componentKey(variant.origin)
    madeOf.set(key, [...(madeOf.get(key) ?? []), variant])
  }
  const entriesOf = (key?: string) => (madeOf.get(key) ?? []).map((it) => [it.key, it.schema] as const)
  const all = [...schemas.flatMap((entry) => [entry, ...entriesOf(entry[0])]), ...entriesOf()]
  return { ...document, components: { ...components, schemas: Object.fromEntries(all) } }
}

function objectAt(holder: JsonObject, key: string): JsonObject {
  const value = own(holder, key)
  return isJsonObject(value) ? value : {}
}
