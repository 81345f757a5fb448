/** One segment of a path template: the literal texts around its variables. `['v', '']` is `v{major}`. */
export interface SegmentTemplate {
  readonly literals: readonly string[]
  readonly variables: readonly string[]
}

/** The segments of a path template (OpenAPI 3.1, 4.8.8.2). */
export function parsePathTemplate(path: string): SegmentTemplate[] {
  return splitPath(path).map((segment) => {
    // Splitting by a pattern with a group gives the texts between the matches and, at odd places, what the group matched.
    const parts = segment.split(/\{([^{}]*)\}/)
    return {
      literals: parts.filter((_, index) => index % 2 === 0).map(normalize),
      variables: parts.filter((_, index) => index % 2 === 1),
    }
  })
}

/** The segments of a path, of which `/` and `/a/` have an empty one at their end. */
export function splitPath(path: string): string[] {
  return path.split('/').slice(1)
}

/**
 * The texts of the variables of a template that has some, still percent-encoded; `undefined` if the segment does not match. Each variable takes at
 * least one character, and all but the last as few as they can, so that nothing is ever tried twice.
 */
export function matchSegment({ literals }: SegmentTemplate, segment: string): string[] | undefined {
  const [head = '', ...rest] = literals
  const tail = rest.pop() ?? ''
  if (!segment.startsWith(head) || !segment.endsWith(tail)) return undefined
  const end = segment.length - tail.length
  const values: string[] = []
  let start = head.length
  for (const literal of rest) {
    const at = segment.indexOf(literal, start + 1)
    if (at === -1) return undefined
    values.push(segment.slice(start, at))
    start = at + literal.length
  }
  return start < end ? [...values, segment.slice(start, end)] : undefined
}

/**
 * Path text with every equivalent spelling made the same: escapes in upper case and only where they are needed (RFC 3986,
 * 6.2.2). Escapes that are there already are kept as they are.
 */
export function normalize(text: string): string {
  return withDots(normalizeButDots(text))
}

/** The same, but for escaped dots: in the style `label` those are not the ones that separate. */
export function normalizeButDots(text: string): string {
  const wellFormed = text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  return encodeURI(wellFormed)
    .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, '%')
    .replaceAll(/%[0-9A-Fa-f]{2}/g, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
      return /[A-Za-z0-9_~-]/.test(character) ? character : escape.toUpperCase()
    })
}

/** Path text that is normalized but for escaped dots, normalized. */
export function withDots(text: string): string {
  return text.replaceAll('%2E', '.')
}
