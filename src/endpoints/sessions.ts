import { getSession, listSessions, startSession, stopSession } from '../../generated/client/index.js'
import type {
  GetSessionParams,
  ListSessionsParams,
  SessionDetails,
  SessionList,
  StartedSession,
  StartSessionParams,
  StartSessionRequest,
  StoppedSession,
  StopSessionParams,
} from '../../generated/types/index.js'
import {
  validateGetSessionParams,
  validateListSessionsParams,
  validateSessionDetails,
  validateSessionList,
  validateStartedSession,
  validateStartSessionParams,
  validateStartSessionRequest,
  validateStoppedSession,
  validateStopSessionParams,
} from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'
import { settleDelete } from '../call/settle-delete.js'
import { joined } from '../validation.js'

/** `POST /public/{agentName}/start` */
export const START: Endpoint<StartSessionParams & { body: StartSessionRequest }, StartedSession> = {
  operation: 'startSession',
  key: 'public',
  send: startSession,
  validateInput: ({ body, ...params }) =>
    joined(validateStartSessionParams(params), validateStartSessionRequest(body)),
  validateData: validateStartedSession,
  // Every request is a session of its own.
  idempotent: false,
}

/** `GET /agents/{agentName}/sessions` */
export const LIST: Endpoint<ListSessionsParams, SessionList> = {
  operation: 'listSessions',
  key: 'private',
  send: listSessions,
  validateInput: validateListSessionsParams,
  validateData: validateSessionList,
  idempotent: true,
}

/** `GET /agents/{agentName}/sessions/{sessionId}` */
export const GET: Endpoint<GetSessionParams, SessionDetails> = {
  operation: 'getSession',
  key: 'private',
  send: getSession,
  validateInput: validateGetSessionParams,
  validateData: validateSessionDetails,
  idempotent: true,
}

/** `DELETE /agents/{agentName}/sessions/{sessionId}` */
export const STOP: Endpoint<StopSessionParams, StoppedSession> = {
  operation: 'stopSession',
  key: 'private',
  send: stopSession,
  validateInput: validateStopSessionParams,
  validateData: validateStoppedSession,
  idempotent: true,
  settle: settleDelete(({ path }) => ({ status: 'terminated', session_id: path.sessionId })),
}
