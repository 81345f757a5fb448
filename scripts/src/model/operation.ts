import type { Claim } from './claims.js'
import type { Codecs } from './codecs/codecs.js'
import type { ContentDraft } from './contents.js'
import { camelCase, pascalCase } from './names.js'
import type { OperationDraft } from './operation-draft.js'
import { finishParameters } from './finish-parameters.js'
import { finishParts } from './media/parts.js'
import { finishResponseHeader } from './response-headers.js'
import { type Role, roleKey, ROLES, type ShapeDraft, type ShapePlan, type Union } from './shapes.js'
import { defined, type Source } from './source.js'
import type { Alias, Content, NamedSchema, Operation, Schema, SecurityScheme } from './types.js'
import type { Lookup } from './value-types.js'

/** What an operation wants to be called. */
export function operationClaim({ operationId, pointer }: OperationDraft): Claim {
  const name = pascalCase(operationId)
  return { name, key: pointer, pointer, rank: 0, isExact: camelCase(name) === operationId }
}

/** Rank of the claims of an operation's schemas: after the components. */
const RANK = 1

/** What the schemas and aliases of an operation want to be called. */
export function shapeClaims(name: string, draft: OperationDraft, { shapes }: ShapePlan): Claim[] {
  const { pointer } = draft
  const roles = ROLES.map((role) => ({ key: roleKey(draft, role), suffix: role }))
  const others = shapes.filter(({ key }) => !roles.some((role) => role.key === key))
  const wishes: Pick<ShapeDraft, 'key' | 'suffix'>[] = [...roles, ...others]
  return wishes.map(({ key, suffix }) => ({
    name: `${name}${suffix}`,
    key,
    pointer,
    rank: RANK,
    isExact: true,
  }))
}

/** Everything that is settled by the time an operation is finished. */
export interface Settled {
  /** Name of the operation, in PascalCase. */
  readonly name: string
  /** Names of schemas and aliases by their keys. */
  readonly names: ReadonlyMap<string, string>
  readonly lookup: Lookup
  readonly codecs: Codecs
  readonly securitySchemes: readonly SecurityScheme[]
  readonly root: Source
}

/** The operation of a draft, its names filled in. */
export function finishOperation(draft: OperationDraft, plan: ShapePlan, settled: Settled): Operation {
  const { name, names } = settled
  const finish = ({ contents }: { readonly contents: readonly ContentDraft[] }): { contents: Content[] } => ({
    contents: contents.map((content) =>
      finishContent(content, names.get(plan.contents.get(content)!)!, settled.lookup),
    ),
  })
  const { body, ...rest } = draft
  return {
    ...rest,
    id: camelCase(name),
    name,
    parameters: finishParameters(draft, settled),
    ...(body && { body: { ...body, ...finish(body) } }),
    responses: draft.responses.map((response) => ({
      ...response,
      headers: response.headers.map((header) => finishResponseHeader(header, settled)),
      ...finish(response),
    })),
    shapes: plan.shapes.map((shape) => finishShape(shape, draft.group, settled)),
    typeNames: {
      params: names.get(roleKey(draft, 'Params'))!,
      body: names.get(roleKey(draft, 'Body'))!,
      response: names.get(roleKey(draft, 'Response'))!,
      error: names.get(roleKey(draft, 'Error'))!,
    },
    params: alias(plan, 'Params', names)!,
    ...defined({
      bodyAlias: alias(plan, 'Body', names),
      responseAlias: alias(plan, 'Response', names),
      errorAlias: alias(plan, 'Error', names),
    }),
  }
}

function finishContent({ schema, parts, ...rest }: ContentDraft, shape: string, lookup: Lookup): Content {
  const isForm = rest.kind === 'form' || rest.kind === 'multipart'
  return { ...rest, shape, ...(isForm && { parts: finishParts(schema, parts, lookup) }) }
}

function alias({ aliases }: ShapePlan, role: Role, names: ReadonlyMap<string, string>): Alias | undefined {
  const draft = aliases.find((it) => it.role === role)
  return draft && { name: names.get(draft.key)!, target: names.get(draft.target)! }
}

function finishShape(draft: ShapeDraft, group: string, { names, codecs }: Settled): NamedSchema {
  const { key, pointer } = draft
  const name = names.get(key)!
  const schema = 'of' in draft.schema ? unionSchema(draft.schema, pointer, names) : draft.schema
  const codec = 'of' in draft.schema ? {} : codecs.of(schema)
  return { name, variable: camelCase(name), file: group, kind: 'operation', pointer, schema, ...codec }
}

function unionSchema({ of }: Union, pointer: string, names: ReadonlyMap<string, string>): Schema {
  return { pointer, anyOf: of.map((key) => ({ pointer, ref: { name: names.get(key)!, pointer: key } })) }
}
