/**
 * Whether this is a page or a worker of a browser, where whoever uses the page can read what it holds. Workers of servers have some
 * of the same globals and are told apart by theirs.
 */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope, Deno, navigator } = globalThis as Readonly<Record<string, unknown>>
  if (Deno !== undefined || globalThis.process?.versions?.node !== undefined) return false
  const { userAgent } = (navigator ?? {}) as { userAgent?: unknown }
  if (userAgent === 'Cloudflare-Workers') return false
  return document !== undefined || WorkerGlobalScope !== undefined
}
