export type { ApiPromise, ResponseInfo, WithResponse } from './call/api-promise.js'
export type { Listing } from './call/listing.js'
export type { DeployProgress, DeployRequest } from './deploy/deploy.js'
export * from './errors/index.js'
export type {
  CallEvent,
  CallOptions,
  DeployOptions,
  ErrorEvent,
  FollowOptions,
  Hooks,
  PipecatCloudOptions,
  ReadyOptions,
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
export type { AgentLogsQuery, Agents, ListAgentsQuery } from './resources/agents.js'
export type { BuildLogsQuery, Builds, ListBuildsQuery } from './resources/builds.js'
export type { OrganizationProperties } from './resources/properties.js'
export type { Regions } from './resources/regions.js'
export type { ImagePullCredentials, Secrets } from './resources/secrets.js'
export type { ListSessionsQuery, Sessions } from './resources/sessions.js'
export type { Issue } from '../generated/runtime/validation.js'
export type * from '../generated/types/schemas.js'
