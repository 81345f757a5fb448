type Refusals = Record<string, Record<string, readonly string[]>>

const symbolic401 = ['UNAUTHORIZED: Unauthorized']
const numeric401 = ['401: Unauthorized / token expired']
const any401 = [...symbolic401, ...numeric401]
const symbolic500 = ['INTERNAL_SERVER_ERROR: Internal server error']
const numeric500 = ['500: Internal server error. Please check logs for more information or contact support.']
const agent404 = ['NOT_FOUND: Not found']
const session404 = ['404: API endpoint not found / agent deployment not found / Organization not found']
const set404 = ['NOT_FOUND: Set not found']
const public404 = ['404: Service not found']
const notReady = [
  'PCC-1001: Attempt to start agent when deployment is not in ready state. Is your image pull secret valid?',
]
const notYetReady = ["CONFLICT: Secret set '{set}' is not yet ready. Retry once it has been provisioned."]
const builds = [
  'GENERIC_BAD_REQUEST: Cannot specify both image and buildId. Use one or the other.',
  'GENERIC_BAD_REQUEST: Build not found',
  "GENERIC_BAD_REQUEST: Build is in region '{a}' but service is in region '{b}'. Builds must be in the same region as the service.",
  'GENERIC_BAD_REQUEST: Build is not ready (status: {status}). Only successful builds can be deployed.',
]
const proxied = { 400: notReady, 401: numeric401, 404: public404, 500: numeric500 }

/**
 * Code and message of every documented refusal, by operation and status; `{name}` stands for any text. A status without any has no
 * documented text.
 */
export const documentedRefusals: Refusals = {
  createAgent: {
    400: [
      'GENERIC_BAD_REQUEST: Service already exists',
      "GENERIC_BAD_REQUEST: Secret set '{set}' is in region '{a}' but service will be created in region '{b}'. Secrets must be in the same region as the service.",
      "GENERIC_BAD_REQUEST: Image pull secret set '{set}' is in region '{a}' but service will be created in region '{b}'. Image pull secrets must be in the same region as the service.",
      'GENERIC_BAD_REQUEST: Either image or buildId is required for service creation',
      ...builds,
      'GENERIC_BAD_REQUEST: Invalid parameters',
    ],
    401: any401,
    404: ['NOT_FOUND: Secret set not found'],
    409: notYetReady,
    500: symbolic500,
  },
  listAgents: { 401: any401, 500: symbolic500 },
  getAgent: { 401: any401, 404: agent404, 500: symbolic500 },
  updateAgent: {
    400: [
      'GENERIC_BAD_REQUEST: Invalid parameters',
      "GENERIC_BAD_REQUEST: Secret set '{set}' is in region '{a}' but service is in region '{b}'. Secrets must be in the same region as the service.",
      "GENERIC_BAD_REQUEST: Image pull secret set '{set}' is in region '{a}' but service is in region '{b}'. Image pull secrets must be in the same region as the service.",
      ...builds,
    ],
    401: any401,
    404: ['NOT_FOUND: Service not found'],
    409: notYetReady,
    500: symbolic500,
  },
  deleteAgent: { 401: any401, 404: agent404, 500: symbolic500 },
  getAgentLogs: {
    400: ['GENERIC_BAD_REQUEST: Invalid timestamp format'],
    401: any401,
    404: agent404,
    500: symbolic500,
  },
  listSessions: { 400: ['400: Invalid parameters'], 401: numeric401, 404: session404, 500: numeric500 },
  getSession: { 401: numeric401, 404: session404, 500: numeric500 },
  stopSession: { 400: [], 401: numeric401, 404: session404, 500: numeric500 },
  createUploadUrl: { 400: [], 401: any401, 500: symbolic500 },
  createBuild: { 400: [], 401: any401, 500: symbolic500 },
  listBuilds: { 401: any401, 500: symbolic500 },
  getBuild: { 400: [], 401: any401, 404: [], 500: symbolic500 },
  getBuildLogs: { 400: [], 401: any401, 404: [], 500: symbolic500 },
  getProperties: { 401: symbolic401, 500: symbolic500 },
  updateProperties: {
    400: [
      "GENERIC_BAD_REQUEST: Property '{name}' is not a valid property",
      "GENERIC_BAD_REQUEST: Region '{a}' is not available. Available regions: us-west, us-east, eu-central",
      'GENERIC_BAD_REQUEST: No properties provided',
    ],
    401: symbolic401,
    500: symbolic500,
  },
  getPropertiesSchema: { 401: symbolic401, 500: symbolic500 },
  listRegions: { 401: symbolic401, 500: symbolic500 },
  listSecretSets: { 401: symbolic401, 500: symbolic500 },
  getSecretSet: {
    400: ['GENERIC_BAD_REQUEST: Cannot retrieve image pull secrets by name'],
    401: symbolic401,
    404: set404,
    500: symbolic500,
  },
  upsertSecretSet: {
    400: [
      'GENERIC_BAD_REQUEST: Must provide isImagePullSecret, host, and secretValue to update an image pull secret',
      'GENERIC_BAD_REQUEST: Cannot update existing regular secrets to image pull secrets',
      "GENERIC_BAD_REQUEST: Secret already exists in region '{a}'. Cannot change region to '{b}'.",
      'GENERIC_BAD_REQUEST: Invalid region or organization does not have access',
      'GENERIC_BAD_REQUEST: Invalid request format',
    ],
    401: symbolic401,
    409: ["CONFLICT: Secret set '{set}' was modified concurrently. Please retry."],
    500: symbolic500,
  },
  deleteSecretSet: { 401: symbolic401, 404: set404, 500: symbolic500 },
  deleteSecret: { 401: symbolic401, 404: ['NOT_FOUND: Secret not found'], 500: symbolic500 },
  startSession: {
    400: notReady,
    401: numeric401,
    404: public404,
    413: [],
    429: [
      'PCC-AGENT-AT-CAPACITY: Service maximum agent instances reached',
      '429: Rate limit exceeded. Please try again later',
    ],
    500: numeric500,
  },
  ...Object.fromEntries(
    ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Options'].map((method) => [`sessionProxy${method}`, proxied]),
  ),
  sessionProxyHead: { 400: [], 401: [], 404: [], 500: [] },
}
