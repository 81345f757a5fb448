import {
  deleteSecret,
  deleteSecretSet,
  getSecretSet,
  listSecretSets,
  upsertSecretSet,
} from '../../generated/client/index.js'
import type {
  AcceptedSecretSet,
  DeleteSecretParams,
  DeleteSecretSetParams,
  GetSecretSetParams,
  SecretSetDetails,
  SecretSetList,
  StatusOk,
  UpsertSecretSetParams,
  UpsertSecretSetRequest,
} from '../../generated/types/index.js'
import {
  validateAcceptedSecretSet,
  validateDeleteSecretParams,
  validateDeleteSecretSetParams,
  validateGetSecretSetParams,
  validateListSecretSetsParams,
  validateSecretSetDetails,
  validateSecretSetList,
  validateStatusOk,
  validateUpsertSecretSetParams,
  validateUpsertSecretSetRequest,
} from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'
import { settleDelete } from '../call/settle-delete.js'
import { joined } from '../validation.js'

/** `GET /secrets` */
export const LIST: Endpoint<Record<string, never>, SecretSetList> = {
  operation: 'listSecretSets',
  key: 'private',
  send: listSecretSets,
  validateInput: validateListSecretSetsParams,
  validateData: validateSecretSetList,
  idempotent: true,
}

/** `GET /secrets/{setName}` */
export const GET: Endpoint<GetSecretSetParams, SecretSetDetails> = {
  operation: 'getSecretSet',
  key: 'private',
  send: getSecretSet,
  validateInput: validateGetSecretSetParams,
  validateData: validateSecretSetDetails,
  idempotent: true,
}

/** `PUT /secrets/{setName}` */
export const UPSERT: Endpoint<UpsertSecretSetParams & { body: UpsertSecretSetRequest }, AcceptedSecretSet> = {
  operation: 'upsertSecretSet',
  key: 'private',
  send: upsertSecretSet,
  validateInput: ({ body, ...params }) =>
    joined(validateUpsertSecretSetParams(params), validateUpsertSecretSetRequest(body)),
  validateData: validateAcceptedSecretSet,
  idempotent: true,
  retryConflicts: true,
}

/** `DELETE /secrets/{setName}` */
export const DELETE: Endpoint<DeleteSecretSetParams, StatusOk> = {
  operation: 'deleteSecretSet',
  key: 'private',
  send: deleteSecretSet,
  validateInput: validateDeleteSecretSetParams,
  validateData: validateStatusOk,
  idempotent: true,
  settle: settleDelete(() => ({ status: 'OK' })),
}

/** `DELETE /secrets/{setName}/{secretKey}` */
export const DELETE_KEY: Endpoint<DeleteSecretParams, StatusOk> = {
  operation: 'deleteSecret',
  key: 'private',
  send: deleteSecret,
  validateInput: validateDeleteSecretParams,
  validateData: validateStatusOk,
  idempotent: true,
  settle: settleDelete(() => ({ status: 'OK' })),
}
