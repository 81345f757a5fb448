import type { JsonObject } from '../json.js'
import { resolve } from './reference.js'
import { member, membersOf, object, type Source } from './source.js'
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

/** Every operation of `paths`, in document order. */
export function operationSources(root: Source<JsonObject>): OperationSource[] {
  const paths = membersOf(root, 'paths').filter(([path]) => !path.startsWith('x-'))
  return paths.flatMap(([path, place]) => {
    const item = resolve(place)
    return item === undefined ? [] : operationsOf(path, item)
  })
}

function operationsOf(path: string, item: Source<JsonObject>): OperationSource[] {
  return Object.keys(item.value)
    .filter(isMethod)
    .flatMap((method) => {
      const source = object(member(item, method))
      return source === undefined ? [] : [{ path, method, item, source }]
    })
}
