import type { Refusal } from '../../generated/server/index.js'
import { API_PATH } from './api-path.js'
import { type ErrorReply, errorResponse, errors, undocumentedError } from './error-reply.js'
import { invalidError } from './invalid-error.js'
import { hasNumericCodes } from './numeric-codes.js'

/** Answers a request that the generated layer does not let through to an operation, as the API would. */
export function refusalResponse(refusal: Refusal, request: Request, body: unknown): Response {
  return errorResponse(errorFor(refusal, request, body))
}

function errorFor(refusal: Refusal, request: Request, body: unknown): ErrorReply<number> {
  switch (refusal.kind) {
    case 'unauthorized':
      return hasNumericCodes(refusal.operation?.id) ? errors.tokenExpired() : errors.unauthorized()
    case 'invalid': {
      const findings = refusal.issues.map(({ pointer, message }) => ({ pointer, message }))
      return invalidError({ refusal, request, body, findings })
    }
    case 'malformed':
      return errors.invalidParameters([{ pointer: `/${refusal.part}`, message: refusal.message }])
    case 'not-found':
      return notDocumented(request, '')
    case 'method-not-allowed':
      return notDocumented(request, `; it has ${refusal.allow.join(', ')} there`)
    case 'unsupported-media-type':
    case 'body-too-large':
      return undocumentedError(refusal.status, refusal.message)
  }
}

/** No 404 below the path of the API: it would say that there is no agent, or no set, of that name. */
function notDocumented({ method, url }: Request, hint: string): ErrorReply<number> {
  const { pathname } = new URL(url)
  if (!pathname.startsWith(`${API_PATH}/`)) {
    return undocumentedError(404, `There is nothing at ${pathname}; the API is at ${API_PATH}`)
  }
  return undocumentedError(501, `The API has no operation ${method} ${pathname}${hint}`)
}
