import type { JsonObject } from '../json.js'
import { fail, items, member, object, type Source, textMember } from './source.js'

/** The URLs of `servers` (OpenAPI 3.1, 4.8.5), their variables replaced by their defaults (4.8.6). */
export function readServers(root: Source<JsonObject>): string[] {
  return items(member(root, 'servers')).flatMap((place) => {
    const server = object(place)
    const url = server && textMember(server, 'url')
    return server === undefined || url === undefined ? [] : [substitute(url, server)]
  })
}

function substitute(url: string, server: Source<JsonObject>): string {
  const variables = object(member(server, 'variables'))
  return url.replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
    const variable = variables && object(member(variables, name))
    const value = variable && textMember(variable, 'default')
    return value ?? fail(server, `The server variable "${name}" has no default`) ?? written
  })
}
