import { isDeepStrictEqual } from 'node:util'
import type { JsonValue } from '../../scripts/src/json.js'
import { isJson, textOf } from './documented-answers.js'
import type { Recorded } from './local-server.js'
import type { DocumentParameter } from './operations.js'
import type { PlannedCall } from './planned-calls.js'
import { pathValues } from './router.js'

/** What a path and a query may be made of (RFC 3986, 3.3 and 3.4), without the `+` that a form reads as a space. */
const PATH = /^(?:[\w.~!$&'()*,;=:@/-]|%[\dA-F]{2})*$/
const QUERY = /^(?:[\w.~!$&'()*,;=:@/?-]|%[\dA-F]{2})*$/

/** In what a request is not what the document says of it. */
export function faultsOfRequest(call: PlannedCall, request: Recorded): string[] {
  return [
    ...different('method', request.method, call.operation.method.toUpperCase()),
    ...faultsOfPath(call, request),
    ...faultsOfQuery(call, request),
    ...faultsOfHeaders(call, request),
    ...faultsOfBody(call, request),
  ]
}

function faultsOfPath({ operation, values }: PlannedCall, { path }: Recorded): string[] {
  const wanted = Object.entries(values['path'] ?? {}).map(([name, value]) => [name, String(value)])
  const found = pathValues(operation.path, path)
  return [
    ...(PATH.test(path) ? [] : [`path ${path} has what should be escaped`]),
    ...different('path', found && Object.fromEntries(found), Object.fromEntries(wanted)),
  ]
}

function faultsOfQuery({ operation, values }: PlannedCall, { query }: Recorded): string[] {
  const parameters = operation.parameters.filter((it) => it.in === 'query')
  const wanted = parameters.flatMap((it) => pairsOf(it, values['query']?.[it.name]))
  return [
    ...(QUERY.test(query) ? [] : [`query ${query} has what should be escaped`]),
    ...different('query', [...new URLSearchParams(query)].toSorted(), wanted.toSorted()),
  ]
}

/** The pairs of the style `form` with `explode`, which is what there is where the document names none (OpenAPI 3.0.3, 4.7.12.2). */
function pairsOf({ name, object }: DocumentParameter, value: JsonValue | undefined): [string, string][] {
  const { style = 'form', explode = true, content } = object
  if (
    style !== 'form' ||
    explode !== true ||
    content !== undefined ||
    (typeof value === 'object' && !Array.isArray(value))
  )
    throw new Error(`The query parameter ${name} is of a style that is not looked for here`)
  const items: readonly JsonValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return items.map((item) => [name, String(item)])
}

function faultsOfHeaders({ values, body, answer }: PlannedCall, { headers }: Recorded): string[] {
  const parameters = Object.entries(values['header'] ?? {})
  const accepted = headers['accept'] ?? '*/*'
  const type = answer.body?.mediaType
  const takes = type === undefined || accepted.split(/, */).some((it) => it === '*/*' || it === type)
  return [
    ...parameters.flatMap(([name, value]) => different(name, headers[name.toLowerCase()], String(value))),
    ...different('content-type', headers['content-type']?.replace(/;.*/, ''), body?.mediaType),
    ...(takes ? [] : [`accept is ${accepted}, without ${type}`]),
  ]
}

function faultsOfBody({ body }: PlannedCall, request: Recorded): string[] {
  const text = request.body.toString()
  if (body === undefined) return different('body', text, '')
  return isJson(body.mediaType)
    ? different('body', JSON.parse(text), body.example?.value)
    : different('body', text, textOf(body))
}

/** What is said of something that is not as it should be. */
export function different(what: string, found: unknown, wanted: unknown): string[] {
  if (isDeepStrictEqual(found, wanted)) return []
  return [`${what} is ${shown(found)}, not ${shown(wanted)}`]
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
