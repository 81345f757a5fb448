import type { FaultKindRow, Told } from './fault-kinds.js'
import type { Operation } from './operations.js'

/** How an operation is called, and how often a fault strikes it. */
export interface Scenario {
  /** How many attempts may follow the first. */
  readonly retries: number
  readonly strikes: 'once' | 'always'
}

/** What the documentation says must come of a case. */
export interface Expected {
  /** What the caller gets: the answer, an error of that class, or a body that cannot be read. */
  readonly outcome: 'answer' | ErrorName | 'broken body' | 'endless body'
  /** Of an error response. */
  readonly status?: number
  /** Requests of the operation that are sent. */
  readonly attempts: number
  /** How often what was asked for is done; where doing it again changes nothing, more than once is as good. */
  readonly done: number
}

type ErrorName =
  | 'ApiError'
  | 'ConnectionError'
  | 'RateLimitError'
  | 'ResponseValidationError'
  | 'ServerError'
  | 'TimeoutError'

/** README, "Errors", and the documentation of the classes. */
const ERRORS: { readonly [K in Exclude<Told, 'answer'>]: ErrorName } = {
  unreachable: 'ConnectionError',
  broken: 'ConnectionError',
  'cut off': 'ConnectionError',
  silence: 'TimeoutError',
  endless: 'TimeoutError',
  garbage: 'ResponseValidationError',
  'empty object': 'ResponseValidationError',
  408: 'ApiError',
  429: 'RateLimitError',
  500: 'ServerError',
  502: 'ServerError',
  503: 'ServerError',
}

/** README, "Retries": what says that nothing was done, so that anything may be sent again. */
const REFUSALS: ReadonlySet<Told> = new Set(['unreachable', 429])

/** README, "Retries": what another attempt may mend. */
const PASSING: ReadonlySet<Told> = new Set([
  'unreachable',
  'broken',
  'cut off',
  'silence',
  'endless',
  'garbage',
  408,
  429,
  500,
  502,
  503,
])

/** `sessions.request`: what the platform says before the bot. All else that has a head is the bot's answer, given as it is. */
const PASSING_OF_BOTS: ReadonlySet<Told> = new Set(['unreachable', 'broken', 'silence', 408, 429, 502, 503])

/** Follows a call through its attempts, by the rules of the documentation. */
export function expected(operation: Operation, row: FaultKindRow, { retries, strikes }: Scenario): Expected {
  let done = 0
  for (let attempts = 1; ; attempts += 1) {
    const isStruck = attempts === 1 || strikes === 'always'
    const told = isStruck ? toldOf(operation, row, done) : 'answer'
    if (!isStruck || row.isDone) done += 1
    if (told === 'answer') return { outcome: 'answer', attempts, done: doneAt(operation, done, true) }
    // "A create whose answer was lost is settled by reading the agent back."
    if (operation.nature === 'settled' && done > 0) return { outcome: 'answer', attempts, done }
    if (attempts > retries || !mayRepeat(operation, told)) {
      return { ...failure(operation, told), attempts, done: doneAt(operation, done, false) }
    }
  }
}

/** What a fault comes to for this operation, which has been done so often before. */
function toldOf(operation: Operation, { told, isDone }: FaultKindRow, done: number): Told {
  const { isProxied, takesEmpty, takesNo200, isPrelude, isGoneAfter } = operation
  if (told === 'empty object') return isProxied || takesEmpty ? 'answer' : takesNo200 ? 'garbage' : told
  if (told !== 'garbage') return told
  // "A delete whose answer was lost and that then finds nothing has been done": a 404 says that, whatever its body is.
  const isNotFound = isDone && (isPrelude || (isGoneAfter && done > 0))
  return isProxied || isNotFound ? 'answer' : told
}

/** What only looks whether there is something does nothing; what comes after it is done when it has succeeded. */
function doneAt({ isPrelude }: Operation, done: number, isSuccess: boolean): number {
  if (!isPrelude) return done
  return isSuccess ? 1 : 0
}

/** "Retries are made where they cannot do twice what was to be done once." */
function mayRepeat({ nature, isProxied }: Operation, told: Told): boolean {
  if (!(isProxied ? PASSING_OF_BOTS : PASSING).has(told)) return false
  return nature !== 'once' || REFUSALS.has(told)
}

function failure(
  { isProxied }: Operation,
  told: Exclude<Told, 'answer'>,
): Pick<Expected, 'outcome' | 'status'> {
  const status = typeof told === 'number' ? { status: told } : {}
  if (!isProxied) return { outcome: ERRORS[told], ...status }
  if (told === 'cut off') return { outcome: 'broken body' }
  if (told === 'endless') return { outcome: 'endless body' }
  return typeof told === 'number' ? { outcome: 'answer', ...status } : { outcome: ERRORS[told] }
}
