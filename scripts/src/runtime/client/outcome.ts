import type { Operation } from './operation.js'
import { readBody } from './response-body.js'
import type { Outcome } from './result.js'

/** Reads a response by what the document says of its status: exactly, of its class, or by `default` (OpenAPI 3.1, 4.8.16). */
export async function settle(
  { responses }: Operation,
  response: Response,
  maxBytes?: number,
): Promise<Outcome> {
  const { status } = response
  const documented = responses[status] ?? responses[`${Math.trunc(status / 100)}XX`]
  const kind = documented ?? responses['default']
  const body = await readBody(kind ?? 'any', response, maxBytes)
  // `default` speaks of successes only where nothing else does.
  const isSuccess = response.ok && (documented ?? (hasSuccess(responses) ? undefined : kind)) !== undefined
  return isSuccess ? { ok: true, status, data: body, response } : { ok: false, status, error: body, response }
}

function hasSuccess(responses: Operation['responses']): boolean {
  return Object.keys(responses).some((status) => status.startsWith('2'))
}
