/** How layers print and name the codecs of a model. */
import {
  type Code,
  code,
  identifier,
  imported,
  join,
  literal,
  operationsPath,
  propertyKey,
  regExp,
  schemaPath,
} from './emit/index.js'
import type { Codec, CodecChoice, Model, NamedSchema } from './model/types.js'

/** The module of the codecs of `Temporal`. */
export const TEMPORAL_CODECS = 'codecs/temporal.ts'

const values: { readonly [K in NonNullable<Codec['value']>]: Code } = {
  Date: imported('runtime/codecs/date-time.ts', 'dateTime'),
  'Temporal.Instant': imported(TEMPORAL_CODECS, 'instant'),
  'Temporal.PlainDate': imported(TEMPORAL_CODECS, 'plainDate'),
  bigint: imported('runtime/codecs/int64.ts', 'int64'),
}

/** What the codec of a schema is called. */
export function codecName({ variable }: Pick<NamedSchema, 'variable'>): string {
  // What JavaScript calls something itself has a sign behind it, which a longer name does not need.
  return `${variable.replace(/_$/, '')}Codec`
}

/** The module of the codec of a schema. */
export function codecPath({ kind, file }: Pick<NamedSchema, 'kind' | 'file'>): string {
  return kind === 'operation' ? operationsPath('codecs', file) : schemaPath('codecs', file)
}

/** How the codec of a schema is named in code. */
export interface CodecCode {
  readonly codec: Code
  /** What is to be given to what reads JSON beside it, where integers have more digits than a number holds. */
  readonly exactly: readonly Code[]
}

/** Finds the codec of the schema of a name; undefined where there is nothing to convert. */
export type CodecsOf = (name: string) => CodecCode | undefined

/** What printing codecs needs to know of a model. */
export interface CodecNames {
  readonly of: CodecsOf
  /** The schema of a name. */
  readonly named: (name: string) => NamedSchema
}

/** The codecs of a model by the names of their schemas. */
export function codecNames({ schemas, operations, webhooks }: Model): CodecNames {
  const shapes = [...operations, ...webhooks].flatMap((it) => it.shapes)
  const byName = new Map([...schemas, ...shapes].map((it) => [it.name, it]))
  // The model names no schema that it does not have.
  const named = (name: string) => byName.get(name)!
  return { named, of: (name) => codecOf(named(name)) }
}

function codecOf(named: NamedSchema): CodecCode | undefined {
  if (named.codec === undefined) return undefined
  const exactly = named.hasInt64 ? [imported('runtime/codecs/decode-exact-json.ts', 'decodeExactJson')] : []
  return { codec: imported(codecPath(named), codecName(named)), exactly }
}

/** A codec as an expression, for the module at `path`. */
export function codecCode(codec: Codec, names: CodecNames, path?: string): Code {
  if (codec.value !== undefined) return values[codec.value]
  if (codec.ref !== undefined) return referenceCode(names.named(codec.ref.name), path)
  const print = (it: Codec) => codecCode(it, names, path)
  const { allOf, properties, patternProperties, additionalProperties, prefixItems, items, tag, choice } =
    codec
  return objectCode([
    ...(allOf ? [['allOf', listCode(allOf.map(print))] as const] : []),
    ...(properties
      ? [['properties', objectCode(properties.map((it) => [it.name, optional(it.codec, print)]))] as const]
      : []),
    ...(patternProperties
      ? [['patternProperties', listCode(patternProperties.map((it) => patternCode(it, print)))] as const]
      : []),
    ...(additionalProperties ? [['additionalProperties', print(additionalProperties)] as const] : []),
    ...(prefixItems
      ? [['prefixItems', listCode(prefixItems.map((it) => optional(it, print)))] as const]
      : []),
    ...(items ? [['items', print(items)] as const] : []),
    ...(tag ? [['tag', tagCode(tag, print)] as const] : []),
    ...(choice ? [['choice', listCode(choice.map((it) => choiceCode(it, print, names)))] as const] : []),
  ])
}

type Print = (codec: Codec) => Code

/** A function, as the codecs of schemas may lead to each other. */
function referenceCode(target: NamedSchema, path: string | undefined): Code {
  const isOwn = codecPath(target) === path
  return code`() => ${isOwn ? identifier(codecName(target)) : imported(codecPath(target), codecName(target))}`
}

function optional(codec: Codec | undefined, print: Print): Code {
  return codec === undefined ? code`undefined` : print(codec)
}

function patternCode(
  { pattern, codec }: NonNullable<Codec['patternProperties']>[number],
  print: Print,
): Code {
  return code`[${regExp(pattern.source, pattern.flags)}, ${optional(codec, print)}]`
}

function tagCode({ property, values: codecs }: NonNullable<Codec['tag']>, print: Print): Code {
  const byValue = objectCode(codecs.map(({ value, codec }) => [value, print(codec)]))
  return objectCode([
    ['property', literal(property)],
    ['codecs', byValue],
  ])
}

function choiceCode({ codec, is }: CodecChoice, print: Print, names: CodecNames): Code {
  if (is === undefined) return objectCode([['codec', print(codec)]])
  const { kind, file, name } = names.named(is.name)
  const path = kind === 'operation' ? operationsPath('validators', file) : schemaPath('validators', file)
  return objectCode([
    ['codec', print(codec)],
    ['is', imported(path, `is${name}`)],
  ])
}

function objectCode(entries: readonly (readonly [key: string, value: Code])[]): Code {
  return code`{ ${join(
    entries.map(([key, value]) => code`${propertyKey(key)}: ${value}`),
    ', ',
  )} }`
}

function listCode(items: readonly Code[]): Code {
  return code`[${join(items, ', ')}]`
}
