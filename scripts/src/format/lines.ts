/** The settings that decide where lines are broken. */
export interface LineStyle {
  readonly printWidth: number
  readonly tabWidth: number
}

/** The blanks that a line begins with. */
export function indentOf(line: string): string {
  return /^ */.exec(line)![0]
}

/** The index of the first line from `start` on that does not begin with `prefix`. */
export function endOfRun(lines: readonly string[], start: number, prefix: string): number {
  for (let at = start; at < lines.length; at++) if (!lines[at]!.startsWith(prefix)) return at
  return lines.length
}
