import {
  type Code,
  code,
  type Declaration,
  type Doc,
  identifier,
  importedType,
  join,
  literal,
  type Module,
} from '../../emit/index.js'
import type { Alias, Model, NamedSchema, Operation } from '../../model/types.js'
import { indexed, operationType, paramsType, requestBodyType } from './operation-types.js'
import { SCHEMAS } from './schemas.js'

/** The module with the types of operations. */
export const OPERATIONS = 'types/operations.ts'

/** Names for what each operation takes and returns. */
export function operationsModule({ operations, webhooks }: Model): Module {
  return { path: OPERATIONS, declarations: [...operations, ...webhooks].flatMap(declarations) }
}

function declarations(operation: Operation): Declaration[] {
  const { typeNames, params, bodyAlias, responseAlias, errorAlias, shapes } = operation
  const roles = [
    { name: typeNames.params, alias: params, what: 'Parameters' },
    { name: typeNames.body, alias: bodyAlias, what: 'Request body' },
    { name: typeNames.response, alias: responseAlias, what: 'Body of a successful response' },
    { name: typeNames.error, alias: errorAlias, what: 'Body of an error response' },
  ]
  const others = shapes.filter(({ name }) => !roles.some((role) => role.name === name))
  return [
    ...roles.map(({ name, alias, what }) =>
      declaration(name, roleType(alias, operation), roleDoc(what, operation)),
    ),
    ...others.map((shape) =>
      declaration(shape.name, shapeType(shape, operation), roleDoc('One body', operation)),
    ),
  ]
}

function declaration(name: string, type: Code, doc: Doc): Declaration {
  return { kind: 'type', name, visibility: 'public', doc, type }
}

function roleDoc(what: string, { operationId, summary, deprecated }: Operation): Doc {
  const title = summary?.trim().replace(/\.$/, '') ?? ''
  return {
    text: title === '' ? `${what} of ${operationId}.` : `${what} of ${operationId}: ${title}.`,
    deprecated,
  }
}

/** What an alias stands for; without content, nothing. */
function roleType(alias: Alias | undefined, operation: Operation): Code {
  if (alias === undefined) return code`undefined`
  const shape = operation.shapes.find(({ name }) => name === alias.target)
  return shape === undefined || alias.name !== alias.target
    ? typeOf(alias.target, operation)
    : shapeType(shape, operation)
}

/** A schema by its name: of this module, or of the schemas'. */
function typeOf(name: string, { shapes }: Operation): Code {
  return shapes.some((it) => it.name === name) ? identifier(name) : importedType(SCHEMAS, name)
}

function shapeType({ name, schema }: NamedSchema, operation: Operation): Code {
  if (name === operation.params.target) return paramsType(operation)
  return (
    contentType(name, operation) ??
    unionType(schema.anyOf?.flatMap(({ ref }) => ref?.name ?? []) ?? [], operation)
  )
}

function unionType(names: readonly string[], operation: Operation): Code {
  return join(
    names.map((name) => typeOf(name, operation)),
    ' | ',
  )
}

/** The type of the content of the operation that has that shape. */
function contentType(shape: string, operation: Operation): Code | undefined {
  const { body, responses } = operation
  const own = body?.contents.find((it) => it.shape === shape)
  if (own !== undefined) return indexed(requestBodyType(operation), 'content', own.mediaType)
  for (const { status, contents } of responses) {
    const content = contents.find((it) => it.shape === shape)
    if (content !== undefined) {
      const response = code`${indexed(operationType(operation), 'responses')}[${statusKey(status)}]`
      return indexed(response, 'content', content.mediaType)
    }
  }
  return undefined
}

function statusKey(status: string): Code {
  return literal(/^\d+$/.test(status) ? Number(status) : status)
}
