/** The path of the first server's URL (OpenAPI 3.1, 4.8.5), without a slash at its end; relative URLs are from the root. */
export function basePath([url = '/']: readonly string[]): string {
  const base = 'http://localhost/'
  return URL.canParse(url, base) ? new URL(url, base).pathname.replace(/\/+$/, '') : ''
}
