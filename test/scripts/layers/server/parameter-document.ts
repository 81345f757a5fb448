import type { JsonObject } from '../../../../scripts/src/json.js'

/** A parameter of the document, beside its name. */
export interface Described {
  /** The operation that has it alone. */
  readonly operationId: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly style: string
  readonly explode: boolean
  readonly kind: Kind
}

/** What a parameter's value may be. */
export type Kind = keyof typeof schemas

const integer: JsonObject = { type: 'integer' }
const string: JsonObject = { type: 'string' }
const members: JsonObject = {
  type: 'object',
  properties: { n: integer, s: string, b: { type: ['boolean', 'null'] } },
  additionalProperties: false,
}

/** The schema of each kind of value. */
const schemas = {
  string,
  integer,
  boolean: { type: 'boolean' },
  nullable: { type: ['integer', 'null'] },
  strings: { type: 'array', items: string },
  integers: { type: 'array', items: integer },
  members,
  free: { type: 'object', additionalProperties: string },
  textOrIntegers: { oneOf: [string, { type: 'array', items: integer, minItems: 2 }] },
  nested: {
    type: 'object',
    properties: {
      list: { type: 'array', items: string },
      inner: { type: 'object', properties: { deep: members, list: { type: 'array', items: members } } },
    },
    additionalProperties: false,
  },
  listOfLists: { type: 'array', items: { type: 'array', items: integer } },
  /** By `content`, and so JSON. */
  json: { type: ['object', 'array', 'string', 'number', 'null', 'boolean'] },
} satisfies Record<string, JsonObject>

const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const

const NESTED: ReadonlySet<string> = new Set<Kind>(['nested', 'listOfLists'])

/** Every style of every location, exploded or not, with every kind of value that it has text for. */
export const described: readonly Described[] = (['path', 'query', 'header', 'cookie'] as const).flatMap(
  (location) =>
    STYLES[location].flatMap((style) =>
      [false, true].flatMap((explode) =>
        // Object.keys of a constant are its keys.
        (Object.keys(schemas) as Kind[])
          .filter((kind) => isWritten(location, style, explode, kind))
          .map((kind) => ({
            operationId: [location, style, explode ? 'exploded' : 'whole', kind].map(capital).join(''),
            in: location,
            style,
            explode,
            kind,
          })),
      ),
    ),
)

function capital(word: string, index: number): string {
  return index === 0 ? word : word[0]!.toUpperCase() + word.slice(1)
}

function isWritten(location: string, style: string, explode: boolean, kind: Kind): boolean {
  if (kind === 'json') return !explode && ['simple', 'form'].includes(style)
  // A text that holds what separates items would be taken for several; headers do not escape theirs.
  if (kind === 'textOrIntegers')
    return style !== 'deepObject' && (explode || !style.endsWith('Delimited')) && location !== 'header'
  return style === 'deepObject' ? explode : !NESTED.has(kind) || (style === 'form' && kind === 'nested')
}

/** What each parameter is called. */
export const NAME = 'color'

function operation({ operationId, in: location, style, explode, kind }: Described) {
  const schema = schemas[kind]
  const content = { content: { 'application/json': { schema } } }
  return {
    operationId,
    tags: ['all'],
    parameters: [
      {
        name: NAME,
        in: location,
        required: location === 'path',
        ...(kind === 'json' ? content : { style, explode, schema }),
      },
    ],
    responses: { 204: { description: 'It was read.' } },
  }
}

/** A document with an operation for each parameter. */
export const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Parameters', version: '1' },
  paths: Object.fromEntries(
    described.map((it) => [
      `/${it.operationId}${it.in === 'path' ? `/{${NAME}}` : ''}`,
      { get: operation(it) },
    ]),
  ),
}
