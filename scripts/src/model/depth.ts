import { GeneratorError } from '../diagnostics.js'
import { childPointer, type JsonObject, type JsonValue } from '../json.js'
import { DEEPEST } from './supported.js'

/**
 * Stops at a document that is nested too deep for what follows, without going deep itself.
 * @throws GeneratorError naming the first place that is too deep.
 */
export function checkDepth(document: JsonObject): void {
  const open: { value: JsonValue; pointer: string; depth: number }[] = [
    { value: document, pointer: '', depth: 0 },
  ]
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    const { value, pointer, depth } = it
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEEPEST) throw tooDeep(pointer)
    for (const [key, inner] of Object.entries(value)) {
      open.push({ value: inner, pointer: childPointer(pointer, key), depth: depth + 1 })
    }
  }
}

function tooDeep(pointer: string): GeneratorError {
  return new GeneratorError([
    {
      severity: 'error',
      pointer,
      message: `The document is nested more than ${DEEPEST} levels deep here`,
      hint: 'Move the inner parts to components and refer to them with "$ref"',
    },
  ])
}
