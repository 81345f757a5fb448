import type { ErrorResponse } from '../../generated/types/index.js'

/** What is wrong with a part of a request, for a person. */
export interface Finding {
  /** JSON Pointer into the request: `/body/serviceName`. */
  readonly pointer: string
  /** To be read after the pointer. */
  readonly message: string
}

/** A documented error body. The API allows more members than the two, and `issues` says what is wrong where. */
export interface ErrorBody extends ErrorResponse {
  readonly issues?: readonly Finding[]
}

/** An error as an operation answers with it. */
export interface ErrorReply<Status extends number> {
  readonly status: Status
  readonly body: ErrorBody
}

/** The documented errors, word for word. */
export const errors = {
  invalidParameters: (issues: readonly Finding[]) => {
    const { status, body } = badRequest('Invalid parameters')
    return { status, body: { ...body, issues } }
  },
  imageOrBuildIdMissing: () => badRequest('Either image or buildId is required for service creation'),
  imageAndBuildId: () => badRequest('Cannot specify both image and buildId. Use one or the other.'),
  agentExists: () => badRequest('Service already exists'),
  secretSetInOtherRegion: (name: string, itsRegion: string, region: string) =>
    badRequest(
      `Secret set '${name}' is in region '${itsRegion}' but service will be created in region '${region}'. ` +
        'Secrets must be in the same region as the service.',
    ),
  imagePullSecretSetInOtherRegion: (name: string, itsRegion: string, region: string) =>
    badRequest(
      `Image pull secret set '${name}' is in region '${itsRegion}' but service will be created in region '${region}'. ` +
        'Image pull secrets must be in the same region as the service.',
    ),
  buildNotFound: () => badRequest('Build not found'),
  buildInOtherRegion: (itsRegion: string, region: string) =>
    badRequest(
      `Build is in region '${itsRegion}' but service is in region '${region}'. ` +
        'Builds must be in the same region as the service.',
    ),
  buildNotReady: (status: string) =>
    badRequest(`Build is not ready (status: ${status}). Only successful builds can be deployed.`),
  unauthorized: () => reply(401, 'UNAUTHORIZED', 'Unauthorized'),
  secretSetNotFound: () => reply(404, 'NOT_FOUND', 'Secret set not found'),
  agentNotFound: () => reply(404, 'NOT_FOUND', 'Not found'),
  secretSetNotReady: (name: string) =>
    reply(409, 'CONFLICT', `Secret set '${name}' is not yet ready. Retry once it has been provisioned.`),
  internal: () => reply(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
}

/** An error that the API does not document. Its code is its status, as in the groups of the API with numeric codes. */
export function undocumentedError(status: number, error: string): ErrorReply<number> {
  return reply(status, String(status), error)
}

/** The error as a response. */
export function errorResponse({ status, body }: ErrorReply<number>): Response {
  return Response.json(body, { status })
}

function badRequest(error: string): ErrorReply<400> {
  return reply(400, 'GENERIC_BAD_REQUEST', error)
}

function reply<Status extends number>(status: Status, code: string, error: string): ErrorReply<Status> {
  return { status, body: { error, code } }
}
