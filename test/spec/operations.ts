import { childPointer, isJsonObject, own, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { asObject, document, followed, valueAt } from './document.js'

/** An operation of the document. */
export interface DocumentOperation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** Where it stands. */
  readonly pointer: string
  readonly item: JsonObject
  readonly operation: JsonObject
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** Every operation, in document order. */
export const operations: readonly DocumentOperation[] = Object.entries(asObject(document['paths'])).flatMap(
  ([path, value]) => {
    const item = asObject(value)
    return Object.keys(item)
      .filter((key) => methods.has(key))
      .map((method) => {
        const operation = asObject(item[method])
        const pointer = childPointer(childPointer('/paths', path), method)
        const operationId = String(own(operation, 'operationId'))
        return { operationId, method: method.toUpperCase(), path, pointer, item, operation }
      })
  },
)

/** The operation of that id. */
export function operationById(id: string): DocumentOperation {
  const found = operations.find(({ operationId }) => operationId === id)
  if (found === undefined) throw new RangeError(`no operation ${id}`)
  return found
}

/** The parameters of an operation and of its path item, by `in` and name. */
export function parametersOf({ item, operation, pointer }: DocumentOperation): Map<string, JsonObject> {
  const itemPointer = pointer.slice(0, pointer.lastIndexOf('/'))
  const all = [
    ...listed(item, `${itemPointer}/parameters`),
    ...listed(operation, `${pointer}/parameters`),
  ].map((place) => asObject(valueAt(document, followed(document, place))))
  return new Map(
    all.map((parameter) => [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter]),
  )
}

function listed(holder: JsonObject, pointer: string): string[] {
  const list: JsonValue = own(holder, 'parameters') ?? []
  return Array.isArray(list) ? list.map((_, index) => childPointer(pointer, index)) : []
}

/** The statuses of an operation, each with the place of its Response Object. */
export function responsesOf({ operation, pointer }: DocumentOperation): [status: string, place: string][] {
  return Object.keys(asObject(own(operation, 'responses'))).map((status) => [
    status,
    followed(document, childPointer(`${pointer}/responses`, status)),
  ])
}

/** The names of the examples of a JSON body at `place`, a request body or a response; undefined without such a body. */
export function examplesAt(place: string): string[] | undefined {
  const content = own(asObject(valueAt(document, place)), 'content')
  const media = isJsonObject(content) ? asObject(own(content, 'application/json')) : undefined
  return media && Object.keys(asObject(own(media, 'examples') ?? {}))
}
