import { type JsonObject, pointerTokens } from '../json.js'
import type { Claim } from './claims.js'
import { readEnum } from './enums/read-enum.js'
import { camelCase, fileName, pascalCase } from './names.js'
import type { ModelOptions } from './options.js'
import type { ReferenceTable } from './reference-table.js'
import { readSchema } from './schema.js'
import { defined, membersOf, type Source } from './source.js'
import type { Enum, NamedSchema, Schema } from './types.js'

/** A component or the target of a reference, which has no name yet. */
export interface NamedSchemaDraft {
  readonly kind: 'component' | 'target'
  /** Key under `components.schemas` of a `component`. */
  readonly key?: string
  readonly pointer: string
  readonly schema: Schema
  /** What a component lists, where enums are to be objects. */
  readonly enum?: Enum
}

/** `components.schemas`, in document order. */
export function readComponents(
  components: Source<JsonObject>,
  references: ReferenceTable,
  { enums }: ModelOptions,
): NamedSchemaDraft[] {
  return membersOf(components, 'schemas').map(([key, source]) => {
    const schema = readSchema(source, references)
    const listed = enums === 'const' ? readEnum(source, schema) : undefined
    return { kind: 'component', key, pointer: source.pointer, schema, ...defined({ enum: listed }) }
  })
}

/** The schemas elsewhere that are referred to, also by one another, in the order of the first reference to each. */
export function readTargets(
  known: readonly NamedSchemaDraft[],
  references: ReferenceTable,
): NamedSchemaDraft[] {
  const read = new Set(known.map(({ pointer }) => pointer))
  const targets: NamedSchemaDraft[] = []
  for (const source of references.targets()) {
    if (read.has(source.pointer)) continue
    read.add(source.pointer)
    targets.push({ kind: 'target', pointer: source.pointer, schema: readSchema(source, references) })
  }
  return targets
}

const RANKS = { component: 0, target: 2 } as const

/** What a schema wants to be called: its key, or the words of its pointer. */
export function schemaClaim({ kind, key, pointer }: NamedSchemaDraft): Claim {
  const text = key ?? targetText(pointer)
  const name = pascalCase(text)
  return { name, key: pointer, pointer, rank: RANKS[kind], isExact: name === key }
}

/** The words of a pointer. */
export function targetText(pointer: string): string {
  const tokens = pointerTokens(pointer)
  const isComponent = pointer.startsWith('/components/schemas/')
  const words = (isComponent ? tokens.slice(2) : tokens).filter((token) => token !== 'properties')
  return words.length === 0 ? 'Document' : words.map(pascalCase).join('-')
}

/** The schema with its name. */
export function finishSchema(draft: NamedSchemaDraft, name: string): NamedSchema {
  return { ...draft, name, variable: camelCase(name), file: fileName(name) }
}
