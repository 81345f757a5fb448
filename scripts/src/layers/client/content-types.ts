import { type Code, code, importedType, join } from '../../emit/index.js'
import type { Content, ContentKind } from '../../model/types.js'

/** Makes of the type of a content's schema what a caller gives or gets. */
type Wrap = (type: Code) => Code

const asItIs: Wrap = (type) => type

const event: Wrap = (type) =>
  code`AsyncIterable<${importedType('runtime/client/events.ts', 'ServerSentEvent')}<${type}>>`

/** What a caller gives, by kind, where that is not the value itself. */
const given: { readonly [K in ContentKind]?: Wrap } = {
  binary: () => importedType('runtime/client/write-binary.ts', 'BinaryBody'),
  'json-lines': (type) => code`Iterable<${type}> | AsyncIterable<${type}>`,
}

/** What a caller gets, by kind, where that is not the value itself. */
const gotten: { readonly [K in ContentKind]?: Wrap } = {
  'json-lines': (type) => code`AsyncIterable<${type}>`,
  events: event,
  'text-events': event,
}

/** The type of a body that a caller gives; `shape` is that of its schema. */
export function givenType({ kind }: Content, shape: Code): Code {
  return (given[kind] ?? asItIs)(shape)
}

/** The type of a body that a caller gets: one of `contents`. `own` holds the names of the schemas that are an operation's own. */
export function gottenType(contents: readonly Content[], own: ReadonlySet<string>): Code {
  const types = contents.map((content) => (gotten[content.kind] ?? asItIs)(shapeType(content, own)))
  return join(distinct(types), ' | ')
}

/** The type of a content's schema. */
export function shapeType({ shape }: Content, own: ReadonlySet<string>): Code {
  return importedType(own.has(shape) ? 'types/operations.ts' : 'types/schemas.ts', shape)
}

/** Code of which each text stands but once. */
export function distinct(types: readonly Code[]): Code[] {
  return [...new Map(types.map((type) => [type.text, type])).values()]
}
