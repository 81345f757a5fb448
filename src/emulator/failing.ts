import type { CreateAgentRequest } from '../../generated/types/index.js'
import { matches } from './wildcard.js'

/** Why a deployment fails. */
export interface Failure {
  /** `CrashLoopBackOff`, `ImagePullBackOff`, `OOMKilled`, `Error` or another reason as the API shows it. */
  readonly reason: string
  /** What the bot printed as it crashed: a traceback, say. */
  readonly message?: string | undefined
  /** 1 for an error of the bot, 137 for one that ran out of memory. Default: 1; none where an image cannot be pulled. */
  readonly exitCode?: number | undefined
  /** The code under which the platform lists the failure in `errors`: `PCC_IMAGE_NOT_FOUND`. Default: it lists none. */
  readonly code?: string | undefined
  /** Whether the platform itself is the cause. Default: false. */
  readonly hasInfrastructureIssue?: boolean | undefined
}

/** Which deployments fail, and why. A deployment has to match all that is given; `*` stands for any text. */
export interface FailingRule extends Failure {
  /** The image: `*:broken`. An agent that is deployed from a build has none. */
  readonly image?: string | undefined
  /** The name of the agent. */
  readonly agent?: string | undefined
}

/** Why a deployment fails, by the first rule that it matches. */
export function failureOf(
  { image, serviceName }: CreateAgentRequest,
  rules: readonly FailingRule[],
): Failure | undefined {
  const found = rules.find(
    (rule) =>
      (rule.image === undefined || (image !== undefined && matches(rule.image, image))) &&
      (rule.agent === undefined || matches(rule.agent, serviceName)),
  )
  if (!found) return undefined
  const { image: _image, agent: _agent, ...failure } = found
  return failure
}

/** Whether the image of a deployment cannot even be pulled, so that nothing of it starts. */
export function isPullFailure({ reason }: Failure): boolean {
  return /^(?:Err)?Image/.test(reason)
}
