/** The schemas that are an operation's own, and the names that it gives to schemas, before names are settled. */
import type { ContentDraft } from './contents.js'
import { pascalCase } from './names.js'
import type { OperationDraft } from './operation-draft.js'
import { paramsSchema } from './params-schema.js'
import { plainReference } from './plain-reference.js'
import type { Schema } from './types.js'

/** What an operation names schemas for, as it stands in the name. */
export const ROLES = ['Params', 'Body', 'Response', 'Error'] as const

/** One of `ROLES`. */
export type Role = (typeof ROLES)[number]

/** A schema of an operation that is to be named. */
export interface ShapeDraft {
  /** Unique in the model. */
  readonly key: string
  /** What it is called after the name of the operation. */
  readonly suffix: string
  readonly pointer: string
  readonly schema: Schema | Union
}

/** A schema that accepts what any of others does. */
export interface Union {
  /** Keys of the others. */
  readonly of: readonly string[]
}

/** A name that an operation gives to a schema, by keys. */
export interface AliasDraft {
  readonly key: string
  readonly role: Role
  readonly target: string
}

/** The schemas that an operation names. */
export interface ShapePlan {
  readonly shapes: readonly ShapeDraft[]
  readonly aliases: readonly AliasDraft[]
  /** Key of the schema of each content, by the content's draft. */
  readonly contents: ReadonlyMap<ContentDraft, string>
}

/** A content and what tells its schema's name from those of the others in its role. */
interface Labelled {
  readonly content: ContentDraft
  readonly label: string
}

/** Decides which schemas of an operation are its own, and what each role stands for. */
export function planShapes(operation: OperationDraft): ShapePlan {
  const contents = new Map<ContentDraft, string>()
  const roles: readonly (readonly [Role, readonly Labelled[]])[] = [
    ['Body', labelled(operation.body?.contents ?? [], '')],
    ['Response', responseContents(operation, 'success')],
    ['Error', responseContents(operation, 'error')],
  ]
  const params = roleKey(operation, 'Params')
  const shapes: ShapeDraft[] = [
    {
      key: params,
      suffix: 'Params',
      pointer: `${operation.pointer}/parameters`,
      schema: paramsSchema(operation),
    },
  ]
  const aliases: AliasDraft[] = [{ key: params, role: 'Params', target: params }]
  for (const [role, list] of roles) {
    if (list.length === 0) continue
    shapes.push(...ownShapes(operation, role, list, contents))
    const preferred = list.filter(({ content }) => content.isPreferred)
    const targets = [...new Set(preferred.map(({ content }) => contents.get(content)!))]
    const key = roleKey(operation, role)
    const [only = key] = targets
    if (targets.length > 1) {
      shapes.push({ key, suffix: role, pointer: operation.pointer, schema: { of: targets } })
    }
    aliases.push({ key, role, target: targets.length > 1 ? key : only })
  }
  return { shapes, aliases, contents }
}

/** Key of what an operation calls so; every operation has all four, if only for the types of nothing. */
export function roleKey({ pointer }: OperationDraft, role: Role): string {
  return `${pointer} ${role}`
}

/** Notes the schema of each content, and gives those that are no plain reference and so are the operation's own. */
function ownShapes(
  operation: OperationDraft,
  role: Role,
  list: readonly Labelled[],
  contents: Map<ContentDraft, string>,
): ShapeDraft[] {
  return list.flatMap(({ content, label }) => {
    if (contents.has(content)) return []
    const { schema } = content
    const isOnly = list.length === 1
    const key =
      plainReference(schema)?.pointer ??
      (isOnly ? roleKey(operation, role) : `${operation.pointer} ${content.pointer}`)
    // Several responses may refer to the same one.
    const isKnown = [...contents.values()].includes(key)
    contents.set(content, key)
    if (isKnown || plainReference(schema) !== undefined) return []
    return [{ key, suffix: isOnly ? role : `${role}${label}`, pointer: schema.pointer, schema }]
  })
}

function responseContents({ responses }: OperationDraft, outcome: 'success' | 'error'): Labelled[] {
  return responses
    .filter((response) => response.outcome === outcome || response.outcome === 'either')
    .flatMap(({ status, contents }) => labelled(contents, pascalCase(status).replace(/^_/, '')))
}

function labelled(contents: readonly ContentDraft[], prefix: string): Labelled[] {
  return contents.map((content) => ({
    content,
    label:
      contents.length === 1
        ? prefix
        : `${prefix}${pascalCase(content.mediaType.replace(/^application\//i, ''))}`,
  }))
}
