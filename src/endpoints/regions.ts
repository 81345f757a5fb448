import { listRegions } from '../../generated/client/index.js'
import type { RegionList } from '../../generated/types/index.js'
import { validateListRegionsParams, validateRegionList } from '../../generated/validators/index.js'
import type { Endpoint } from '../call/endpoint.js'

/** `GET /regions` */
export const LIST: Endpoint<Record<string, never>, RegionList> = {
  operation: 'listRegions',
  key: 'private',
  send: listRegions,
  validateInput: validateListRegionsParams,
  validateData: validateRegionList,
  idempotent: true,
}
