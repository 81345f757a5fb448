import {
  createBuild,
  createUploadUrl,
  getBuild,
  getBuildLogs,
  listBuilds,
} from '../../generated/client/index.js'
import type {
  BuildDetails,
  BuildList,
  BuildLogs,
  BuildResult,
  CreateBuildRequest,
  GetBuildLogsParams,
  GetBuildParams,
  ListBuildsParams,
  UploadUrl,
  UploadUrlRequest,
} from '../../generated/types/index.js'
import {
  validateBuildDetails,
  validateBuildList,
  validateBuildLogs,
  validateBuildResult,
  validateCreateBuildRequest,
  validateGetBuildLogsParams,
  validateGetBuildParams,
  validateListBuildsParams,
  validateUploadUrl,
  validateUploadUrlRequest,
} from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'

/** `POST /builds/upload-url` */
export const CREATE_UPLOAD_URL: Endpoint<{ body: UploadUrlRequest }, UploadUrl> = {
  operation: 'createUploadUrl',
  key: 'private',
  send: createUploadUrl,
  validateInput: ({ body }) => validateUploadUrlRequest(body),
  validateData: validateUploadUrl,
  // A second URL costs nothing, and the first one runs out by itself.
  idempotent: true,
}

/** `POST /builds` */
export const CREATE: Endpoint<{ body: CreateBuildRequest }, BuildResult> = {
  operation: 'createBuild',
  key: 'private',
  send: createBuild,
  validateInput: ({ body }) => validateCreateBuildRequest(body),
  validateData: validateBuildResult,
  idempotent: false,
}

/** `GET /builds` */
export const LIST: Endpoint<ListBuildsParams, BuildList> = {
  operation: 'listBuilds',
  key: 'private',
  send: listBuilds,
  validateInput: validateListBuildsParams,
  validateData: validateBuildList,
  idempotent: true,
}

/** `GET /builds/{buildId}` */
export const GET: Endpoint<GetBuildParams, BuildDetails> = {
  operation: 'getBuild',
  key: 'private',
  send: getBuild,
  validateInput: validateGetBuildParams,
  validateData: validateBuildDetails,
  idempotent: true,
}

/** `GET /builds/{buildId}/logs` */
export const LOGS: Endpoint<GetBuildLogsParams, BuildLogs> = {
  operation: 'getBuildLogs',
  key: 'private',
  send: getBuildLogs,
  validateInput: validateGetBuildLogsParams,
  validateData: validateBuildLogs,
  idempotent: true,
}
