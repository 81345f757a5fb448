import type { Redact } from '../redact.js'

/** Deeper causes are left out: an error can be its own cause. */
const DEEPEST = 5

/**
 * A copy of what `fetch` threw, with its causes, that is safe to show. An error may hold the request that it belongs to, and with
 * it the key, so only what errors of the platform are known to say is taken over.
 */
export function safeCause(error: unknown, redact: Redact, depth = DEEPEST): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error)))
  const inner =
    error.cause !== undefined && depth > 0 ? { cause: safeCause(error.cause, redact, depth - 1) } : {}
  const copy = new Error(redact(error.message), inner)
  const name = redact(error.name)
  Object.defineProperty(copy, 'name', { value: name, configurable: true })
  copy.stack = redact(error.stack ?? `${name}: ${error.message}`)
  return Object.assign(copy, systemFields(error, redact))
}

/** Fields of Node's system errors, by which programs tell them apart. */
function systemFields(error: Error, redact: Redact): Record<string, string | number> {
  const names = ['code', 'errno', 'syscall', 'address', 'port'] as const
  const fields: Readonly<Record<string, unknown>> = { ...error }
  return Object.fromEntries(
    names.flatMap((name): [string, string | number][] => {
      const value = fields[name]
      if (typeof value === 'string') return [[name, redact(value)]]
      return typeof value === 'number' ? [[name, value]] : []
    }),
  )
}

/** The messages of an error and its causes in one line. */
export function causeMessage(error: Error): string {
  const inner = error.cause instanceof Error ? causeMessage(error.cause) : ''
  const own = error.message || codeOf(error) || error.name
  return inner === '' ? own : `${own}: ${inner}`
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
