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
  readonly status?: number
}

/** An error as an operation answers with it. */
export interface ErrorReply<Status extends number> {
  readonly status: Status
  readonly body: ErrorBody
}

/** The words of a request that creates an agent, and of one that changes it, where they differ. */
export type Placing = 'will be created in' | 'is in'

/** The documented errors, word for word. */
export const errors = {
  invalidParameters: (issues: readonly Finding[]) => withIssues(badRequest('Invalid parameters'), issues),
  imageOrBuildIdMissing: () => badRequest('Either image or buildId is required for service creation'),
  imageAndBuildId: () => badRequest('Cannot specify both image and buildId. Use one or the other.'),
  agentExists: () => badRequest('Service already exists'),
  secretSetInOtherRegion: (name: string, itsRegion: string, region: string, placing: Placing) =>
    badRequest(
      `Secret set '${name}' is in region '${itsRegion}' but service ${placing} region '${region}'. ` +
        'Secrets must be in the same region as the service.',
    ),
  imagePullSecretSetInOtherRegion: (name: string, itsRegion: string, region: string, placing: Placing) =>
    badRequest(
      `Image pull secret set '${name}' is in region '${itsRegion}' but service ${placing} region '${region}'. ` +
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
  secretSetNotFound: () => notFound('Secret set not found'),
  agentNotFound: () => notFound('Not found'),
  serviceNotFound: () => notFound('Service not found'),
  secretSetNotReady: (name: string) =>
    reply(409, 'CONFLICT', `Secret set '${name}' is not yet ready. Retry once it has been provisioned.`),
  invalidTimestamp: () => badRequest('Invalid timestamp format'),
  unknownProperty: (name: string) => badRequest(`Property '${name}' is not a valid property`),
  regionNotAvailable: (region: string, regions: readonly string[]) =>
    badRequest(`Region '${region}' is not available. Available regions: ${regions.join(', ')}`),
  noProperties: () => badRequest('No properties provided'),
  imagePullSecretIncomplete: () =>
    badRequest('Must provide isImagePullSecret, host, and secretValue to update an image pull secret'),
  notAnImagePullSecret: () => badRequest('Cannot update existing regular secrets to image pull secrets'),
  secretSetHasOtherRegion: (itsRegion: string, region: string) =>
    badRequest(`Secret already exists in region '${itsRegion}'. Cannot change region to '${region}'.`),
  invalidRegion: () => badRequest('Invalid region or organization does not have access'),
  invalidRequestFormat: (issues: readonly Finding[]) =>
    withIssues(badRequest('Invalid request format'), issues),
  imagePullSecretNotReadable: () => badRequest('Cannot retrieve image pull secrets by name'),
  setNotFound: () => notFound('Set not found'),
  secretNotFound: () => notFound('Secret not found'),
  sessionNotFound: () =>
    numeric(404, 'API endpoint not found / agent deployment not found / Organization not found'),
  tokenExpired: () => numeric(401, 'Unauthorized / token expired'),
  publicServiceNotFound: () => numeric(404, 'Service not found'),
  deploymentNotReady: () =>
    reply(
      400,
      'PCC-1001',
      'Attempt to start agent when deployment is not in ready state. Is your image pull secret valid?',
    ),
  atCapacity: () => reply(429, 'PCC-AGENT-AT-CAPACITY', 'Service maximum agent instances reached'),
  rateLimit: () => {
    const message = 'Rate limit exceeded. Please try again later'
    const { status, body } = numeric(429, message)
    // The one sample of this body has other members than all other errors, which are here as well.
    return { status, body: { ...body, status, message } }
  },
  internal: () => reply(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
  internalNumeric: () =>
    numeric(500, 'Internal server error. Please check logs for more information or contact support.'),
}

/** An error that the API does not document. Its code is its status, as in the groups of the API with numeric codes. */
export function undocumentedError<Status extends number>(status: Status, error: string): ErrorReply<Status> {
  return numeric(status, error)
}

/** An error of a request that is not valid, which the API does not document. */
export function undocumentedBadRequest(error: string, issues?: readonly Finding[]): ErrorReply<400> {
  return issues ? withIssues(badRequest(error), issues) : badRequest(error)
}

/** The error as a response. */
export function errorResponse({ status, body }: ErrorReply<number>): Response {
  return Response.json(body, { status })
}

function withIssues<Status extends number>(
  { status, body }: ErrorReply<Status>,
  issues: readonly Finding[],
): ErrorReply<Status> {
  return { status, body: { ...body, issues } }
}

function badRequest(error: string): ErrorReply<400> {
  return reply(400, 'GENERIC_BAD_REQUEST', error)
}

function notFound(error: string): ErrorReply<404> {
  return reply(404, 'NOT_FOUND', error)
}

function numeric<Status extends number>(status: Status, error: string): ErrorReply<Status> {
  return reply(status, String(status), error)
}

function reply<Status extends number>(status: Status, code: string, error: string): ErrorReply<Status> {
  return { status, body: { error, code } }
}
