import { type JsonObject, isJsonObject, own } from '../../json.js'
import type { Model, NamedSchema } from '../../model/types.js'
import { valueAt } from '../../pointer.js'
import { KeyCodec } from './key-codec.js'
import { bare, type Mutable, type MutableObject } from './mutable.js'
import { byName, inlined, prepareComponents, preparePathItem, withoutExtensions } from './prepared-objects.js'
import { type Preparation, prepareSchema } from './prepared-schema.js'

/** A copy of a document for openapi-typescript to print, and what its names stand for. */
export interface PreparedDocument {
  readonly document: MutableObject
  readonly codec: KeyCodec
  /** Key under `components.schemas` of each named schema, by its pointer. */
  readonly keys: ReadonlyMap<string, string>
}

/**
 * Copies of the document what its types are printed from. References that openapi-typescript cannot follow are replaced by what
 * they refer to, and schemas that are referred to elsewhere become components.
 */
export function prepareDocument({ document, schemas, webhooks }: Model): PreparedDocument {
  const context: Preparation = {
    document,
    codec: new KeyCodec(JSON.stringify(document)),
    keys: componentKeys(schemas),
  }
  const { codec, keys } = context
  const named = schemas.map(({ pointer }) => {
    const key = codec.encode(keys.get(pointer)!)
    return [key, prepareSchema(valueAt(document, pointer)!, context)] as const
  })
  const paths = byName(withoutExtensions(own(document, 'paths')), context, (it) =>
    inlined(it, context, preparePathItem),
  )
  // Callbacks are printed as webhooks, of which nothing but the operations is kept.
  const items = new Set(webhooks.map(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/'))))
  const prepared = [...items].map((it) => [codec.encode(it), preparedItem(it, context)] as const)
  const components = prepareComponents(object(own(document, 'components')), context)
  return {
    document: bare([
      ['paths', paths],
      ['webhooks', bare(prepared)],
      ['components', bare([['schemas', bare(named)], ...components])],
    ]),
    codec,
    keys,
  }
}

function preparedItem(pointer: string, context: Preparation): Mutable {
  return inlined(valueAt(context.document, pointer)!, context, preparePathItem)
}

/** Components keep their keys, other targets of references get their names. */
function componentKeys(schemas: readonly NamedSchema[]): ReadonlyMap<string, string> {
  const taken = new Set(schemas.map(({ key }) => key))
  return new Map(
    schemas.map(({ pointer, key, name }) => {
      const free = taken.has(name) ? `${name}_` : name
      return [pointer, key ?? free]
    }),
  )
}

function object(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}
