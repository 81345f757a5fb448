import { getProperties, getPropertiesSchema, updateProperties } from '../../generated/client/index.js'
import type { Properties, PropertySchemas, UpdatePropertiesRequest } from '../../generated/types/index.js'
import {
  validateGetPropertiesParams,
  validateGetPropertiesSchemaParams,
  validateProperties,
  validatePropertySchemas,
  validateUpdatePropertiesRequest,
} from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'

/** `GET /properties` */
export const GET: Endpoint<Record<string, never>, Properties> = {
  operation: 'getProperties',
  key: 'private',
  send: getProperties,
  validateInput: validateGetPropertiesParams,
  validateData: validateProperties,
  idempotent: true,
}

/** `PATCH /properties` */
export const UPDATE: Endpoint<{ body: UpdatePropertiesRequest }, PropertySchemas> = {
  operation: 'updateProperties',
  key: 'private',
  send: updateProperties,
  validateInput: ({ body }) => validateUpdatePropertiesRequest(body),
  validateData: validatePropertySchemas,
  idempotent: true,
}

/** `GET /properties/schema` */
export const SCHEMA: Endpoint<Record<string, never>, PropertySchemas> = {
  operation: 'getPropertiesSchema',
  key: 'private',
  send: getPropertiesSchema,
  validateInput: validateGetPropertiesSchemaParams,
  validateData: validatePropertySchemas,
  idempotent: true,
}
