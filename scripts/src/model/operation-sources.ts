import type { JsonObject } from '../json.js'
import { resolve } from './reference.js'
import { member, members, membersOf, object, type Source, warn } from './source.js'
import type { Method } from './types.js'

/** An operation of the document, unread. */
export interface OperationSource {
  readonly path: string
  readonly method: Method
  /** The Path Item Object that holds it. */
  readonly item: Source<JsonObject>
  readonly source: Source<JsonObject>
}

const METHODS: ReadonlySet<string> = new Set<Method>([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
])

function isMethod(key: string): key is Method {
  return METHODS.has(key)
}

/** An operation that the API asks of others, unread: a webhook, or a callback of an operation. */
export interface WebhookSource extends OperationSource {
  /** The operation that it is a callback of. */
  readonly caller?: OperationSource
}

/** Every operation of `paths`, in document order. */
export function operationSources(root: Source<JsonObject>): OperationSource[] {
  return operationsIn(membersOf(root, 'paths'))
}

/** Every operation of `webhooks` and of the `callbacks` of operations, in document order; each once, however many refer to it. */
export function webhookSources(root: Source<JsonObject>): WebhookSource[] {
  const webhooks = operationsIn(membersOf(root, 'webhooks'))
  const callers = [...operationSources(root), ...webhooks]
  const callbacks = callers.flatMap((caller) =>
    membersOf(caller.source, 'callbacks').flatMap(([, place]) => {
      const callback = resolve(place)
      return callback === undefined ? [] : operationsIn(members(callback)).map((it) => ({ ...it, caller }))
    }),
  )
  const all: WebhookSource[] = [...webhooks, ...callbacks]
  const first = new Map(all.toReversed().map((it) => [it.source.pointer, it]))
  return all.filter((it) => first.get(it.source.pointer) === it)
}

/** The operations of path items by path, or by what else stands for one. */
function operationsIn(items: readonly (readonly [string, Source])[]): OperationSource[] {
  return items
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, place]) => {
      const item = resolve(place)
      return item === undefined ? [] : operationsOf(path, item)
    })
}

/** Neither `fetch` nor a `Request` can have the method TRACE (Fetch, 2.2.1). */
function leaveOut(operation: Source): true {
  warn(operation, 'The operation is left out: no request of the Fetch standard can have the method TRACE')
  return true
}

function operationsOf(path: string, item: Source<JsonObject>): OperationSource[] {
  return Object.keys(item.value)
    .filter(isMethod)
    .flatMap((method) => {
      const source = object(member(item, method))
      if (source === undefined || (method === 'trace' && leaveOut(source))) return []
      return [{ path, method, item, source }]
    })
}
