import { type Code, code, type Declaration, importedType, join } from '../../emit/index.js'
import type { Operation, ParameterLocation } from '../../model/types.js'
import { namesOf } from './names.js'
import { runtimePath } from './paths.js'
import type { Shapes } from './shapes.js'

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie']

/** The type of what an operation's handler gets. */
export function inputDeclaration(operation: Operation, shapes: Shapes): Declaration {
  const { id, body } = operation
  const properties = [
    ...parameterProperties(operation),
    ...(body ? [{ name: 'body', type: bodyType(body, shapes), readonly: true, doc: bodyDoc(body) }] : []),
  ]
  const named = {
    name: namesOf(operation).input,
    visibility: 'public',
    doc: { text: `What the handler of \`${id}\` gets.` },
  } as const
  const base = importedType(runtimePath('reply'), 'HandlerInput')
  return properties.length === 0
    ? { kind: 'type', ...named, type: base }
    : { kind: 'interface', ...named, extends: [base], properties }
}

function parameterProperties(operation: Operation) {
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

function bodyType({ contents, required }: NonNullable<Operation['body']>, shapes: Shapes): Code {
  const types = [...new Set(contents.map(({ shape }) => shape))].map((name) => shapes(name).type)
  return join([...types, ...(required ? [] : [code`undefined`])], ' | ')
}

function bodyDoc({ description }: NonNullable<Operation['body']>) {
  return { ...(description !== undefined && { text: description }) }
}
