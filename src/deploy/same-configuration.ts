import type { Agent, CreateAgentRequest, DeploymentSpec } from '../../generated/types/index.js'

/** Whether an agent differs from what a request asks for; what the agent does not show does not differ. */
type Differs = (request: CreateAgentRequest, agent: Agent) => boolean

/** A property that the service copies, or fills in where the request has none. */
function copied<T>(
  asked: (request: CreateAgentRequest) => T | undefined,
  shown: (agent: Agent) => T | undefined,
): Differs {
  return (request, agent) => {
    const [wanted, found] = [asked(request), shown(agent)]
    return wanted !== undefined && found !== undefined && wanted !== found
  }
}

/** By the property of the request. */
const PROPERTIES: Readonly<Record<string, Differs>> = {
  // Of a build the image is not shown, and of no agent the build.
  image: copied<string | null>(
    ({ image }) => image,
    (agent) => specOf(agent) && (specOf(agent)?.image ?? null),
  ),
  region: copied(
    ({ region }) => region,
    ({ region }) => region,
  ),
  agentProfile: copied<string>(
    ({ agentProfile = 'agent-1x' }) => agentProfile,
    ({ agentProfile }) => agentProfile ?? undefined,
  ),
  'autoScaling.minAgents': copied(
    ({ autoScaling }) => autoScaling?.minAgents,
    ({ autoScaling }) => autoScaling?.minReplicas,
  ),
  'autoScaling.maxAgents': copied(
    ({ autoScaling }) => autoScaling?.maxAgents,
    ({ autoScaling }) => autoScaling?.maxReplicas,
  ),
  secretSet: ({ secretSet }, agent) => {
    const names = specOf(agent)?.envFromSecretNames
    if (secretSet === undefined) return names !== undefined && names.length > 0
    return names !== undefined && !names.includes(secretSet)
  },
  imagePullSecretSet: copied(
    ({ imagePullSecretSet }) => imagePullSecretSet,
    (agent) => specOf(agent)?.imagePullSecretName,
  ),
  'krispViva.audioFilter': copied<string | null>(
    ({ krispViva }) => krispViva?.audioFilter ?? null,
    ({ krispViva }) => (krispViva === undefined ? undefined : (krispViva?.audioFilter ?? null)),
  ),
  maxSessionDuration: copied(
    ({ maxSessionDuration }) => maxSessionDuration,
    (agent) => specOf(agent)?.maxSessionDurationSeconds,
  ),
}

function specOf({ deployment }: Agent): DeploymentSpec | undefined {
  return deployment?.manifest?.spec
}

/** The properties of a request in which an agent is seen to differ from what it asks for. */
export function differences(request: CreateAgentRequest, agent: Agent): string[] {
  return Object.entries(PROPERTIES)
    .filter(([, differs]) => differs(request, agent))
    .map(([name]) => name)
}
