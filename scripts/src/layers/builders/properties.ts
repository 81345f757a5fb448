import type { Doc } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import type { Follow } from './follow.js'
import { acceptsObjects, isFalse, type Way } from './ways.js'

/** A property that a builder can set. */
export interface BuilderProperty {
  readonly name: string
  /** What the first declaration that says anything says of it. */
  readonly doc: Doc
}

/**
 * The properties of an object of `schema`: those that the schema declares, those of the schemas that apply to the same object,
 * in the order of the document, and then those that it requires without saying what they are. Not among them are those
 * that no way allows. Read-only properties are: the same schema may be of a request and of a response.
 */
export function propertiesOf(
  schema: Schema,
  ways: readonly Way[],
  follow: Follow,
): readonly BuilderProperty[] {
  const docs = new Map<string, Doc>()
  for (const part of schemasOf(schema, follow, IN_PLACE)) {
    for (const { name, schema: value } of part.properties ?? []) {
      docs.set(name, { ...docOf(value, follow), ...docs.get(name) })
    }
  }
  const names = new Set([...docs.keys(), ...ways.flatMap(({ needs }) => [...needs])])
  return [...names]
    .filter((name) => ways.length === 0 || ways.some(({ excludes }) => !excludes.has(name)))
    .map((name) => ({ name, doc: docs.get(name) ?? {} }))
}

/** Whether every object of `schema` has declared properties: an alternative of other schemas, or a map, has none of its own. */
export function hasOwnProperties(schema: Schema, follow: Follow): boolean {
  const parts = schemasOf(schema, follow, CONJUNCTIONS)
  return (
    parts.every(acceptsObjects) &&
    parts.some(({ properties = [] }) => !properties.every((it) => isFalse(it.schema)))
  )
}

/** Whether `schema` says of properties with other names that there may be some. */
export function isOpen(schema: Schema, follow: Follow): boolean {
  const additional = schemasOf(schema, follow, CONJUNCTIONS).flatMap(
    (part) => part.additionalProperties ?? [],
  )
  return additional.length > 0 && !additional.some(isFalse)
}

type Applicator = 'allOf' | 'anyOf' | 'oneOf'
/** Keywords whose schemas all apply. */
const CONJUNCTIONS: readonly Applicator[] = ['allOf']
/** Keywords whose schemas apply to the same object, or may. */
const IN_PLACE: readonly Applicator[] = ['allOf', 'anyOf', 'oneOf']

/** `schema`, the target of its `$ref` and those of `applicators`, and so on; each once. */
function schemasOf(schema: Schema, follow: Follow, applicators: readonly Applicator[]): readonly Schema[] {
  const found = new Set<Schema>()
  const visit = (it: Schema): void => {
    if (found.has(it)) return
    found.add(it)
    if (it.ref) visit(follow(it.ref.name))
    for (const keyword of applicators) it[keyword]?.forEach(visit)
  }
  visit(schema)
  return [...found]
}

/** What a property's schema says of it, or else the target of its `$ref`. */
function docOf(schema: Schema, follow: Follow): Doc {
  const target = schemasOf(schema, follow, []).toReversed()
  return Object.assign({}, ...target.map(annotations)) as Doc
}

function annotations({ description, deprecated, default: value }: Schema): Doc {
  return {
    ...(description !== undefined && { text: description }),
    ...(deprecated !== undefined && { deprecated }),
    ...(value !== undefined && { default: value }),
  }
}
