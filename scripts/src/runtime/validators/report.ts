import type { Issue } from '../validation.js'
import { entry, type Findings, type Place, type Step } from './place.js'

/** An issue without the place that it is at. */
type Failure = Omit<Issue, 'path' | 'pointer'>

/** Reports what is wrong at a place. */
export function report({ parent, step, token, findings }: Place, failure: Failure): void {
  if (parent === undefined) add(findings, [], '', failure)
  else add(findings, pathTo(parent, step), pointerTo(parent, token), failure)
}

/** Reports what is wrong one step from a place, or, without a step, at the place. */
export function reportIn(within: Place, step: Step | undefined, failure: Failure): void {
  if (step === undefined) report(within, failure)
  // Most issues are of a property of the whole value.
  else if (within.parent === undefined) add(within.findings, [step], `/${step}`, failure)
  else add(within.findings, pathTo(within, step), pointerTo(within, step), failure)
}

function add(
  { issues, limit }: Findings,
  path: readonly Step[],
  pointer: string,
  { keyword, message, schemaPath, params }: Failure,
): void {
  if (issues.length >= limit) return
  issues.push(
    params === undefined
      ? { path, pointer, keyword, message, schemaPath }
      : { path, pointer, keyword, message, schemaPath, params },
  )
}

/** Reports a property that an object must not have. */
export function reportUnknown(at: Place, unknownProperty: string, keyword: string, schemaPath: string): void {
  const message = 'is not a known property'
  report(entry(at, unknownProperty), { keyword, message, schemaPath, params: { unknownProperty } })
}

/** The steps from the root to a place. */
export function pathOf({ parent, step }: Place): Step[] {
  return parent === undefined ? [] : pathTo(parent, step)
}

/** The steps from the root to one step further than a place. */
function pathTo(place: Place, step: Step): Step[] {
  const path = [step]
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at.step)
  return path.reverse()
}

/** The JSON Pointer of what a token leads to from a place. */
function pointerTo(place: Place, token: Step): string {
  let pointer = `/${token}`
  for (let at = place; at.parent !== undefined; at = at.parent) pointer = `/${at.token}${pointer}`
  return pointer
}
