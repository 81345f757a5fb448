import type { CreateAgentRequest } from '../../../generated/types/index.js'
import { failureOf } from '../failing.js'
import { manifestOf } from '../manifest.js'
import type { StoredDeployment } from '../state.js'
import type { Context } from './context.js'

/** The deployment that a configuration leads to. */
export function newDeployment(
  { newId, settings: { namespace, readyAfter, failing } }: Context,
  request: CreateAgentRequest,
  now: Date,
): StoredDeployment {
  const failure = failureOf(request, failing)
  return {
    id: newId(),
    manifest: manifestOf(request, namespace),
    createdAt: now,
    updatedAt: now,
    readyAfter,
    ...(failure && { failure }),
  }
}
