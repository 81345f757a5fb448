/** The objects of OpenAPI that hold schemas, as openapi-typescript gets them. */
import { isIgnoredHeader } from '../../ignored-headers.js'
import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { commentEntries } from './comment.js'
import { componentReferred, followReference } from './follow.js'
import { bare, copy, isArray, type Mutable, type MutableObject } from './mutable.js'
import { componentReference, type Preparation, prepareSchema } from './prepared-schema.js'

type Prepare = (object: JsonObject, context: Preparation) => MutableObject
type Entry = readonly [string, Mutable]

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** A Path Item Object (OpenAPI 3.1, 4.8.9) with its operations. */
export const preparePathItem: Prepare = (item, context) =>
  bare([
    ['parameters', parameters(item, context)],
    ...METHODS.flatMap((method) => entry(item, method, (it) => inlined(it, context, prepareOperation))),
  ])

const prepareOperation: Prepare = (operation, context) =>
  bare([
    ...entry(operation, 'operationId', (it) => name(it, context)),
    ...commentEntries(operation),
    ...entry(operation, 'deprecated', copy),
    ['parameters', parameters(operation, context)],
    ...entry(operation, 'requestBody', (it) => referred(it, 'requestBodies', context)),
    ...entry(operation, 'responses', (it) => prepareResponses(it, context)),
  ])

/** Responses by status; those stay numbers, as which users of the types look for them. */
function prepareResponses(value: JsonValue, context: Preparation): Mutable {
  const responses = Object.entries(withoutExtensions(value))
  return bare(responses.map(([status, it]) => [status, referred(it, 'responses', context)]))
}

const prepareParameter: Prepare = (parameter, context) =>
  bare([
    ...entry(parameter, 'name', (it) => name(it, context)),
    ...commentEntries(parameter),
    ...['in', 'required', 'deprecated'].flatMap((key) => entry(parameter, key, copy)),
    ...entry(described(parameter, context), 'schema', (it) => prepareSchema(it, context)),
  ])

/** What has the schema of a parameter or header: itself, or the only one of its media types, which openapi-typescript takes for text. */
function described(parameter: JsonObject, { document }: Preparation): JsonObject {
  const media = own(parameter, 'content')
  if (media === undefined || !isJsonObject(media)) return parameter
  const [only = {}] = Object.values(media)
  return { schema: true, ...followReference(only, document) }
}

const prepareRequestBody: Prepare = (body, context) =>
  bare([...commentEntries(body), ...entry(body, 'required', copy), ...content(body, context)])

const prepareResponse: Prepare = (response, context) =>
  bare([
    ...commentEntries(response),
    ...entry(response, 'headers', (it) =>
      byName(it, context, (header) => inlined(header, context, prepareHeader)),
    ),
    ...content(response, context),
  ])

const prepareHeader: Prepare = (header, context) =>
  bare([
    ...commentEntries(header),
    ...['required', 'deprecated'].flatMap((key) => entry(header, key, copy)),
    ...entry(described(header, context), 'schema', (it) => prepareSchema(it, context)),
  ])

const prepareMediaType: Prepare = (media, context) =>
  bare(entry(media, 'schema', (it) => prepareSchema(it, context)))

/** The components that openapi-typescript follows references to, beside the schemas. */
const sections = new Map<string, Prepare>([
  ['parameters', prepareParameter],
  ['requestBodies', prepareRequestBody],
  ['responses', prepareResponse],
])

/** `components` without the schemas. */
export function prepareComponents(components: JsonObject, context: Preparation): readonly Entry[] {
  return [...sections].flatMap(([section, prepare]) =>
    entry(components, section, (it) => byName(it, context, (inner) => inlined(inner, context, prepare))),
  )
}

/** The members of a map, each prepared. */
export function byName(
  value: JsonValue,
  { codec }: Preparation,
  prepare: (value: JsonValue) => Mutable,
): Mutable {
  return bare(
    isJsonObject(value) ? Object.entries(value).map(([key, it]) => [codec.encode(key), prepare(it)]) : [],
  )
}

/** The members of an object but for extensions (OpenAPI 3.1, 4.9), which a map of other names would take for one of its own. */
export function withoutExtensions(value: JsonValue | undefined): JsonObject {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => !key.startsWith('x-')))
}

/** An object that may be a reference, as what it refers to in the end. */
export function inlined(value: JsonValue, context: Preparation, prepare: Prepare): Mutable {
  const object = followReference(value, context.document)
  return object === undefined ? bare([]) : prepare(object, context)
}

/** An object that may be a reference: to a component, it stays one. */
function referred(value: JsonValue, section: string, context: Preparation): Mutable {
  const key = componentReferred(value, section)
  return key === undefined
    ? inlined(value, context, sections.get(section)!)
    : bare([['$ref', componentReference(section, key, context.codec)]])
}

function parameters(holder: JsonObject, context: Preparation): Mutable {
  const list = own(holder, 'parameters') ?? []
  return isArray(list)
    ? list.filter((it) => isTyped(it, context)).map((it) => referred(it, 'parameters', context))
    : []
}

/** Whether a parameter is one of the model's. */
function isTyped(value: JsonValue, context: Preparation): boolean {
  const parameter = followReference(value, context.document) ?? {}
  return own(parameter, 'in') !== 'header' || !isIgnoredHeader(String(own(parameter, 'name')))
}

function content(holder: JsonObject, context: Preparation): readonly Entry[] {
  return entry(holder, 'content', (it) =>
    byName(it, context, (media) => inlined(media, context, prepareMediaType)),
  )
}

function name(value: JsonValue, { codec }: Preparation): Mutable {
  return typeof value === 'string' ? codec.encode(value) : copy(value)
}

/** The member `key` as an entry, if the object has one. */
function entry(object: JsonObject, key: string, prepare: (value: JsonValue) => Mutable): readonly Entry[] {
  const value = own(object, key)
  return value === undefined ? [] : [[key, prepare(value)]]
}
