import type { JsonObject } from '../json.js'
import { resolve } from './reference.js'
import { fail, member, membersOf, object, type Source } from './source.js'
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

/** Every operation of `paths`, in document order, and what is wrong with the path templates (OpenAPI 3.1, 4.8.8). */
export function operationSources(root: Source<JsonObject>): OperationSource[] {
  const paths = membersOf(root, 'paths').filter(([path]) => !path.startsWith('x-'))
  checkTemplates(paths)
  return paths.flatMap(([path, place]) => {
    const item = resolve(place)
    return item === undefined ? [] : operationsOf(path, item)
  })
}

function operationsOf(path: string, item: Source<JsonObject>): OperationSource[] {
  const servers = member(item, 'servers')
  if (servers !== undefined) fail(servers, '"servers" of a path are not yet supported')
  return Object.keys(item.value)
    .filter(isMethod)
    .flatMap((method) => {
      const source = object(member(item, method))
      return source === undefined ? [] : [{ path, method, item, source }]
    })
}

/** Names of the parameters in a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}

function checkTemplates(paths: readonly (readonly [string, Source])[]): void {
  const seen = new Map<string, string>()
  for (const [path, place] of paths) {
    const bare = path.replaceAll(/\{[^{}]*\}/g, '{}')
    const twin = seen.get(bare)
    if (!path.startsWith('/')) fail(place, `The path ${JSON.stringify(path)} must begin with /`)
    if (/[{}]/.test(bare.replaceAll('{}', '')))
      fail(place, `The path ${JSON.stringify(path)} has unpaired braces`)
    if (twin !== undefined)
      fail(place, `The paths ${twin} and ${path} are the same but for names of parameters`)
    if (new Set(templateNames(path)).size < templateNames(path).length) {
      fail(place, `The path ${JSON.stringify(path)} names a parameter twice`)
    }
    seen.set(bare, path)
  }
}
