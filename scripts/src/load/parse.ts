import { parseYaml } from '@redocly/openapi-core'
import { quote } from './describe.js'
import { jsonSyntaxError } from './json-syntax.js'
import type { Finding } from './problem.js'

/** Deeper than any real document, and shallow enough for every recursive walk. */
export const MAX_DEPTH = 500

/** Of each object and array, the offset in the text of every member, in the order of `Object.keys`; -1 where there is none. */
export type Offsets = ReadonlyMap<object, readonly number[]>

/** A parsed text, or what is wrong with it and at which offset. */
export type Parsed =
  | { readonly value: unknown; readonly offsets: Offsets }
  | { readonly finding: Finding; readonly offset: number }

/** Parses YAML 1.2 (of which JSON is a part), or JSON alone, and remembers where each key and item stands. */
export function parse(text: string, json: boolean): Parsed {
  const syntax = json ? jsonSyntaxError(text) : undefined
  if (syntax) {
    const character = text[syntax.offset]
    const found = character === undefined ? 'the end of the file' : quote(character)
    const message = `this is not JSON: ${syntax.expected} is expected, found ${found}`
    return { finding: { message, hint: 'Correct the file at this place.' }, offset: syntax.offset }
  }
  const recorder = new OffsetRecorder()
  try {
    const value = parseYaml(text, { maxDepth: MAX_DEPTH, listener: recorder.listen })
    return { value, offsets: recorder.offsets }
  } catch (error) {
    return yamlError(error)
  }
}

/** The part of the parser's state that a listener reads. */
interface ParserState {
  readonly position: number
  readonly kind: 'mapping' | 'sequence' | 'scalar' | null
  readonly result: unknown
}

interface Node {
  readonly offset: number
  readonly children: { readonly offset: number; readonly value: unknown }[]
}

/** Listens to the parser, which tells when it enters and leaves a node: keys and values alike. */
class OffsetRecorder {
  readonly offsets = new Map<object, readonly number[]>()
  readonly #open: Node[] = []

  readonly listen = (event: 'open' | 'close', state: ParserState): void => {
    if (event === 'open') {
      this.#open.push({ offset: state.position, children: [] })
      return
    }
    const node = this.#open.pop()
    if (!node) return
    const { result, kind } = state
    this.#open.at(-1)?.children.push({ offset: node.offset, value: result })
    // An alias has no kind, and a node that the parser first tried as a key is met twice: both have been recorded before.
    if (typeof result !== 'object' || result === null || this.offsets.has(result)) return
    if (kind === 'sequence' && Array.isArray(result))
      this.offsets.set(result, itemOffsets(result, node.children))
    else if (kind === 'mapping') this.offsets.set(result, keyOffsets(result, node.children))
  }
}

/** An empty item (`- ` and nothing else) is no node, so items are matched with nodes by their values. */
function itemOffsets(items: readonly unknown[], children: Node['children']): number[] {
  let next = 0
  return items.map((item) => {
    const child = children[next]
    if (!child || !Object.is(child.value, item)) return -1
    next++
    return child.offset
  })
}

/** A key may lack its value (`{a, b: 1}`), so a value is told from a key by what the mapping holds under the key before it. */
function keyOffsets(mapping: object, children: Node['children']): number[] {
  const members = new Map<string, unknown>(Object.entries(mapping))
  const found = new Map<string, number>()
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (!child || (typeof child.value === 'object' && child.value !== null)) continue
    const key = String(child.value)
    if (!members.has(key) || found.has(key)) continue
    found.set(key, child.offset)
    const value = children[index + 1]
    if (value && Object.is(value.value, members.get(key))) index++
  }
  return [...members.keys()].map((key) => found.get(key) ?? -1)
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'Remove or rename one of the two keys.'],
  [/nesting exceeded/, 'Nest it less deeply, for example by moving schemas to components.'],
  [/merge keys exceeded|abnormal merge/, 'Merge fewer mappings with `<<`.'],
  [/single document/, 'Keep one document in the file: remove the `---` lines after the first.'],
  [/tab characters/, 'Indent with spaces.'],
  [
    /unidentified alias/,
    'Define the anchor before the alias, or quote the value if the `*` is meant literally.',
  ],
  [/unknown tag/, 'Remove the tag, or quote the value if the `!` is meant literally.'],
  [/null byte/, 'Save the file as UTF-8 text.'],
]

function yamlError(error: unknown): Parsed {
  if (!(error instanceof Error)) throw error
  const reason = 'reason' in error ? String(error.reason) : error.message
  const hint = hints.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Correct the file at this place.'
  const mark = 'mark' in error ? error.mark : undefined
  const offset = typeof mark === 'object' && mark && 'position' in mark ? Number(mark.position) : 0
  return { finding: { message: `this is not YAML: ${reason}`, hint }, offset }
}
