import type { Issue } from '../validation.js'
import type { Place, Step } from './place.js'

/**
 * Reports that a keyword does not allow a value.
 * @param message what was expected, and what was found.
 * @param params what the keyword demands.
 * @param schemaPath where the keyword stands.
 * @param within where the value is, unless there is a `step`: then it is one step from there.
 */
export function report(
  keyword: string,
  message: string,
  params: Issue['params'],
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const { issues, limit } = within.findings
  if (issues.length >= limit) return
  const path = step === undefined ? pathOf(within) : pathTo(within, step)
  const pointer = step === undefined ? pointerOf(within) : pointerTo(within, step)
  issues.push(
    params === undefined
      ? { path, pointer, keyword, message, schemaPath }
      : { path, pointer, keyword, message, schemaPath, params },
  )
}

/** The steps from the root to a place. */
export function pathOf({ parent, step }: Place): Step[] {
  return parent === undefined ? [] : pathTo(parent, step)
}

/** The steps from the root to one step further than a place. */
function pathTo(place: Place, step: Step): Step[] {
  // Most issues are of a property of the whole value.
  if (place.parent === undefined) return [step]
  const path = [step]
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at.step)
  return path.reverse()
}

function pointerOf({ parent, token }: Place): string {
  return parent === undefined ? '' : pointerTo(parent, token)
}

/** The JSON Pointer of what a token leads to from a place. */
function pointerTo(place: Place, token: Step): string {
  let pointer = `/${token}`
  for (let at = place; at.parent !== undefined; at = at.parent) pointer = `/${at.token}${pointer}`
  return pointer
}
