import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../scripts/src/json.js'
import type { Content, Model } from '../scripts/src/model/types.js'
import { referencePointer, valueAt } from '../scripts/src/pointer.js'

/** A value that a document gives as an example of what a schema describes. */
export interface Example {
  /** JSON Pointer of the value in the model's document. */
  readonly pointer: string
  /** JSON Pointer of the schema in the model's document. */
  readonly schema: string
  /** What the generated code calls the schema. */
  readonly name: string
  readonly value: JsonValue
}

/** The examples of bodies and of components (OpenAPI 3.1.1, 4.8.14.1 and 4.8.24.2), in document order. */
export function examplesOf({ operations, webhooks, schemas, document }: Model): Example[] {
  const contents = [...operations, ...webhooks].flatMap(({ body, responses }) =>
    [...(body === undefined ? [] : [body]), ...responses].flatMap((it) => it.contents),
  )
  const components = schemas.flatMap(({ pointer, name }) => {
    const values = own(objectAt(document, pointer), 'examples')
    if (!Array.isArray(values)) return []
    return values.map((value: JsonValue, index) => ({
      pointer: `${pointer}/examples/${index}`,
      schema: pointer,
      name,
      value,
    }))
  })
  // Several operations can share a body.
  const all = [...contents.flatMap((content) => ofContent(document, content)), ...components]
  return [...new Map(all.map((example) => [example.pointer, example])).values()]
}

function ofContent(document: JsonObject, { kind, pointer, shape }: Content): Example[] {
  const media = objectAt(document, pointer)
  // Examples of bytes and text are what is sent of them, and of a stream it is not said whether they are one item or all.
  if ((kind !== 'json' && kind !== 'form') || own(media, 'schema') === undefined) return []
  const about = { schema: `${pointer}/schema`, name: shape }
  const single = own(media, 'example')
  const named = own(media, 'examples')
  const places = isJsonObject(named)
    ? Object.keys(named).map((key) => childPointer(`${pointer}/examples`, key))
    : []
  return [
    ...(single === undefined ? [] : [{ ...about, pointer: `${pointer}/example`, value: single }]),
    ...places.flatMap((place) => {
      const value = own(referred(document, place), 'value')
      return value === undefined ? [] : [{ ...about, pointer: `${place}/value`, value }]
    }),
  ]
}

/** The object at a pointer, or the one that it refers to. */
function referred(document: JsonObject, pointer: string): JsonObject {
  const object = objectAt(document, pointer)
  const reference = own(object, '$ref')
  const target = typeof reference === 'string' ? referencePointer(reference) : undefined
  return target === undefined ? object : objectAt(document, target)
}

function objectAt(document: JsonObject, pointer: string): JsonObject {
  const value = valueAt(document, pointer)
  return isJsonObject(value) ? value : {}
}
