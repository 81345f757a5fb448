import type { Schema } from '../../model/types.js'
import { assertionsOf, isOnlyReference, isScalar } from './analysis.js'
import { type MovableSchema, placeOf } from './schema-path.js'
import type { Facts } from './facts.js'
import { pascalCase } from './naming.js'
import { mapSubschemas, referencesIn, subschemas } from './subschemas.js'

/** A schema that is written out in several places, and so is checked by the same functions in all of them. */
export interface SharedSchema {
  /** PascalCase, for its functions; made of where it is written first, and unlike the name of any other schema. */
  readonly name: string
  /** The module of its functions. */
  readonly path: string
  /** Where it is written first, see `placeOf`. */
  readonly place: string
  readonly schema: MovableSchema
}

/** A named schema. */
export interface Root extends Place {
  /** Whether it is an operation's, as are its parameters: these are often those of others, too. */
  readonly isOfOperation: boolean
}

/** A schema as it is written somewhere. */
interface Place {
  /** PascalCase, for functions made for it. */
  readonly name: string
  readonly schema: Schema
  /** The module of these functions. */
  readonly path: string
}

/** How much a schema has to demand for functions of its own to be worth a look elsewhere to whoever reads the code, in keywords. */
const MIN_DEMANDS = 8

/**
 * The schemas that documents repeat instead of referring to them, as most of those that a program wrote do. They are the same if
 * they accept the same for the same reasons: what only describes may differ.
 */
export class SharedSchemas {
  readonly #digests = new Digests()
  readonly #byDigest = new Map<number, SharedSchema>()
  readonly #used = new Set<SharedSchema>()

  /** @param paths the module of each name that is taken. */
  constructor(roots: readonly Root[], paths: ReadonlyMap<string, string>, facts: Facts) {
    const taken = new Set(paths.keys())
    const places = new Map<number, Place[]>()
    for (const { name, schema, path, isOfOperation } of roots) {
      if (isOfOperation) this.#visit({ name: `${name}Shape`, schema, path }, places, facts)
      else for (const it of inside({ name, schema, path })) this.#visit(it, places, facts)
    }
    for (const [digest, [first, ...others]] of places) {
      if (others.length > 0) this.#byDigest.set(digest, sharedSchema(first!, taken))
    }
  }

  /** The module of each name. */
  get paths(): ReadonlyMap<string, string> {
    return new Map([...this.#byDigest.values()].map(({ name, path }) => [name, path]))
  }

  /** What a schema shares with others, if anything; it is in use from then on. */
  use(schema: Schema): SharedSchema | undefined {
    const shared = this.#byDigest.get(this.#digests.of(schema).id)
    if (shared !== undefined) this.#used.add(shared)
    return shared
  }

  /** What is in use, also what comes into use while this is gone through. */
  get used(): Iterable<SharedSchema> {
    return this.#used
  }

  /** Notes a place and those inside it. What is inside a schema that was met before has been noted with that. */
  #visit(place: Place, places: Map<number, Place[]>, facts: Facts): void {
    const { id, demands } = this.#digests.of(place.schema)
    const known = places.get(id)
    if (known !== undefined) return void known.push(place)
    if (demands >= MIN_DEMANDS && isSharable(place.schema, facts)) places.set(id, [place])
    for (const it of inside(place)) this.#visit(it, places, facts)
  }
}

/** The schemas directly inside one. */
function inside({ name, schema, path }: Place): Place[] {
  const named = new Map(schema.properties?.map((it) => [it.schema, pascalCase(it.name)]))
  return subschemas(schema).map((it, index) => {
    const suffix = it === schema.items ? 'Item' : (named.get(it) ?? `Part${index + 1}`)
    return { name: name + suffix, schema: it, path }
  })
}

/** Whether functions can be made for a schema that do not depend on what is around it: those of a cycle count how deep they are. */
function isSharable(schema: Schema, facts: Facts): boolean {
  if (schema.boolean !== undefined || isScalar(schema) || isOnlyReference(schema)) return false
  return referencesIn(schema).every((name) => facts.cycleOf(name) === undefined)
}

function sharedSchema({ name: wanted, schema, path }: Place, taken: Set<string>): SharedSchema {
  let name = wanted
  while (taken.has(name)) name += '_'
  taken.add(name)
  const place = placeOf(schema)
  return {
    name,
    path: path.replace(/^validators\//, 'validators/shared/'),
    place,
    schema: movable(schema, place),
  }
}

/** A schema without its place: that of what is in it is told from there. */
function movable(schema: Schema, base: string): MovableSchema {
  const place = placeOf(schema)
  const { location: _, ...rest } = mapSubschemas(schema, (it) =>
    isWithin(it, schema) ? movable(it, base) : it,
  )
  return { ...rest, pointer: place.slice(base.length), isMovable: true }
}

/** Whether a schema has its place inside another by the document, too: what `$ref` led to may have come from elsewhere. */
function isWithin(inner: Schema, outer: Schema): boolean {
  return `${placeOf(inner)}/`.startsWith(`${placeOf(outer)}/`)
}

interface Digest {
  /** The same for schemas that are the same. */
  readonly id: number
  /** How much they demand, in keywords. */
  readonly demands: number
}

/** Keywords that change neither what is valid nor what is said of what is not. */
const descriptions: ReadonlySet<string> = new Set<keyof Schema>([
  'pointer',
  'location',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
])

class Digests {
  readonly #bySchema = new Map<Schema, Digest>()
  readonly #byText = new Map<string, Digest>()

  of(schema: Schema): Digest {
    const known = this.#bySchema.get(schema)
    if (known !== undefined) return known
    const text = this.#textOf(schema)
    const digest = this.#byText.get(text) ?? { id: this.#byText.size, demands: this.#demandsOf(schema) }
    this.#byText.set(text, digest)
    this.#bySchema.set(schema, digest)
    return digest
  }

  #textOf(schema: Schema): string {
    const numbered = mapSubschemas(schema, (it) => {
      const place = isWithin(it, schema) ? placeOf(it).slice(placeOf(schema).length) : placeOf(it)
      return [this.of(it).id, place]
    })
    return JSON.stringify(Object.entries(numbered).filter(([keyword]) => !descriptions.has(keyword)))
  }

  #demandsOf(schema: Schema): number {
    const own = assertionsOf(schema).length + (schema.required?.length ?? 0)
    return subschemas(schema).reduce((sum, it) => sum + this.of(it).demands, own)
  }
}
