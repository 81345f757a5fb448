import { fail, type Source } from './source.js'
import { DEEPEST } from './supported.js'
import type { Schema } from './types.js'

/**
 * Reports schemas that lead back to themselves without a step into the value, so that checking a value would never end (JSON
 * Schema, Core 9.4.1), and chains of references so long that following them is as bad.
 * @returns the pointers of the schemas that were reported.
 */
export function findEndless(schemas: ReadonlyMap<string, Schema>, root: Source): ReadonlySet<string> {
  const endless = new Set<string>()
  const lengths = new Map<string, number>()
  const path = new Map<string, Step>()
  const enter = (pointer: string): Step => {
    const step = { pointer, open: sameValueReferences(schemas.get(pointer)), length: 0 }
    path.set(pointer, step)
    return step
  }
  const follow = (step: Step, next: string): void => {
    if (path.has(next)) {
      endless.add(next)
      reportCycle(next, [...path.keys()], root)
    } else if (lengths.has(next)) step.length = Math.max(step.length, lengths.get(next)!)
    else walk.push(enter(next))
  }
  const leave = (step: Step): void => {
    walk.pop()
    path.delete(step.pointer)
    lengths.set(step.pointer, settleLength(step, root, endless))
  }
  const walk: Step[] = []
  for (const start of schemas.keys()) {
    if (!lengths.has(start)) walk.push(enter(start))
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const next = step.open.at(-1)
      if (next === undefined) leave(step)
      else {
        follow(step, next)
        if (walk.at(-1) === step) step.open.pop()
      }
    }
  }
  return endless
}

/** A schema on the way from the first. */
interface Step {
  readonly pointer: string
  /** The schemas after it that are still to be followed. */
  readonly open: string[]
  /** Length of the longest chain of references from here, as far as it is known. */
  length: number
}

function settleLength({ pointer, length }: Step, root: Source, endless: Set<string>): number {
  if (length < DEEPEST) return length + 1
  endless.add(pointer)
  fail(
    { ...root, pointer },
    `More than ${DEEPEST} references have to be followed from here, one after the other`,
    'Refer to the last schema of the chain directly',
  )
  return 0
}

/** The schemas that a schema applies to the very value that it is applied to itself. */
function sameValueReferences(schema: Schema | undefined): string[] {
  if (schema === undefined) return []
  const { ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = [] } = schema
  const conditional = [schema.not, schema.if, schema.then, schema.else]
  const inner = [...allOf, ...anyOf, ...oneOf, ...dependentSchemas.map((it) => it.schema), ...conditional]
  return [...(ref === undefined ? [] : [ref.pointer]), ...inner.flatMap(sameValueReferences)]
}

function reportCycle(pointer: string, path: readonly string[], root: Source): void {
  const way = [...path.slice(path.indexOf(pointer)), pointer].map((it) => `#${it}`).join(' → ')
  fail(
    { ...root, pointer },
    `The schema leads back to itself, so that checking a value would never end: ${way}`,
    'Put one of the steps into a property or into items',
  )
}
