import { fieldsOf, type RequestOptions } from './client.js'
import { headerFields } from './header-fields.js'
import type { Input, Operation } from './operation.js'
import type { ParameterValues } from './parameter-text.js'
import { expandPath } from './path.js'
import { writeQuery } from './query.js'
import type { WrittenBody } from './written-body.js'

/** What openapi-fetch takes to make the request. Parameters are written here: it would let `..` reach another path. */
export function requestInit(
  { path, query = '', baseUrl: server, styles = {}, mediaType, body: write }: Operation,
  input: Input,
  // openapi-fetch would make what no request has a property of it.
  { baseUrl = server, headers, fetch: _fetch, maxResponseBytes: _limit, ...init }: RequestOptions,
) {
  const written = input.body === undefined ? undefined : write?.(input.body, input.contentType ?? mediaType)
  const type = written ? written.type : input.body === undefined ? undefined : mediaType
  return {
    ...init,
    body: written?.body ?? input.body,
    ...(written && asItIs(written)),
    ...(baseUrl !== undefined && { baseUrl }),
    headers: type === undefined ? fieldsOf(headers) : { 'Content-Type': type, ...fieldsOf(headers) },
    params: {
      path: input.path ?? NONE,
      query: input.query ?? NONE,
      ...(input.header !== undefined && { header: headerFields(input.header, styles.header) }),
    },
    pathSerializer: (url: string) => basePart(url, path) + expandPath(path, input.path ?? NONE, styles.path),
    querySerializer: (values: ParameterValues) =>
      [expandPath(query, input.path ?? NONE, styles.path), writeQuery(values, styles.query)]
        .filter((part) => part !== '')
        .join('&'),
  }
}

const NONE: ParameterValues = {}

/** How openapi-fetch takes a body that is written already: it writes JSON unless it is told how to write. */
function asItIs({ body }: WrittenBody) {
  return {
    bodySerializer: (it: unknown) => it,
    // Fetch demands this of a body that is sent while the response may come already (Fetch, 5.4).
    ...(body instanceof ReadableStream && { duplex: 'half' as const }),
  }
}

/** The base of a URL that was put together with a path template: only the template is to be filled. */
function basePart(url: string, template: string): string {
  const base = url.slice(0, -template.length)
  if (/[?#{}]/.test(base)) {
    throw new TypeError(
      `The base URL must have no query, fragment or variable, but it is ${JSON.stringify(base)}`,
    )
  }
  return base
}
