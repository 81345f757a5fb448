import type { Codec, CodecChoice } from '../codec-types.js'
import type { Schema, TypeName } from '../types.js'
import { type Lookup, typesOf } from '../value-types.js'
import { type CodecContext, together } from './codec-context.js'
import { isConverted } from './holding-schemas.js'
import { tagCodec } from './tag-codec.js'

/** An alternative of `anyOf` or `oneOf`. */
export interface Alternative {
  /** The place among all. */
  readonly index: number
  readonly schema: Schema
  readonly codec: Codec | undefined
  /** What it may be in JSON. */
  readonly types: ReadonlySet<TypeName>
}

/**
 * The codec of alternatives. Those that share a type of JSON with no other need nothing to tell them apart, as each codec leaves what is
 * of another type as it is; others are told apart by the value of a property, or else by their validators.
 */
export function alternativesCodec(
  holder: Schema,
  alternatives: readonly { readonly schema: Schema; readonly codec: Codec | undefined }[],
  context: CodecContext,
): Codec | undefined {
  const all = alternatives.map((it, index): Alternative => ({
    ...it,
    index,
    types: jsonTypes(it.schema, context.lookup),
  }))
  return together(groupsOf(all).flatMap((group) => groupCodec(holder, group, context) ?? []))
}

function groupCodec(holder: Schema, group: readonly Alternative[], context: CodecContext): Codec | undefined {
  if (group.length === 1) return group[0]!.codec
  if (group.every(({ codec }) => codec === undefined)) return undefined
  return tagCodec(holder, group, context.lookup) ?? { choice: group.flatMap((it) => choiceOf(it, context)) }
}

function choiceOf({ schema, codec }: Alternative, { refer }: CodecContext): CodecChoice[] {
  if (codec === undefined) return []
  return [isOnlyConverted(schema) ? { codec } : { codec, is: refer(schema) }]
}

/** Whether a value that can be converted is valid, too. */
function isOnlyConverted(schema: Schema): boolean {
  const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const
  return isConverted(schema) && bounds.every((keyword) => schema[keyword] === undefined)
}

const ALL: readonly TypeName[] = ['null', 'boolean', 'object', 'array', 'number', 'string']

/** The types of JSON that a schema lets through, an integer as the number that it is. */
function jsonTypes(schema: Schema, lookup: Lookup): ReadonlySet<TypeName> {
  const types = typesOf(schema, lookup) ?? new Set(ALL)
  return new Set([...types].map((type) => (type === 'integer' ? 'number' : type)))
}

/** The alternatives in groups of which no two share a type. */
function groupsOf(all: readonly Alternative[]): Alternative[][] {
  return all.reduce<Alternative[][]>((groups, it) => {
    const shares = (group: readonly Alternative[]) =>
      group.some(({ types }) => [...it.types].some((type) => types.has(type)))
    const joined = groups.filter(shares).flat()
    return [...groups.filter((group) => !shares(group)), [...joined, it]]
  }, [])
}
