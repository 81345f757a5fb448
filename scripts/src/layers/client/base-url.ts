/** Whether requests can be sent to a URL with a path behind it: one relative to the document is of no use to a caller. */
export function isBaseUrl(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url) && !/[?#{}]/.test(url)
}
