/** The type and subtype of a media type, in lower case and without parameters (RFC 9110, 8.3.1). */
export function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase()
}

/** What a table of documented media types has for a content type, parameters aside. */
export function entryFor<T>(
  contents: { readonly [mediaType: string]: T },
  contentType: string,
): T | undefined {
  const mediaType = mediaTypeOf(contentType)
  return Object.entries(contents).find(([documented]) => mediaTypeOf(documented) === mediaType)?.[1]
}
