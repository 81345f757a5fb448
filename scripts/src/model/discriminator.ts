import { isJsonObject, type JsonObject, type JsonValue, own } from '../json.js'
import { referencePointer } from '../pointer.js'
import { isArray } from './source.js'
import type { Discriminator } from './types.js'

/** A Discriminator Object and the alternatives beside it, as the document has them. */
export interface DiscriminatorSource {
  readonly property: string
  readonly alternatives: readonly JsonValue[]
  /** References to schemas by the value that stands for each: those of `mapping`, then the names of components. */
  readonly mapping: ReadonlyMap<string, string>
}

/**
 * The Discriminator Object of a schema (OpenAPI 3.1.1, 4.8.25), if there are alternatives that it tells apart. It is a hint: what is
 * not as OpenAPI wants it is no hint, and what loading found wrong is not reported twice.
 */
export function discriminatorSource(schema: JsonObject): DiscriminatorSource | undefined {
  const discriminator = own(schema, 'discriminator')
  const alternatives = own(schema, 'oneOf') ?? own(schema, 'anyOf')
  if (!isJsonObject(discriminator) || alternatives === undefined || !isArray(alternatives)) return undefined
  const property = own(discriminator, 'propertyName')
  if (typeof property !== 'string') return undefined
  const explicit = Object.entries(objectOf(own(discriminator, 'mapping')))
  const implicit = alternatives.flatMap((it) => {
    const reference = referenceOf(it)
    const [, key] = /^#\/components\/schemas\/([\w.-]+)$/.exec(reference ?? '') ?? []
    return key === undefined || reference === undefined ? [] : [[key, reference] as const]
  })
  const named = explicit.flatMap(([value, to]) =>
    typeof to === 'string' ? [[value, asReference(to)] as const] : [],
  )
  return { property, alternatives, mapping: new Map([...implicit, ...named]) }
}

/** What the model keeps of it: the values that stand for one of the alternatives. */
export function readDiscriminator(schema: JsonObject): Discriminator | undefined {
  const source = discriminatorSource(schema)
  if (source === undefined) return undefined
  const pointers = source.alternatives.map((it) => referencePointer(referenceOf(it) ?? ''))
  const values = [...source.mapping].flatMap(([value, reference]) => {
    const alternative = pointers.indexOf(referencePointer(reference))
    return alternative === -1 ? [] : [{ value, alternative }]
  })
  return values.length === 0 ? undefined : { property: source.property, values }
}

function referenceOf(alternative: JsonValue): string | undefined {
  const reference = isJsonObject(alternative) ? own(alternative, '$ref') : undefined
  return typeof reference === 'string' ? reference : undefined
}

/** A name of a component, as a mapping may hold it, as a reference to it. */
function asReference(text: string): string {
  return /^[\w.-]+$/.test(text) ? `#/components/schemas/${text}` : text
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
