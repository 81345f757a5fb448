import type { Refusal } from '../../generated/server/index.js'
import { type ErrorReply, errors, type Finding, undocumentedError } from './error-reply.js'
import type { OperationId } from './faults/fault.js'
import { creationChoiceError, updateChoiceError } from './image-choice.js'
import { validatorReport } from './validator-report.js'

/** A request that can be read but is not what the document asks for. */
export type Invalid = Extract<Refusal, { kind: 'invalid' }>

/** What an error for a request that is not valid is made of. */
export interface InvalidRequest {
  readonly refusal: Invalid
  readonly request: Request
  /** What was sent, as far as it is JSON. */
  readonly body: unknown
  /** What is wrong where. */
  readonly findings: readonly Finding[]
}

/** The errors of operations that have others than the general one. */
const ERRORS: { readonly [K in OperationId]?: (invalid: InvalidRequest) => ErrorReply<number> | undefined } =
  {
    createAgent: ({ body }) => creationChoiceError(body),
    updateAgent: ({ body }) => updateChoiceError(body),
    getAgentLogs: (invalid) =>
      isAbout(invalid, /^\/query\/(?:startTime|endTime)/) ? errors.invalidTimestamp() : undefined,
    listSessions: ({ refusal, request }) => {
      const { status, body } = undocumentedError(400, 'Invalid parameters')
      return { status, body: { ...body, err: validatorReport(refusal, request) } }
    },
    getSession: errors.sessionNotFound,
    stopSession: invalidNumeric,
    startSession: invalidNumeric,
    ...proxied(errors.publicServiceNotFound),
    updateProperties: ({ body }) => propertiesError(body),
    getSecretSet: errors.setNotFound,
    upsertSecretSet: ({ body, findings }) => secretsError(body) ?? errors.invalidRequestFormat(findings),
    deleteSecretSet: errors.setNotFound,
    deleteSecret: errors.secretNotFound,
  }

/** The error for a request that is not valid. A message of the API's own wins over the general one; either way all that is wrong is listed. */
export function invalidError(invalid: InvalidRequest): ErrorReply<number> {
  const { refusal, findings } = invalid
  const id = refusal.operation?.id as OperationId | undefined // The layer knows no other operations.
  const own = id && ERRORS[id]?.(invalid)
  const general = errors.invalidParameters(findings)
  if (!own) return general
  return own.status === 400 ? { status: 400, body: { ...general.body, ...own.body } } : own
}

function isAbout({ findings }: InvalidRequest, place: RegExp): boolean {
  return findings.some(({ pointer }) => place.test(pointer))
}

function invalidNumeric(): ErrorReply<400> {
  return undocumentedError(400, 'Invalid parameters')
}

function proxied(error: () => ErrorReply<404>): { readonly [K in OperationId]?: () => ErrorReply<404> } {
  return {
    sessionProxyGet: error,
    sessionProxyPost: error,
    sessionProxyPut: error,
    sessionProxyPatch: error,
    sessionProxyDelete: error,
    sessionProxyOptions: error,
    sessionProxyHead: error,
  }
}

function propertiesError(body: unknown): ErrorReply<400> | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const names = Object.keys(body)
  const unknown = names.find((name) => name !== 'defaultRegion')
  if (unknown !== undefined) return errors.unknownProperty(unknown)
  return names.length === 0 ? errors.noProperties() : undefined
}

const CREDENTIALS = ['isImagePullSecret', 'host', 'secretValue']

function secretsError(body: unknown): ErrorReply<400> | undefined {
  if (typeof body !== 'object' || body === null || Object.hasOwn(body, 'secrets')) return undefined
  const count = CREDENTIALS.filter((name) => Object.hasOwn(body, name)).length
  return count > 0 && count < CREDENTIALS.length ? errors.imagePullSecretIncomplete() : undefined
}
