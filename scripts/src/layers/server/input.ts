import {
  type Code,
  code,
  type Declaration,
  type Doc,
  importedType,
  join,
  literal,
  typeKey,
} from '../../emit/index.js'
import type { Operation, ParameterLocation, RequestBody } from '../../model/types.js'
import { namesOf } from './names.js'
import { runtimePath } from './paths.js'
import { requestType } from './request-content.js'
import type { Shapes } from './shapes.js'

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie']

/** The type of what an operation's handler gets. */
export function inputDeclaration(operation: Operation, shapes: Shapes): Declaration {
  const { id, body } = operation
  const alternatives = body ? bodyAlternatives(body, shapes) : []
  const properties = [...parameterProperties(operation), ...(body ? bodyProperties(body, alternatives) : [])]
  const named = {
    name: namesOf(operation).input,
    visibility: 'public',
    doc: { text: `What the handler of \`${id}\` gets.` },
  } as const
  const base = importedType(runtimePath('reply'), 'HandlerInput')
  if (alternatives.length > 1)
    return { kind: 'type', ...named, type: choiceType(base, properties, alternatives) }
  return properties.length === 0
    ? { kind: 'type', ...named, type: base }
    : { kind: 'interface', ...named, extends: [base], properties }
}

interface Property {
  readonly name: string
  readonly type: Code
  readonly readonly: true
  readonly doc?: Doc
}

function parameterProperties(operation: Operation): Property[] {
  return LOCATIONS.flatMap((location) =>
    operation.parameters.some((parameter) => parameter.in === location)
      ? [{ name: location, type: parametersType(operation, location), readonly: true }]
      : [],
  )
}

/** The object of a location's parameters, which a handler gets even if none is required and none present. */
function parametersType({ params, parameters }: Operation, location: ParameterLocation): Code {
  const type = code`${importedType('types/operations.ts', params.name)}[${quoted[location]}]`
  return parameters.some((it) => it.in === location && it.required) ? type : code`NonNullable<${type}>`
}

const quoted: { readonly [K in ParameterLocation]: Code } = {
  path: code`'path'`,
  query: code`'query'`,
  header: code`'header'`,
  cookie: code`'cookie'`,
}

/** What a body may be: a type, and the media types that have it. */
interface Alternative {
  readonly type: Code
  readonly mediaTypes: readonly Code[]
}

function bodyAlternatives({ contents, required }: RequestBody, shapes: Shapes): Alternative[] {
  const typed = contents.map((content) => ({ content, type: requestType(content, shapes) }))
  const types = [...new Map(typed.map(({ type }) => [type.text, type])).values()]
  const alternatives = types.map((type) => ({
    type,
    mediaTypes: typed
      .filter((it) => it.type.text === type.text)
      .map(({ content }) => literal(content.mediaType)),
  }))
  const none = { type: code`undefined`, mediaTypes: [code`undefined`] }
  return required || alternatives.length < 2 ? alternatives : [...alternatives, none]
}

/** The body where it is of one type. */
function bodyProperties(
  { required, description }: RequestBody,
  [only, ...others]: Alternative[],
): Property[] {
  if (only === undefined || others.length > 0) return []
  const type = required ? only.type : code`${only.type} | undefined`
  return [
    { name: 'body', type, readonly: true, doc: { ...(description !== undefined && { text: description }) } },
  ]
}

/** Of several types the body is the one that `contentType` tells. */
function choiceType(base: Code, properties: readonly Property[], alternatives: readonly Alternative[]): Code {
  const input = importedType(runtimePath('reply'), 'BodyInput')
  const bodies = alternatives.map(
    ({ type, mediaTypes }) => code`${input}<${join(mediaTypes, ' | ')}, ${type}>`,
  )
  const members = properties.map(({ name, type }) => code`readonly ${typeKey(name)}: ${type};`)
  const own = members.length === 0 ? [] : [code`{ ${join(members, ' ')} }`]
  return join([base, ...own, code`(${join(bodies, ' | ')})`], ' & ')
}
