import { childPointer, isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { describe, quote } from '../describe.js'
import { diagnostic, type Finding } from '../problem.js'
import type { Resource, SchemaDocument } from './resource.js'
import { subschemas } from './subschemas.js'
import { fragmentOf, resolveUri } from './uri.js'

/** Takes a resource that was found; gives the one that has its URI, which may be another. */
export type Declare = (resource: Resource) => Resource

/**
 * Notes of each schema at `pointer` and inside which resource it belongs to, and of each resource its anchors. Only places of
 * schemas count: an `$id` in an `enum` or under an unknown keyword is data (JSON Schema 2020-12, Core 9.4.2).
 */
export function indexSchemas(
  document: SchemaDocument,
  pointer: string,
  value: JsonValue,
  around: Resource | undefined,
  declare: Declare,
): void {
  const id = readId(document, pointer, value)
  const resource =
    around === undefined || id !== undefined ? newResource(document, pointer, value, id, around) : around
  document.schemas.set(pointer, resource)
  const holder = resource === around ? resource : declare(resource)
  if (holder !== resource && holder.document === document) {
    report(document, `${pointer}/$id`, {
      message: `another schema has the \`$id\` ${quote(resource.uri)} too`,
      hint: 'Give each schema an `$id` of its own.',
    })
  }
  if (!isJsonObject(value) || isForeign(resource)) return
  addAnchor(resource, pointer, value, '$anchor')
  addAnchor(resource, pointer, value, '$dynamicAnchor')
  for (const { tokens, value: inner } of subschemas(value)) {
    indexSchemas(document, tokens.reduce(childPointer, pointer), inner, resource, declare)
  }
}

/** Whether the schemas of a resource are of another draft of JSON Schema, in which identifiers and places of schemas differ. */
export function isForeign({ dialect }: Resource): boolean {
  return dialect !== undefined && /^https?:\/\/json-schema\.org\/(?!draft\/2020-12\/)/.test(dialect.uri)
}

function newResource(
  document: SchemaDocument,
  pointer: string,
  value: JsonValue,
  id: string | undefined,
  around: Resource | undefined,
): Resource {
  const dialect = isJsonObject(value) ? own(value, '$schema') : undefined
  if (dialect !== undefined && typeof dialect !== 'string') {
    const message = `\`$schema\` must be the URI of a dialect, found ${describe(dialect)}`
    report(document, `${pointer}/$schema`, { message, hint: 'Write a string.' })
  }
  return {
    uri: resolveUri(id ?? '', around?.uri ?? document.uri),
    document,
    pointer,
    dialect: typeof dialect === 'string' ? { uri: dialect, pointer } : around?.dialect,
    anchors: new Map(),
    dynamicAnchors: new Set(),
  }
}

/** The `$id` of a schema as a URI reference, if it has one that is of use. */
function readId(document: SchemaDocument, pointer: string, schema: JsonValue): string | undefined {
  const id = isJsonObject(schema) ? own(schema, '$id') : undefined
  if (id === undefined || (typeof id === 'string' && fragmentOf(id) === '')) return id
  report(
    document,
    `${pointer}/$id`,
    typeof id === 'string'
      ? {
          message: `\`$id\` must have no fragment, found ${quote(id)}`,
          hint: 'Use `$anchor` for the fragment.',
        }
      : { message: `\`$id\` must be a URI reference, found ${describe(id)}`, hint: 'Write a string.' },
  )
  return undefined
}

function addAnchor(
  resource: Resource,
  pointer: string,
  schema: JsonObject,
  keyword: '$anchor' | '$dynamicAnchor',
): void {
  const name = own(schema, keyword)
  if (name === undefined) return
  const { document, anchors, dynamicAnchors } = resource
  const place = `${pointer}/${keyword}`
  if (typeof name !== 'string' || !/^[A-Za-z_][-\w.]*$/.test(name)) {
    const message = `\`${keyword}\` must be a name of letters, digits, \`-\`, \`_\` and \`.\`, found ${describe(name)}`
    report(document, place, { message, hint: 'Begin it with a letter or `_`.' })
    return
  }
  const other = anchors.get(name)
  if (other !== undefined && other !== pointer) {
    const message = `the anchor ${quote(name)} is also that of ${quote(`#${other}`)}`
    report(document, place, { message, hint: 'Give each of the two a name of its own.' })
    return
  }
  anchors.set(name, pointer)
  if (keyword === '$dynamicAnchor') dynamicAnchors.add(name)
}

function report({ uri, problems }: SchemaDocument, pointer: string, finding: Finding): void {
  problems.push(diagnostic('error', { pointer, ...(uri !== '' && { file: uri }) }, finding))
}
