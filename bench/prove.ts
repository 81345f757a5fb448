import { isDeepStrictEqual } from 'node:util'
import type { BenchCase, InvalidValue } from './cases/case.js'
import type { Compiled } from './contestants/contestant.js'

/** Why a contestant is not to be timed; absent where it is right. */
export interface Verdict {
  /** What is wrong with its boolean answers, and so with all of it. */
  readonly wrong?: string
  /** What is wrong with its issues. */
  readonly issues?: string
}

/** Tries a compiled schema on every value of a case. */
export function prove({ tasks, valid, invalid, timed }: BenchCase, compiled: Compiled): Verdict {
  const wrong =
    wrongAnswer([...valid, ...timed.valid], invalid, compiled.is) ??
    (tasks.includes('is') ? undefined : wrongIntake(valid, invalid, compiled))
  if (wrong !== undefined) return { wrong }
  const issues =
    compiled.reporter === undefined ? 'it reports none' : wrongIssues(valid, invalid, compiled.reporter)
  return issues === undefined ? {} : { issues }
}

function wrongAnswer(
  valid: readonly unknown[],
  invalid: readonly InvalidValue[],
  is: Compiled['is'],
): string | undefined {
  const refused = valid.find((value) => is(value) !== true)
  if (refused !== undefined) return `refuses ${shown(refused)}`
  const accepted = invalid.find(({ value }) => is(value) !== false)
  return accepted && `accepts ${accepted.at.join(' and ')} of ${shown(accepted.value)}`
}

/** `assert` and `parse` have to throw where the value is not valid, and `parse` has to return it where it is. */
function wrongIntake(
  valid: readonly unknown[],
  invalid: readonly InvalidValue[],
  { assert, parse }: Compiled,
): string | undefined {
  const passed = invalid.find(
    ({ value }) => (assert && !throws(assert, value)) || (parse && !throws(parse, value)),
  )
  if (passed !== undefined) return `throws nothing at ${shown(passed.value)}`
  const refused = valid.find((value) => assert && throws(assert, value))
  if (refused !== undefined) return `throws at ${shown(refused)}`
  const different = valid.find((value) => parse && !isDeepStrictEqual(parse(value), value))
  return different === undefined ? undefined : `changes ${shown(different)}`
}

function throws(act: (value: unknown) => unknown, value: unknown): boolean {
  try {
    act(value)
    return false
  } catch {
    return true
  }
}

function wrongIssues(
  valid: readonly unknown[],
  invalid: readonly InvalidValue[],
  { errorsOf, place, message }: NonNullable<Compiled['reporter']>,
): string | undefined {
  const reported = valid.find((value) => errorsOf(value).length > 0)
  if (reported !== undefined) return `reports issues of ${shown(reported)}`
  for (const { value, at } of invalid) {
    const errors = errorsOf(value)
    const places = errors.map(place)
    const missing = at.find((pointer) => !places.some((it) => names(it, pointer)))
    if (missing !== undefined) return `does not report ${missing || 'the root'} of ${shown(value)}`
    if (errors.some((error) => message(error) === '')) return 'it has no messages'
  }
  return undefined
}

/** A property that is missing or unknown may be reported at its object, and what is of a wrong type at what it lacks. */
function names(place: string, pointer: string): boolean {
  return place === pointer || place === pointer.replace(/\/[^/]*$/, '') || place.startsWith(`${pointer}/`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
