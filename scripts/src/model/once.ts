import type { Report } from '../diagnostics.js'

/** A report that passes each problem on once: what several operations share is read for each of them. */
export function once(report: Report): Report {
  const seen = new Set<string>()
  return (diagnostic) => {
    const key = JSON.stringify([diagnostic.severity, diagnostic.pointer, diagnostic.message])
    if (!seen.has(key)) report(diagnostic)
    seen.add(key)
  }
}
