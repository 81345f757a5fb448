import { createRouter } from '../../generated/runtime/server/router.js'
import { routes } from '../../generated/server/index.js'
import { API_PATH } from './api-path.js'
import type { OperationId } from './faults/fault.js'
import { documentedPath } from './proxy/proxy-path.js'

/** Finds the operation that a request is for; `undefined` if it is for none. */
export type OperationFinder = (method: string, pathname: string) => OperationId | undefined

/** Makes the finder of an emulator. */
export function createOperationFinder(): OperationFinder {
  const router = createRouter(routes, API_PATH)
  return (method, pathname) => {
    const endpoints = router(documentedPath(pathname))?.endpoints
    const endpoint = endpoints?.get(method) ?? (method === 'HEAD' ? endpoints?.get('GET') : undefined)
    return endpoint?.route.id
  }
}
