import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import { referencePointer, valueAt } from '../../scripts/src/pointer.js'

/*
 * What a document says of its operations, read from the document itself: what generated code does is judged by it, so nothing of the
 * generator's model is used.
 */

/** A parameter of an operation (OpenAPI 3.0.3, 4.7.12). */
export interface DocumentParameter {
  readonly name: string
  readonly in: string
  readonly object: JsonObject
}

/** A body of a media type, with one example of it where there is any (4.7.14). */
export interface DocumentBody {
  readonly mediaType: string
  /** JSON Pointer of the schema, where the reference to the body leads. */
  readonly schema?: string
  readonly example?: { readonly key: string; readonly value: JsonValue }
}

/** A response that the document describes: a status, and a body where there is one (4.7.17). */
export interface DocumentAnswer {
  readonly status: number
  readonly body?: DocumentBody
  /** Header fields that have an example, as text. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** An operation (4.7.10). */
export interface DocumentOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  /** Whether it has servers of its own, so that the base URL of a client is not for it. */
  readonly isElsewhere: boolean
  readonly parameters: readonly DocumentParameter[]
  readonly bodies: readonly DocumentBody[]
  readonly answers: readonly DocumentAnswer[]
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Every operation of a document, in its order. */
export function operationsOf(document: JsonObject): DocumentOperation[] {
  const reader = new Reader(document)
  return reader
    .children('/paths')
    .flatMap(([path, pointer]) =>
      METHODS.filter((method) => own(reader.object(pointer), method) !== undefined).map((method) =>
        reader.operation(path, method, pointer),
      ),
    )
}

class Reader {
  readonly #document: JsonObject

  constructor(document: JsonObject) {
    this.#document = document
  }

  operation(path: string, method: string, item: string): DocumentOperation {
    const pointer = childPointer(item, method)
    const { operationId, tags, servers } = this.object(pointer)
    return {
      id: String(operationId),
      method,
      path,
      tag: Array.isArray(tags) ? String(tags[0]) : '',
      isElsewhere: servers !== undefined,
      parameters: this.#parameters(item, pointer),
      bodies: this.#bodies(this.target(`${pointer}/requestBody`)),
      answers: this.children(`${pointer}/responses`).flatMap(([status, place]) =>
        this.#answers(status, place),
      ),
    }
  }

  /** Those of the operation take the place of those of its path that have their name and location (4.7.9). */
  #parameters(...places: readonly string[]): DocumentParameter[] {
    const list = places.flatMap((place) =>
      this.children(`${place}/parameters`).map(([, pointer]) => {
        const object = this.object(this.target(pointer))
        return { name: String(object['name']), in: String(object['in']), object }
      }),
    )
    return [...new Map(list.map((it) => [`${it.in} ${it.name}`, it])).values()]
  }

  #answers(status: string, place: string): DocumentAnswer[] {
    if (!/^[2-5]\d\d$/.test(status)) return []
    const pointer = this.target(place)
    const answer = { status: Number(status), headers: this.#headers(pointer) }
    const bodies = this.#bodies(pointer)
    return bodies.length === 0 ? [answer] : bodies.map((body) => ({ ...answer, body }))
  }

  #headers(response: string): (readonly [string, string])[] {
    return this.children(`${response}/headers`).flatMap(([name, place]) => {
      const { example } = this.object(this.target(place))
      return example === undefined ? [] : [[name, String(example)] as const]
    })
  }

  /** One for each media type and example. */
  #bodies(pointer: string): DocumentBody[] {
    return this.children(`${pointer}/content`).flatMap(([mediaType, place]) => {
      const { schema, example } = this.object(place)
      const body = { mediaType, ...(schema !== undefined && { schema: `${place}/schema` }) }
      const named = this.children(`${place}/examples`).flatMap(([key, at]) => {
        const value = own(this.object(this.target(at)), 'value')
        return value === undefined ? [] : [{ ...body, example: { key, value } }]
      })
      if (example !== undefined) named.push({ ...body, example: { key: '', value: example } })
      return named.length === 0 ? [body] : named
    })
  }

  /** Keys and pointers of the members, or items, at a pointer. */
  children(pointer: string): [key: string, pointer: string][] {
    const keys = Object.keys(valueAt(this.#document, pointer) ?? {})
    return keys.map((key) => [key, childPointer(pointer, key)])
  }

  /** Where the references at a pointer lead. */
  target(pointer: string): string {
    const { $ref } = this.object(pointer)
    const next = typeof $ref === 'string' ? referencePointer($ref) : undefined
    return next === undefined ? pointer : this.target(next)
  }

  object(pointer: string): JsonObject {
    const value = valueAt(this.#document, pointer)
    return isJsonObject(value) ? value : {}
  }
}

/** The schema of a parameter, the references at its top followed. */
export function schemaOf(document: JsonObject, { object }: DocumentParameter): JsonObject {
  const follow = (value: JsonValue | undefined): JsonObject => {
    if (!isJsonObject(value)) return {}
    const { $ref } = value
    const pointer = typeof $ref === 'string' ? referencePointer($ref) : undefined
    return pointer === undefined ? value : follow(valueAt(document, pointer))
  }
  return follow(object['schema'])
}
