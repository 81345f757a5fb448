import type { Handlers } from '../../../generated/server/index.js'
import type { Context } from './context.js'
import { createAgent } from './create-agent.js'
import { createBuild } from './create-build.js'
import { createUploadUrl } from './create-upload-url.js'
import { deleteAgent } from './delete-agent.js'
import { deleteSecret } from './delete-secret.js'
import { deleteSecretSet } from './delete-secret-set.js'
import { getAgent } from './get-agent.js'
import { getAgentLogs } from './get-agent-logs.js'
import { getBuild } from './get-build.js'
import { getBuildLogs } from './get-build-logs.js'
import { getSecretSet } from './get-secret-set.js'
import { getSession } from './get-session.js'
import { listAgents } from './list-agents.js'
import { listBuilds } from './list-builds.js'
import { listRegions } from './list-regions.js'
import { listSecretSets } from './list-secret-sets.js'
import { listSessions } from './list-sessions.js'
import { getProperties, getPropertiesSchema, updateProperties } from './properties.js'
import { type ProxiedPath, proxySession } from './proxy-session.js'
import { startSession } from './start-session.js'
import { stopSession } from './stop-session.js'
import { updateAgent } from './update-agent.js'
import { upsertSecretSet } from './upsert-secret-set.js'

/**
 * The operations, as handlers of the generated server layer.
 * @param originalOf gives the request with the body that was withheld from the layer.
 */
export function createOperations(context: Context, originalOf: (request: Request) => Request): Handlers {
  const proxy = ({ path, request }: { readonly path: ProxiedPath; readonly request: Request }) =>
    proxySession(context, path, originalOf(request))
  return {
    createAgent: ({ body }) => createAgent(context, body),
    listAgents: ({ query }) => listAgents(context, query),
    getAgent: ({ path }) => getAgent(context, path.agentName),
    updateAgent: ({ path, body }) => updateAgent(context, path.agentName, body),
    deleteAgent: ({ path }) => deleteAgent(context, path.agentName),
    getAgentLogs: ({ path, query }) => getAgentLogs(context, path.agentName, query),
    listSessions: ({ path, query }) => listSessions(context, path.agentName, query),
    getSession: ({ path }) => getSession(context, path.agentName, path.sessionId),
    stopSession: ({ path }) => stopSession(context, path.agentName, path.sessionId),
    createUploadUrl: ({ body }) => createUploadUrl(context, body),
    createBuild: ({ body }) => createBuild(context, body),
    listBuilds: ({ query }) => listBuilds(context, query),
    getBuild: ({ path }) => getBuild(context, path.buildId),
    getBuildLogs: ({ path, query }) => getBuildLogs(context, path.buildId, query.limit),
    getProperties: () => getProperties(context),
    updateProperties: ({ body }) => updateProperties(context, body),
    getPropertiesSchema: () => getPropertiesSchema(context),
    listRegions: () => listRegions(context),
    listSecretSets: () => listSecretSets(context),
    getSecretSet: ({ path }) => getSecretSet(context, path.setName),
    upsertSecretSet: ({ path, body }) => upsertSecretSet(context, path.setName, body),
    deleteSecretSet: ({ path }) => deleteSecretSet(context, path.setName),
    deleteSecret: ({ path }) => deleteSecret(context, path.setName, path.secretKey),
    startSession: ({ path, body }) => startSession(context, path.agentName, body),
    sessionProxyGet: proxy,
    sessionProxyPost: proxy,
    sessionProxyPut: proxy,
    sessionProxyPatch: proxy,
    sessionProxyDelete: proxy,
    sessionProxyOptions: proxy,
    sessionProxyHead: proxy,
  }
}
