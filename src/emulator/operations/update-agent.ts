import { isDeepStrictEqual } from 'node:util'
import type { CreateAgentRequest, UpdateAgentRequest } from '../../../generated/types/index.js'
import { agentView, deploymentsOf } from '../agent-view.js'
import { errors } from '../error-reply.js'
import { manifestOf, websocketAuthOf } from '../manifest.js'
import type { StoredAgent } from '../state.js'
import type { Context } from './context.js'
import { sessionsOf } from './find-sessions.js'
import { newDeployment } from './new-deployment.js'
import { notOneOf, referenceError } from './reference-rules.js'

/** `POST /agents/{agentName}` */
export function updateAgent(context: Context, name: string, request: UpdateAgentRequest) {
  const { state } = context
  const agent = state.agents.get(name)
  if (!agent) return errors.serviceNotFound()
  const now = context.now()
  const { secretSet, imagePullSecretSet, buildId, nodeType = 'arm', forceRedeploy = false } = request
  const findings = notOneOf('/body/nodeType', nodeType, ['arm'])
  const error =
    findings.length > 0
      ? errors.invalidParameters(findings)
      : referenceError({
          secretSet,
          imagePullSecretSet,
          buildId,
          region: agent.region,
          state,
          now,
          placing: 'is in',
          setNotFound: errors.serviceNotFound,
        })
  if (error) return error
  const merged = merge(agent.request, request)
  const [before, after] = [effectOf(agent.request), effectOf(merged)]
  const isChanged = !isDeepStrictEqual(before, after)
  const updated =
    forceRedeploy || !isDeepStrictEqual(before.deployed, after.deployed)
      ? redeployed(context, agent, merged, now)
      : adjusted(context, agent, merged, isChanged ? now : agent.updatedAt)
  state.agents.set(name, updated)
  // The API answers before the new deployment is looked at, however fast that is.
  const deployments = updated.deployment.id === agent.deployment.id ? deploymentsOf(updated) : updated.earlier
  const body = agentView(updated, { now, sessions: sessionsOf(state, agent), deployments })
  return { status: 200, body: isChanged || forceRedeploy ? body : { ...body, warning: UNCHANGED } } as const
}

const UNCHANGED = 'The request changes nothing, so there is no new deployment; forceRedeploy makes one'

/** The configuration that an update leads to: what it does not name stays. */
function merge(before: CreateAgentRequest, update: UpdateAgentRequest): CreateAgentRequest {
  const { forceRedeploy: _redeploy, image, buildId, autoScaling, krispViva, ...rest } = update
  const { image: oldImage, buildId: oldBuildId, ...kept } = before
  return {
    ...kept,
    ...rest,
    ...(autoScaling && { autoScaling: { ...before.autoScaling, ...autoScaling } }),
    ...(krispViva && { krispViva: { ...before.krispViva, ...krispViva } }),
    ...imageChoice(buildId, image, oldBuildId, oldImage),
  }
}

type ImageChoice = { readonly image: string } | { readonly buildId: string }

/** An image takes the place of a build, and the other way round. One of the four is there, for a creation has named one. */
function imageChoice(
  buildId: string | undefined,
  image: string | undefined,
  oldBuildId: string | undefined,
  oldImage: string | undefined,
): ImageChoice {
  if (buildId !== undefined) return { buildId }
  if (image !== undefined) return { image }
  return oldBuildId === undefined ? { image: oldImage ?? '' } : { buildId: oldBuildId }
}

/** What a configuration comes to: what a new deployment is made for, and how many instances there may be. */
function effectOf(request: CreateAgentRequest) {
  const { autoScaling, ...spec } = manifestOf(request, '').spec
  return {
    deployed: { spec, buildId: request.buildId, websocketAuth: websocketAuthOf(request) },
    autoScaling,
  }
}

function redeployed(
  context: Context,
  agent: StoredAgent,
  request: CreateAgentRequest,
  now: Date,
): StoredAgent {
  const deployment = newDeployment(context, request, now)
  return { ...agent, request, updatedAt: now, deployment, earlier: deploymentsOf(agent) }
}

function adjusted(
  { settings: { namespace } }: Context,
  agent: StoredAgent,
  request: CreateAgentRequest,
  updatedAt: Date,
): StoredAgent {
  const deployment = { ...agent.deployment, manifest: manifestOf(request, namespace), updatedAt }
  return { ...agent, request, updatedAt, deployment }
}
