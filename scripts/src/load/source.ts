import { childPointer, type JsonValue } from '../json.js'
import { parse, type Offsets } from './parse.js'
import { LineIndex, type Place } from './place.js'
import { checkJson } from './plain-json.js'
import { failure, isFailure, type Failure } from './problem.js'

/** A document that was read: the one to load, or a file that it refers to. */
export interface Source {
  /** Real path of the file; `''` when the document was given as an object. */
  readonly path: string
  readonly value: JsonValue
  /** The place of the value that `tokens` lead to, or of the nearest value around it that exists. */
  readonly place: (tokens: readonly string[]) => Place
}

/** Makes a source of a text. `file` is the file's name in places. */
export function parseSource(text: string, path: string, file: string): Source | Failure {
  const lines = new LineIndex(text)
  const start: Place = { file, line: 1, column: 1, pointer: '' }
  if (text.trim() === '') return failure('the file is empty', 'Write an OpenAPI document into it.', start)
  const parsed = parse(text, path.toLowerCase().endsWith('.json'))
  if ('finding' in parsed) {
    const { message, hint } = parsed.finding
    return failure(message, hint, { ...start, ...lines.at(parsed.offset) })
  }
  return checkSource(parsed.value, path, (tokens) => {
    const { pointer, offset } = follow(parsed.value, tokens, parsed.offsets)
    return { ...start, pointer, ...(offset !== undefined && lines.at(skipSpace(text, offset))) }
  })
}

/** Makes a source of an object that the caller holds. It is never changed. */
export function objectSource(value: unknown): Source | Failure {
  return checkSource(value, '', (tokens) => ({ pointer: follow(value, tokens, new Map()).pointer }))
}

function checkSource(value: unknown, path: string, place: Source['place']): Source | Failure {
  const checked = checkJson(value, place)
  return isFailure(checked) ? checked : { path, value: checked.value, place }
}

/** Goes along `tokens` as far as they lead: the pointer of the last value met, and the last offset known on the way. */
function follow(
  root: unknown,
  tokens: readonly string[],
  offsets: Offsets,
): { pointer: string; offset?: number } {
  let reached: { pointer: string; offset?: number } = { pointer: '' }
  let value = root
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null) break
    const index = Object.keys(value).indexOf(token)
    if (index === -1) break
    const offset = offsets.get(value)?.[index] ?? -1
    const pointer = childPointer(reached.pointer, token)
    reached = offset === -1 ? { ...reached, pointer } : { pointer, offset }
    value = Object.values(value)[index]
  }
  return reached
}

/** Where the value begins that the parser announced at `offset`: after blanks and comments. */
function skipSpace(text: string, offset: number): number {
  const space = /(?:[ \t\r\n]|#[^\r\n]*)*/y
  space.lastIndex = offset
  space.test(text)
  return space.lastIndex < text.length ? space.lastIndex : offset
}
