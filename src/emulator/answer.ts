import { createHandler } from '../../generated/server/index.js'
import { API_PATH } from './api-path.js'
import { errorResponse, errors } from './error-reply.js'
import type { Context } from './operations/context.js'
import { createOperations } from './operations/index.js'
import type { Settings } from './options.js'
import { refusalResponse } from './refusal-response.js'
import { isPrivateKey } from './tokens.js'

/** Makes the Fetch handler of an emulator. It rejects only with what `onError` throws. */
export function createAnswer(
  context: Context,
  { tokens, onRequest, onError }: Pick<Settings, 'tokens' | 'onRequest' | 'onError'>,
): (request: Request) => Promise<Response> {
  const answerError = (error: unknown, request: Request) => {
    // A caller who has gone before the end of the body is no fault of the emulator.
    if (!request.signal.aborted) onError(error)
    return errorResponse(errors.internal())
  }
  const handle = createHandler(createOperations(context), {
    basePath: API_PATH,
    validateResponses: true,
    security: { PrivateKey: (token) => isPrivateKey(tokens, token) },
    onRefused: refusalResponse,
    onError: answerError,
  })
  return async (request) => {
    const response = await handle(request)
    if (request.signal.aborted) return response
    const { method, url } = request
    try {
      onRequest({ method, path: new URL(url).pathname, status: response.status })
      return response
    } catch (error) {
      return answerError(error, request)
    }
  }
}
