import type { Operation, Parameter } from './types.js'

/**
 * What is sent of a path of the document. A path is to hold no query (OpenAPI 3.1.1, 4.8.8.1), but documents in use write one behind `?`,
 * or something behind `#`, which is never sent, to tell operations apart. Of that query, what stands for query parameters is sent as
 * these.
 */
export function requestTarget(
  path: string,
  parameters: readonly Pick<Parameter, 'in' | 'name'>[],
): Pick<Operation, 'requestPath' | 'requestQuery'> {
  const [sent = ''] = split(path, FRAGMENT)
  const [requestPath = '', ...rest] = split(sent, QUERY)
  const names = new Set(parameters.filter((it) => it.in === 'query').map(({ name }) => name))
  const parts = rest.flatMap((query) => query.split('&'))
  const requestQuery = parts.filter((part) => part !== '' && !names.has(expressionOf(part) ?? '')).join('&')
  return { requestPath, ...(requestQuery !== '' && { requestQuery }) }
}

/** These signs, but for those inside the name of a parameter. */
const FRAGMENT = /#(?![^{}]*\})/
const QUERY = /\?(?![^{}]*\})/

/** Splits text at the first match. */
function split(text: string, separator: RegExp): string[] {
  const at = text.search(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** The name in `{name}` or `key={name}`. */
function expressionOf(part: string): string | undefined {
  return /^(?:[^={}]*=)?\{([^{}]+)\}$/.exec(part)?.[1]
}
