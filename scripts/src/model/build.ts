import type { Report } from '../diagnostics.js'
import type { JsonObject } from '../json.js'
import { settleNames } from './claims.js'
import { Codecs } from './codecs/codecs.js'
import { checkDepth } from './depth.js'
import { directDocument } from './directions/direct-document.js'
import { remarkOnEqualRequests } from './equal-requests.js'
import { findEndless } from './endless.js'
import { mediaDocument } from './media/media-document.js'
import {
  type NamedSchemaDraft,
  finishSchema,
  readComponents,
  readTargets,
  schemaClaim,
} from './named-schemas.js'
import { once } from './once.js'
import { finishOperation, operationClaim, shapeClaims } from './operation.js'
import { type OperationDraft, readOperation } from './operation-draft.js'
import { type OperationSource, operationSources, webhookSources } from './operation-sources.js'
import type { ModelOptions } from './options.js'
import { ReferenceTable } from './reference-table.js'
import type { ResponseHeaderDraft } from './response-headers.js'
import { readSecuritySchemes } from './security.js'
import { defaultUrl, readServerTemplates } from './servers.js'
import { planShapes } from './shapes.js'
import { defined, type Locate, member, object, type Source, textMember } from './source.js'
import { refuseUnsupported } from './supported.js'
import type { Model, SecurityScheme } from './types.js'
import { valueDocument } from './values/value-document.js'
import { finishWebhook, type WebhookDraft, webhookDraft } from './webhooks.js'

/**
 * Decides everything that the layers print: what each schema and operation is called, which schema a reference means, and what
 * an operation takes and returns.
 *
 * The document is one of OpenAPI 3.1 that loading found valid: every reference in it is local, and every operation has an
 * `operationId` of its own. What is not supported yet is reported, all at once; the model is only good for anything if
 * nothing reported is an error.
 *
 * @param locate for a document that was put together from others: where its schemas came from.
 * @throws GeneratorError if the document is nested too deep to be read.
 */
export function buildModel(
  document: JsonObject,
  report: Report,
  locate?: Locate,
  options: ModelOptions = {},
): Model {
  checkDepth(document)
  const source = { value: document, pointer: '', document, report: once(report) }
  const whole = directed(described(locate === undefined ? source : { ...source, locate }), options)
  const { document: marked, values } = valueDocument(whole, options)
  const root = { ...whole, value: marked, document: marked }
  refuseUnsupported(root)
  const components = object(member(root, 'components')) ?? { ...root, value: {}, pointer: '/components' }
  const info = object(member(root, 'info')) ?? { ...root, value: {}, pointer: '/info' }
  const references = new ReferenceTable()
  const securitySchemes = readSecuritySchemes(components)
  const known = readComponents(components, references, options)
  const read = (it: OperationSource) => readOperation(it, root, securitySchemes, references)
  const drafts = operationSources(root).map(read)
  const webhooks = webhookSources(root).map((it) => webhookDraft(it, read(it)))
  remarkOnEqualRequests(drafts, root)
  const servers = readServerTemplates(root)
  const schemas = [...known, ...readTargets(known, references)]
  return {
    title: textMember(info, 'title') ?? '',
    version: textMember(info, 'version') ?? '',
    ...defined({ description: textMember(info, 'description') }),
    servers: servers.map(defaultUrl),
    serverTemplates: servers.filter(({ url }, index) => index === servers.findIndex((it) => it.url === url)),
    ...finish(root, { schemas, drafts, webhooks, references, securitySchemes }),
    ...(values.length > 0 && { values }),
    ...temporalPackage(options),
    securitySchemes,
    document: root.value,
  }
}

function temporalPackage({ temporal = 'global' }: ModelOptions): Pick<Model, 'temporal'> {
  return temporal === 'global' ? {} : { temporal }
}

/** The document with its bodies described as what callers give and get. */
function described(root: Source<JsonObject>): Source<JsonObject> {
  const document = mediaDocument(root)
  return { ...root, value: document, document }
}

/** The document with its bodies described by their direction. Problems are reported where they are in the document as it was. */
function directed(root: Source<JsonObject>, options: ModelOptions): Source<JsonObject> {
  const { document, originOf } = directDocument(root, options)
  if (document === root.value) return root
  return {
    ...root,
    value: document,
    document,
    report: (diagnostic) => root.report({ ...diagnostic, pointer: originOf(diagnostic.pointer) }),
    locate: (pointer) => {
      const origin = originOf(pointer)
      return root.locate?.(origin) ?? (origin === pointer ? undefined : `#${origin}`)
    },
  }
}

/** Everything that was read of a document. */
interface Drafts {
  readonly schemas: readonly NamedSchemaDraft[]
  readonly drafts: readonly OperationDraft[]
  readonly webhooks: readonly WebhookDraft[]
  readonly references: ReferenceTable
  readonly securitySchemes: readonly SecurityScheme[]
}

/** Settles the names and puts them where they belong. */
function finish(
  root: Source,
  { schemas, drafts, webhooks, references, securitySchemes }: Drafts,
): Pick<Model, 'schemas' | 'operations' | 'webhooks'> {
  const all = [...drafts, ...webhooks.map(({ draft }) => draft)]
  const operationNames = settleNames(all.map(operationClaim), root.report)
  const planned = all.map((draft) => ({
    draft,
    name: operationNames.get(draft.pointer)!,
    plan: planShapes(draft),
  }))
  const byPointer = new Map(schemas.map(({ pointer, schema }) => [pointer, schema]))
  const endless = findEndless(byPointer, root)
  const lookup = (pointer: string) => (endless.has(pointer) ? undefined : byPointer.get(pointer))
  const codecs = new Codecs(byPointer, lookup)
  codecs.read([...schemas, ...planned.flatMap(({ draft, plan }) => [...plan.shapes, ...headersOf(draft)])])
  const named = [...schemas, ...codecs.judges]
  const names = settleNames(
    [
      ...named.map(schemaClaim),
      ...planned.flatMap(({ name, draft, plan }) => shapeClaims(name, draft, plan)),
    ],
    root.report,
  )
  references.settle(names)
  codecs.settle(names)
  const operations = planned.map(({ draft, name, plan }) =>
    finishOperation(draft, plan, { name, names, lookup, codecs, securitySchemes, root }),
  )
  return {
    schemas: [
      ...schemas.map((it) => ({ ...finishSchema(it, names.get(it.pointer)!), ...codecs.of(it.schema) })),
      ...codecs.judges.map((it) => finishSchema(it, names.get(it.pointer)!)),
    ],
    operations: operations.slice(0, drafts.length),
    webhooks: operations
      .slice(drafts.length)
      .map((it, index) => finishWebhook(it, webhooks[index]!, operationNames)),
  }
}

function headersOf({ responses }: OperationDraft): readonly ResponseHeaderDraft[] {
  return responses.flatMap(({ headers }) => headers)
}
