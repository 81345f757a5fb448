import { isFull, type Place, type Step, tokenOf } from './place.js'
import { quote, show } from './show.js'

/** What a keyword demands, for a program. */
type Params = Readonly<Record<string, unknown>>

/** Reports an issue of a keyword at a place. */
export function report(
  at: Place,
  keyword: string,
  message: string,
  params?: Params,
  schemaPath = `${at.schema}/${keyword}`,
): void {
  if (isFull(at)) return
  const path = pathOf(at)
  const pointer = at.parent === undefined ? '' : pointerTo(at.parent, at.token)
  at.findings.issues.push(
    params === undefined
      ? { path, pointer, keyword, message, schemaPath }
      : { path, pointer, keyword, message, schemaPath, params },
  )
}

/** Reports an issue of a keyword one step further than a place, in a property or item that the schema there describes as such. */
export function reportIn(at: Place, step: Step, keyword: string, message: string, params: Params): void {
  if (isFull(at)) return
  const steps = typeof step === 'number' ? 'items' : `properties/${step}`
  const schemaPath = `${at.schema}/${steps}/${keyword}`
  const path = pathTo(at, step)
  const pointer = pointerTo(at, step)
  at.findings.issues.push({ path, pointer, keyword, message, schemaPath, params })
}

/** `false` under `additionalProperties` or `unevaluatedProperties`; the place of the issue is that of the property. */
export function reportUnknown(at: Place, keyword: string, unknownProperty: string): void {
  if (isFull(at)) return
  const path = pathTo(at, unknownProperty)
  const pointer = pointerTo(at, tokenOf(unknownProperty))
  const message = 'is not a known property'
  const schemaPath = `${at.schema}/${keyword}`
  at.findings.issues.push({ path, pointer, keyword, message, schemaPath, params: { unknownProperty } })
}

/** The steps from the root to a place. */
export function pathOf({ parent, step }: Place): Step[] {
  return parent === undefined ? [] : pathTo(parent, step)
}

/** The steps from the root to one step further than a place. */
function pathTo(place: Place, step: Step): Step[] {
  if (place.parent === undefined) return [step]
  let length = 1
  for (let at = place; at.parent !== undefined; at = at.parent) length += 1
  const path = Array.from({ length }, () => step)
  for (let at = place, index = length - 2; at.parent !== undefined; at = at.parent, index -= 1)
    path[index] = at.step
  return path
}

/** The JSON Pointer of what a token leads to from a place. */
function pointerTo(place: Place, token: Step): string {
  let pointer = `/${token}`
  for (let at = place; at.parent !== undefined; at = at.parent) pointer = `/${at.token}${pointer}`
  return pointer
}

/** `enum` of many values. */
export function reportEnum(at: Place, allowedValues: ReadonlySet<unknown>, value: unknown): void {
  const allowed = [...allowedValues]
  const message = `must be one of ${allowed.map((it) => JSON.stringify(it)).join(', ')}, but is ${show(value)}`
  report(at, 'enum', message, { allowedValues: allowed })
}

/** The `false` schema. */
export function reportFalse(at: Place): void {
  report(at, 'false', 'must be absent', undefined, at.schema)
}

/** `dependentRequired` */
export function reportDependentRequired(at: Place, property: string, missingProperty: string): void {
  const message = `must have the property ${quote(missingProperty)} because it has ${quote(property)}`
  const schemaPath = `${at.schema}/dependentRequired/${tokenOf(property)}`
  report(at, 'dependentRequired', message, { property, missingProperty }, schemaPath)
}
