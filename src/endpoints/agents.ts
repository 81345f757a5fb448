import {
  createAgent,
  deleteAgent,
  getAgent,
  getAgentLogs,
  listAgents,
  updateAgent,
} from '../../generated/client/index.js'
import type {
  Agent,
  AgentList,
  AgentLogs,
  CreateAgentRequest,
  DeleteAgentParams,
  GetAgentLogsParams,
  GetAgentParams,
  ListAgentsParams,
  StatusOk,
  UpdateAgentParams,
  UpdateAgentRequest,
} from '../../generated/types/index.js'
import {
  validateAgent,
  validateAgentList,
  validateAgentLogs,
  validateCreateAgentRequest,
  validateDeleteAgentParams,
  validateGetAgentLogsParams,
  validateGetAgentParams,
  validateListAgentsParams,
  validateStatusOk,
  validateUpdateAgentParams,
  validateUpdateAgentRequest,
} from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'
import { settleDelete } from '../call/settle-delete.js'
import { settleCreate } from '../deploy/settle-create.js'
import { joined } from '../validation.js'

/** `GET /agents/{agentName}` */
export const GET: Endpoint<GetAgentParams, Agent> = {
  operation: 'getAgent',
  key: 'private',
  send: getAgent,
  validateInput: validateGetAgentParams,
  validateData: validateAgent,
  idempotent: true,
}

/** `POST /agents` */
export const CREATE: Endpoint<{ body: CreateAgentRequest }, Agent> = {
  operation: 'createAgent',
  key: 'private',
  send: createAgent,
  validateInput: ({ body }) => validateCreateAgentRequest(body),
  validateData: validateAgent,
  idempotent: false,
  retryConflicts: true,
  settle: ({ input, ...failure }) => settleCreate(GET, input.body, failure),
}

/** `GET /agents` */
export const LIST: Endpoint<ListAgentsParams, AgentList> = {
  operation: 'listAgents',
  key: 'private',
  send: listAgents,
  validateInput: validateListAgentsParams,
  validateData: validateAgentList,
  idempotent: true,
}

/** `POST /agents/{agentName}` */
export const UPDATE: Endpoint<UpdateAgentParams & { body: UpdateAgentRequest }, Agent> = {
  operation: 'updateAgent',
  key: 'private',
  send: updateAgent,
  validateInput: ({ body, ...params }) =>
    joined(validateUpdateAgentParams(params), validateUpdateAgentRequest(body)),
  validateData: validateAgent,
  // What a second request asks for is there already; but with `forceRedeploy` each makes a deployment.
  idempotent: true,
  retryConflicts: true,
}

/** POST /agents/{agentName}, where each request makes a deployment. */
export const FORCED_UPDATE = { ...UPDATE, idempotent: false }

/** `DELETE /agents/{agentName}` */
export const DELETE: Endpoint<DeleteAgentParams, StatusOk> = {
  operation: 'deleteAgent',
  key: 'private',
  send: deleteAgent,
  validateInput: validateDeleteAgentParams,
  validateData: validateStatusOk,
  idempotent: true,
  settle: settleDelete(() => ({ status: 'OK' })),
}

/** `GET /agents/{agentName}/logs` */
export const LOGS: Endpoint<GetAgentLogsParams, AgentLogs> = {
  operation: 'getAgentLogs',
  key: 'private',
  send: getAgentLogs,
  validateInput: validateGetAgentLogsParams,
  validateData: validateAgentLogs,
  idempotent: true,
}
