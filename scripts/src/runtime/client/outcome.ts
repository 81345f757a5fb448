import type { Operation } from './operation.js'
import { readBody } from './response-body.js'
import type { Outcome } from './result.js'

/** Reads a response by what the document says of its status: exactly, of its class, or by `default` (OpenAPI 3.1, 4.8.16). */
export async function settle(
  { responses, headers: readers }: Operation,
  response: Response,
  maxBytes?: number,
): Promise<Outcome> {
  const { status } = response
  const key = keyOf(responses, status)
  const body = await readBody(responses[key] ?? 'any', response, maxBytes)
  const headers = readers?.[key]?.(response)
  return isSuccess(responses, key, response)
    ? { ok: true, status, data: body, headers, response }
    : { ok: false, status, error: body, headers, response }
}

/** The key of what is said of a status. */
function keyOf(responses: Operation['responses'], status: number): string | number {
  if (responses[status] !== undefined) return status
  const range = `${Math.trunc(status / 100)}XX`
  return responses[range] === undefined ? 'default' : range
}

/** Whether the document describes a response as a success; `default` speaks of successes only where nothing else does. */
function isSuccess(responses: Operation['responses'], key: string | number, { ok }: Response): boolean {
  return ok && responses[key] !== undefined && (key !== 'default' || !hasSuccess(responses))
}

function hasSuccess(responses: Operation['responses']): boolean {
  return Object.keys(responses).some((status) => status.startsWith('2'))
}
