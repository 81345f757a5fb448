import { childPointer, isJsonObject, own, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { asObject, followed, valueAt } from './document.js'

/** A value that a document gives for a schema: an example or a default. */
export interface Sample {
  /** Where the value stands: the target, where an example is a `$ref`. */
  readonly pointer: string
  /** Where the schema stands that the value belongs to. */
  readonly schemaPointer: string
  readonly value: JsonValue
}

/** Keywords of JSON Schema that hold one schema, a list of schemas, or schemas by name. */
const schemaKeywords = {
  one: ['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas', '$defs'],
}

/** Every example and default of an OpenAPI document, in document order. */
export function samples(root: JsonObject): Sample[] {
  return [...fromObject(root, '')]

  function* fromObject(node: JsonValue, pointer: string): Generator<Sample> {
    if (typeof node !== 'object' || node === null) return
    const carrier = isJsonObject(node) && isJsonObject(own(node, 'schema'))
    if (carrier) yield* fromCarrier(node, pointer)
    for (const [key, child] of Object.entries(node)) {
      const place = childPointer(pointer, key)
      if (place === '/components/schemas') yield* fromMap(child, place)
      else if (place !== '/components/examples' && !(carrier && /^(schema|examples?)$/.test(key)))
        yield* fromObject(child, place)
    }
  }

  /** A media type, parameter or header: an object with a schema, and examples beside it. */
  function* fromCarrier(carrier: JsonObject, pointer: string): Generator<Sample> {
    const place = childPointer(pointer, 'schema')
    yield* fromSchema(carrier['schema'] ?? null, place)
    const example = own(carrier, 'example')
    if (example !== undefined)
      yield { pointer: childPointer(pointer, 'example'), schemaPointer: place, value: example }
    for (const name of Object.keys(asObject(own(carrier, 'examples') ?? {}))) {
      const source = childPointer(
        followed(root, childPointer(childPointer(pointer, 'examples'), name)),
        'value',
      )
      yield { pointer: source, schemaPointer: place, value: valueAt(root, source) }
    }
  }

  function* fromSchema(schema: JsonValue, pointer: string): Generator<Sample> {
    if (!isJsonObject(schema)) return
    const fallback = own(schema, 'default')
    if (fallback !== undefined)
      yield { pointer: childPointer(pointer, 'default'), schemaPointer: pointer, value: fallback }
    const examples = own(schema, 'examples')
    for (const [index, value] of Array.isArray(examples) ? examples.entries() : [])
      yield { pointer: childPointer(childPointer(pointer, 'examples'), index), schemaPointer: pointer, value }
    for (const [key, child] of Object.entries(schema)) {
      const place = childPointer(pointer, key)
      if (schemaKeywords.one.includes(key)) yield* fromSchema(child, place)
      if (schemaKeywords.list.includes(key) || schemaKeywords.map.includes(key)) yield* fromMap(child, place)
    }
  }

  function* fromMap(schemas: JsonValue, pointer: string): Generator<Sample> {
    for (const [key, schema] of Object.entries(schemas ?? {}))
      yield* fromSchema(schema as JsonValue, childPointer(pointer, key)) // Object.entries of unknown content is any
  }
}
