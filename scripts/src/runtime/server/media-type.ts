/** The type and subtype of a media type, in lower case and without parameters (RFC 9110, 8.3.1). */
export function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase()
}

/** Whether a documented media type is a range (RFC 9110, 12.5.1), and so none that content can have. */
export function isRange(mediaType: string): boolean {
  return mediaTypeOf(mediaType).includes('*')
}

/** An entry of a table of documented media types, and its key there. */
export interface FoundEntry<T> {
  readonly documented: string
  readonly entry: T
}

/**
 * What a table of documented media types has for a content type: the most specific that matches (OpenAPI 3.1, 4.8.17). Parameters only
 * tell types apart that are the same without them.
 */
export function findEntry<T>(
  contents: { readonly [mediaType: string]: T },
  contentType: string,
): FoundEntry<T> | undefined {
  const candidates = Object.entries(contents).map(([documented, entry]) => ({
    documented,
    entry,
    rank: rankOf(documented, contentType),
  }))
  const best = Math.max(...candidates.map(({ rank }) => rank))
  return best > 0 ? candidates.find(({ rank }) => rank === best) : undefined
}

/** How closely a documented media type fits a content type; 0 if it does not. */
function rankOf(documented: string, contentType: string): number {
  if (normalized(documented) === normalized(contentType)) return 5
  const [range, mediaType] = [mediaTypeOf(documented), mediaTypeOf(contentType)]
  if (range === mediaType) return 4
  const [type = '', subtype = ''] = range.split('/')
  const [ownType = '', ownSubtype = ''] = mediaType.split('/')
  if (ownSubtype === '' || (type !== '*' && type !== ownType)) return 0
  if (subtype === '*') return type === '*' ? 1 : 2
  // Not in any specification, but in documents: all types that are written in a syntax.
  return subtype.startsWith('*+') && ownSubtype.endsWith(subtype.slice(1)) ? 3 : 0
}

function normalized(mediaType: string): string {
  return mediaType.replaceAll(/[\t ]/g, '').toLowerCase()
}
