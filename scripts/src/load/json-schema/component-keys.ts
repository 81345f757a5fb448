import { createHash } from 'node:crypto'
import { pointerTokens } from '../../json.js'
import type { SchemaPlace } from './resource.js'

/** Chooses the keys of components, each different from the others even without case and signs. */
export class ComponentKeys {
  readonly #taken = new Set<string>()

  /** A key that is `wish` if no other one looks like it, or else has a hash of `identity` behind it. */
  choose(wish: string, identity: string): string {
    const hash = createHash('sha256').update(identity).digest('hex')
    let key = wish
    for (let length = 4; this.#taken.has(plain(key)); length++) key = `${wish}-${hash.slice(0, length)}`
    this.#taken.add(plain(key))
    return key
  }
}

/** What a schema may be called: the key that it has in its resource, or for the resource itself the last part of its URI. */
export function wishFor({ resource, pointer }: SchemaPlace): string {
  const words = wordsOf(pointer.slice(resource.pointer.length))
  if (words !== '') return words
  const name = resource.uri.split(/[/:?]/).findLast((part) => part !== '') ?? 'schema'
  return name.replace(/\.\w+$/, '')
}

/** The words on the way to a schema, without those that each way has. */
export function wordsOf(pointer: string): string {
  const tokens = pointerTokens(pointer)
  const words = tokens.filter((token) => !GROUPS.has(token))
  return (words.length > 0 ? words : tokens).join('-')
}

const GROUPS: ReadonlySet<string> = new Set(['$defs', 'components', 'definitions', 'properties', 'schemas'])

function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || key
}
