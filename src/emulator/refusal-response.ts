import { type Refusal, routes } from '../../generated/server/index.js'
import { API_PATH } from './api-path.js'
import { type ErrorReply, errorResponse, errors, type Finding, undocumentedError } from './error-reply.js'
import { imageChoiceError, type Invalid } from './image-choice.js'

/** Answers a request that the generated layer does not let through to an operation, as the API would. */
export function refusalResponse(refusal: Refusal, request: Request): Response {
  return errorResponse(errorFor(refusal, request))
}

function errorFor(refusal: Refusal, request: Request): ErrorReply<number> {
  switch (refusal.kind) {
    case 'unauthorized':
      return errors.unauthorized()
    case 'invalid':
      return invalidError(refusal)
    case 'malformed':
      return errors.invalidParameters([{ pointer: `/${refusal.part}`, message: refusal.message }])
    case 'not-found':
    case 'method-not-allowed':
      return notEmulated(request)
    case 'unsupported-media-type':
    case 'body-too-large':
      return undocumentedError(refusal.status, refusal.message)
  }
}

/** A message of the API's own wins over the general one; either way all that is wrong is listed. */
function invalidError(refusal: Invalid): ErrorReply<400> {
  const findings: Finding[] = refusal.issues.map(({ pointer, message }) => ({ pointer, message }))
  const general = errors.invalidParameters(findings)
  const own = refusal.operation?.id === 'createAgent' ? imageChoiceError(refusal) : undefined
  return { status: 400, body: { ...general.body, ...own?.body } }
}

/** No 404 below the path of the API: it would say that there is no agent, or no set, of that name. */
function notEmulated({ method, url }: Request): ErrorReply<number> {
  const { pathname } = new URL(url)
  if (!pathname.startsWith(`${API_PATH}/`)) {
    return undocumentedError(404, `There is nothing at ${pathname}; the API is at ${API_PATH}`)
  }
  const emulated = routes.map((route) => `${route.method} ${API_PATH}${route.path}`)
  return undocumentedError(
    501,
    `The emulator does not emulate ${method} ${pathname}; it emulates ${emulated.join(', ')}`,
  )
}
