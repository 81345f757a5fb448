import type { FindingGroup } from './result.js'

/** A finding in full, and where it is. */
export interface Finding {
  readonly message: string
  /** A place in the document or in the output; empty for the whole of it. */
  readonly place: string
}

/** Findings by what they say apart from names, numbers and places, the most frequent first. */
export function grouped(findings: readonly Finding[], isKept: (name: string) => boolean): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const { message, place } of findings) {
    const text = generalized(message, isKept)
    const group = groups.get(text)
    if (group) groups.set(text, { ...group, count: group.count + 1 })
    else groups.set(text, { text, count: 1, message: shortened(message), place })
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

/** A message with `…` in place of what it names, but for the names of OpenAPI itself. */
export function generalized(message: string, isKept: (name: string) => boolean): string {
  return (
    message
      .replaceAll(/"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|'[^'\n]*'/g, (quoted) =>
        isKept(quoted.slice(1, -1)) ? quoted : '…',
      )
      .replaceAll(/(?:[a-z][\w+.-]*:\/\/|#\/|(?<![\w"`'])\/)[^\s,;)"'`]*/g, '…')
      // Not TS2345, and not the number of a clause, such as 4.7.24.1.
      .replaceAll(/(?<![\w.])-?\d+(?:[.,]\d+)?(?!\w|\.\d)/g, '…')
      .replaceAll(/…(?:(?:, | and | or |, and )…)+/g, '…')
  )
}

const LONGEST = 400

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
