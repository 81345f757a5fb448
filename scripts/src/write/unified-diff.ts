import { structuredPatch, type StructuredPatchHunk } from 'diff'

const MAX_LINES = 60
const MAX_WIDTH = 200
/** Bounds the search for the shortest diff, whose time grows with the square of the number of changed lines. */
const MAX_EDITS = 2000

/** The changes from `before` to `after` as hunks of a unified diff, at most 60 lines of 200 characters. */
export function unifiedDiff(before: string, after: string): string {
  const options = { context: 3, maxEditLength: MAX_EDITS }
  const patch = structuredPatch('', '', before, after, undefined, undefined, options)
  if (patch === undefined) return `@@ more than ${MAX_EDITS} lines differ @@`
  const lines = patch.hunks.flatMap(hunkLines)
  const more = lines.length - MAX_LINES
  const shown = lines.slice(0, MAX_LINES).map(shorten)
  return (more > 0 ? [...shown, `… ${more} more lines`] : shown).join('\n')
}

function hunkLines({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string[] {
  return [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines]
}

function shorten(line: string): string {
  return line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)}…` : line
}
