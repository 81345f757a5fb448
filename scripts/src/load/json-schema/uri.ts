/** URI references as JSON Schema uses them to name schemas (RFC 3986). Nothing is fetched or normalised: a URI is a name. */

interface Parts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
}

/**
 * The URI that `reference` means where `base` is the base URI, without its fragment (RFC 3986, 5.2). A base may be relative or
 * empty, that of a schema which says nothing of its own URI; so is the result then.
 */
export function resolveUri(reference: string, base: string): string {
  const [relative, absolute] = [partsOf(reference), partsOf(base)]
  if (relative.scheme !== undefined) return compose({ ...relative, path: withoutDots(relative.path) })
  const { scheme } = absolute
  if (relative.authority !== undefined) {
    return compose({ ...relative, scheme, path: withoutDots(relative.path) })
  }
  const { authority } = absolute
  if (relative.path === '') {
    return compose({ scheme, authority, path: absolute.path, query: relative.query ?? absolute.query })
  }
  const path = relative.path.startsWith('/') ? relative.path : merge(absolute, relative.path)
  return compose({ scheme, authority, path: withoutDots(path), query: relative.query })
}

/** What stands behind the `#` of a URI reference; empty if there is none. */
export function fragmentOf(reference: string): string {
  const hash = reference.indexOf('#')
  return hash === -1 ? '' : reference.slice(hash + 1)
}

/** RFC 3986, appendix B, without the fragment. */
function partsOf(reference: string): Parts {
  const [, scheme, authority, path = '', query] =
    /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(reference) ?? []
  return { scheme, authority, path, query }
}

/** RFC 3986, 5.3. */
function compose({ scheme, authority, path, query }: Parts): string {
  const before = `${scheme === undefined ? '' : `${scheme}:`}${authority === undefined ? '' : `//${authority}`}`
  return `${before}${path}${query === undefined ? '' : `?${query}`}`
}

/** RFC 3986, 5.2.3. */
function merge(base: Parts, path: string): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path
}

/** RFC 3986, 5.2.4. */
function withoutDots(path: string): string {
  if (!path.includes('.')) return path
  const segments = path.split('/')
  const kept: string[] = []
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1
    if (segment === '..' && (kept.length > 1 || (kept.length === 1 && kept[0] !== ''))) kept.pop()
    if (segment !== '.' && segment !== '..') kept.push(segment)
    else if (isLast) kept.push('')
  }
  return kept.join('/')
}
