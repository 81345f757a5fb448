const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/** Whether a parameter for a header is ignored, because OpenAPI describes that header elsewhere (OpenAPI 3.1, 4.8.12.1). */
export function isIgnoredHeader(name: string): boolean {
  return IGNORED.has(name.toLowerCase())
}
