export type { Agents } from './resources/agents.js'
export * from './errors/index.js'
export type { ApiPromise, ResponseInfo, WithResponse } from './call/api-promise.js'
export type { Listing } from './call/listing.js'
export type {
  CallEvent,
  CallOptions,
  ErrorEvent,
  Hooks,
  PipecatCloudOptions,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
  SessionRequestOptions,
  ValidationMode,
  ValidationWarning,
  WaitOptions,
} from './options.js'
export { PipecatCloud } from './pipecat-cloud.js'
export type { Issue } from '../generated/runtime/validation.js'
export type {
  Agent,
  AgentProfile,
  AutoScaling,
  CreateAgentRequest,
  Deployment,
  DeploymentCondition,
  DeploymentFailure,
  DeploymentManifest,
  DeploymentResources,
  DeploymentSpec,
  ErrorResponse,
  KrispAudioFilter,
  KrispViva,
  KrispVivaStatus,
  ReplicaScaling,
  Revision,
  RevisionHealth,
} from '../generated/types/index.js'
