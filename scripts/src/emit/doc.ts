import type { JsonValue } from '../json.js'
import { escapeUnsafe } from './text.js'
import { wrapProse } from './wrap.js'

/** What a doc comment says. */
export interface Doc {
  /** Text of the generator or of the document; Markdown. */
  readonly text?: string
  /** Adds `@deprecated`. */
  readonly deprecated?: boolean
  /** Adds `@default`. */
  readonly default?: JsonValue
}

const WIDTH = 100

/** The lines of a doc comment that cannot end early. */
function docLines({ text, deprecated, default: defaultValue }: Doc): readonly string[] {
  const written = text?.trim().replaceAll('\t', '  ') ?? ''
  const lines =
    written === '' ? [] : wrapProse(written.split(/\r\n|[\n\r\u2028\u2029]/), WIDTH).map(escapeLine)
  if (defaultValue !== undefined) lines.push(`@default ${escapeLine(JSON.stringify(defaultValue))}`)
  if (deprecated) lines.push('@deprecated')
  return lines
}

/** A whole doc comment; `''` if there is nothing to say. */
export function docComment(doc: Doc): string {
  const lines = docLines(doc)
  if (lines.length === 0) return ''
  return lines.length === 1
    ? `/** ${lines[0]} */`
    : ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n')
}

/** A line that cannot end the comment, start a tag of its own, or hide what it says. */
function escapeLine(line: string): string {
  return escapeUnsafe(line.trimEnd())
    .replaceAll('*/', '*\\/')
    .replace(/^(\s*)@/, '$1\\@')
}
