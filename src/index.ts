export type { Agents } from './resources/agents.js'
export * from './errors/index.js'
export type {
  CallOptions,
  PipecatCloudOptions,
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
