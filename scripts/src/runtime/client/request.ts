import { given, type RequestOptions } from './client.js'
import { headerFields } from './header-fields.js'
import type { Input, Operation } from './operation.js'
import type { ParameterValues } from './parameter-text.js'
import { expandPath } from './path.js'
import { writeQuery } from './query.js'

/** What openapi-fetch takes to make the request. Parameters are written here: it would let `..` reach another path. */
export function requestInit(
  { path, query = '', baseUrl, styles = {}, mediaType }: Operation,
  input: Input,
  options: RequestOptions,
) {
  const { headers, ...init } = given({ ...options, baseUrl: options.baseUrl ?? baseUrl })
  const contentType = input.body === undefined || mediaType === undefined ? {} : { 'Content-Type': mediaType }
  return {
    ...init,
    headers: { ...contentType, ...headers },
    body: input.body,
    params: {
      path: { ...input.path },
      query: { ...input.query },
      header: headerFields(input.header ?? {}, styles.header),
    },
    pathSerializer: (url: string) => basePart(url, path) + expandPath(path, input.path ?? {}, styles.path),
    querySerializer: (values: ParameterValues) =>
      [expandPath(query, input.path ?? {}, styles.path), writeQuery(values, styles.query)]
        .filter((part) => part !== '')
        .join('&'),
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
