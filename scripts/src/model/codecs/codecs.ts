import type { CodecReference } from '../codec-types.js'
import type { NamedSchemaDraft } from '../named-schemas.js'
import type { Union } from '../shapes.js'
import type { NamedSchema, Schema } from '../types.js'
import type { Lookup } from '../value-types.js'
import { holdingSchemas, holdsIntegers } from './holding-schemas.js'
import { plainReference } from '../plain-reference.js'
import type { CodecContext } from './codec-context.js'
import { readCodec } from './read-codec.js'

/** What a schema gets of its codec. */
export type SchemaCodec = Pick<NamedSchema, 'codec' | 'hasInt64'>

/** The codecs of schemas. What they refer to gets its name afterwards. */
export class Codecs {
  readonly #context: CodecContext
  readonly #references: { name: string; readonly pointer: string }[] = []
  readonly #judges = new Map<string, NamedSchemaDraft>()
  readonly #found = new Map<Schema, SchemaCodec>()

  /** @param schemas the named ones, by their pointers. */
  constructor(schemas: ReadonlyMap<string, Schema>, lookup: Lookup) {
    this.#context = {
      lookup,
      holding: holdingSchemas(schemas),
      refer: (schema) => plainReference(schema) ?? this.#judge(schema, schemas),
    }
  }

  /** Reads the codecs of schemas, so that it is known what they refer to. */
  read(all: readonly { readonly schema: Schema | Union }[]): void {
    for (const { schema } of all) if (!('of' in schema)) this.of(schema)
  }

  /** What a schema gets: nothing where there is nothing to convert. */
  of(schema: Schema): SchemaCodec {
    const known = this.#found.get(schema)
    if (known !== undefined) return known
    const codec = readCodec(schema, this.#context)
    const hasInt64 = codec !== undefined && holdsIntegers(schema, this.#context.lookup)
    const found = { ...(codec && { codec }), ...(hasInt64 && { hasInt64 }) }
    this.#found.set(schema, found)
    return found
  }

  /** The alternatives of those that were asked for which have to be named, because nothing but a validator tells them apart. */
  get judges(): readonly NamedSchemaDraft[] {
    return [...this.#judges.values()]
  }

  /** Gives every reference the name of its target. */
  settle(names: ReadonlyMap<string, string>): void {
    for (const reference of this.#references) reference.name = names.get(reference.pointer)!
  }

  #judge(schema: Schema, schemas: ReadonlyMap<string, Schema>): CodecReference {
    const { pointer } = schema
    if (!schemas.has(pointer)) this.#judges.set(pointer, { kind: 'target', pointer, schema })
    const reference = { name: '', pointer }
    this.#references.push(reference)
    return reference
  }
}
