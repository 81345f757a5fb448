import { createHandler } from '../../generated/server/index.js'
import { API_PATH } from './api-path.js'
import { errorResponse, errors } from './error-reply.js'
import type { OperationId } from './faults/fault.js'
import { hasNumericCodes } from './numeric-codes.js'
import type { OperationFinder } from './operation-at.js'
import type { Context } from './operations/context.js'
import { createOperations } from './operations/index.js'
import { isProxied } from './proxy/proxy-path.js'
import { createProxiedRequests } from './proxy/proxied-requests.js'
import { createRecordedBodies } from './recorded-bodies.js'
import { refusalResponse } from './refusal-response.js'
import { isPrivateKey, isPublicKey } from './tokens.js'
import { answerUpload } from './uploads/answer-upload.js'
import { UPLOAD_PATH } from './uploads/upload-form.js'

type Handle = (request: Request) => Promise<Response>

/** The operations whose errors depend on what was sent. */
const RECORDED: ReadonlySet<OperationId | undefined> = new Set<OperationId>([
  'createAgent',
  'updateAgent',
  'updateProperties',
  'upsertSecretSet',
])

/** Makes the Fetch handler of an emulator. It rejects only with what `onError` throws. */
export function createAnswer(context: Context, operationAt: OperationFinder): Handle {
  const { onRequest, onError } = context.settings
  const answerError = (error: unknown, request: Request): Response => {
    // A caller who has gone before the end of the body is no fault of the emulator.
    if (!request.signal.aborted) onError(error)
    const operation = operationAt(request.method, new URL(request.url).pathname)
    return errorResponse(hasNumericCodes(operation) ? errors.internalNumeric() : errors.internal())
  }
  const handle = createHandle(context, operationAt, answerError)
  return async (request) => {
    const response = await handle(request).catch((error: unknown) => answerError(error, request))
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

/** Makes what answers requests for operations, requests to sessions, and uploads. */
function createHandle(
  context: Context,
  operationAt: OperationFinder,
  onError: (error: unknown, request: Request) => Response,
): Handle {
  const { tokens } = context.settings
  const proxied = createProxiedRequests()
  const bodies = createRecordedBodies()
  const operations = createOperations(context, proxied.original)
  const options = {
    basePath: API_PATH,
    security: {
      PrivateKey: (token: string) => isPrivateKey(tokens, token),
      PublicKey: (token: string) => isPublicKey(tokens, token),
    },
    onRefused: (refusal: Parameters<typeof refusalResponse>[0], request: Request) =>
      refusalResponse(refusal, request, bodies.read(request)),
    onError,
  }
  const serve = createHandler(operations, { ...options, validateResponses: true })
  // What a bot answers is its own affair, and may never end.
  const pass = createHandler(operations, options)
  return (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(`${UPLOAD_PATH}/`)) return answerUpload(context, request)
    if (isProxied(pathname)) return pass(proxied.withhold(request))
    const isRecorded = RECORDED.has(operationAt(request.method, pathname))
    return serve(isRecorded ? bodies.record(request) : request)
  }
}
