type Members = Record<string, object>

const text = { type: 'string' }
const texts = { type: 'array' }
const flag = { type: 'boolean' }
const count = { type: 'integer', minimum: 0 }
const time = { type: 'string', format: 'date-time' }
const uuid = { type: 'string', format: 'uuid' }
const url = { type: 'string', format: 'uri' }
const object = { type: 'object' }
const list = { type: 'array' }
const any = {}
const never = { not: true }
const buildStatus = { type: 'string', enum: ['pending', 'building', 'success', 'failed', 'timeout'] }
const setStatus = { type: 'string', enum: ['pending', 'ready', 'failed'] }
const ok = { type: 'string', enum: ['OK'] }

const session = {
  'sessionId!': text,
  'serviceId!': text,
  'organizationId!': text,
  'deploymentId!': text,
  'createdAt!': time,
  'updatedAt!': time,
  'endedAt!': { ...time, nullable: true },
  'botStartSeconds!': { ...count, nullable: true },
  'coldStart!': { ...flag, nullable: true },
  completionStatus: { ...text, nullable: true },
}

/**
 * The members of each object of a request or response that the page of the create does not have; `!` marks one that is required.
 * `ByteCount` has no type of its own, so that its members have no facts here.
 */
export const documentedMembers: Record<string, Members> = {
  StatusOk: { 'status!': ok },
  AgentList: { 'services!': list },
  AgentListItem: {
    'id!': text,
    'name!': text,
    'region!': text,
    desiredDeploymentId: text,
    activeDeploymentId: { ...text, deprecated: true },
    reconciledDeploymentId: { ...text, nullable: true },
    organizationId: text,
    'createdAt!': time,
    'updatedAt!': time,
    deletedAt: { ...time, nullable: true },
    deployment: { ...object, nullable: true },
  },
  AgentLogs: { 'total!': object, 'logs!': list },
  LogTotal: { 'value!': count, 'relation!': { type: 'string', enum: ['eq', 'gte'] } },
  LogLine: { 'log!': text, 'timestamp!': time, deploymentId: { ...text, nullable: true } },
  SessionList: { 'total_count!': count, 'sessions!': list },
  Session: session,
  'SessionDetails/allOf/1': { resourceMetrics: { ...object, nullable: true }, meetingIds: list },
  SessionMetrics: {
    id: text,
    sessionId: text,
    'sampleCount!': count,
    'cpuMillicoresP50!': count,
    'cpuMillicoresP90!': count,
    'cpuMillicoresP95!': count,
    'cpuMillicoresP99!': count,
    'memoryBytesP50!': any,
    'memoryBytesP90!': any,
    'memoryBytesP95!': any,
    'memoryBytesP99!': any,
    'timeseries!': list,
    eventTs: time,
    createdAt: time,
  },
  SessionSample: { 't!': count, 'c!': count, 'm!': count },
  SessionMeeting: { 'participantId!': text, 'meetingId!': text },
  StoppedSession: { 'status!': text, 'session_id!': uuid },
  UploadUrlRequest: { 'region!': text },
  UploadUrl: { 'uploadId!': uuid, 'uploadUrl!': url, 'uploadFields!': object, 'expiresAt!': time },
  CreateBuildRequest: {
    'uploadId!': uuid,
    'region!': text,
    dockerfilePath: { ...text, default: 'Dockerfile' },
  },
  BuildResult: { 'build!': object, 'contextHash!': text, 'cached!': flag },
  BuildDetails: { 'build!': object },
  BuildList: {
    'builds!': list,
    'total!': count,
    'limit!': { type: 'integer', minimum: 1 },
    'offset!': count,
  },
  Build: {
    'id!': uuid,
    'organizationId!': text,
    'status!': buildStatus,
    'region!': text,
    'contextHash!': text,
    'dockerfilePath!': text,
    imageUri: text,
    logsUrl: url,
    errorMessage: text,
    contextSizeBytes: any,
    imageSizeBytes: any,
    buildDurationSeconds: count,
    startedAt: time,
    completedAt: time,
    'createdAt!': time,
    'updatedAt!': time,
  },
  BuildLogs: { 'logs!': texts, nextToken: text },
  Properties: { 'properties!': object },
  'Properties/properties/properties': { 'defaultRegion!': text },
  UpdatePropertiesRequest: { defaultRegion: text },
  PropertySchemas: { 'properties!': object },
  PropertySchema: {
    'type!': text,
    'description!': text,
    'default!': any,
    'currentValue!': any,
    readOnly: flag,
    availableValues: list,
  },
  RegionList: { 'regions!': list },
  Region: { 'code!': text, 'display_name!': text },
  SecretSetList: { 'sets!': list },
  SecretSetListItem: {
    'name!': text,
    'type!': { type: 'string', enum: ['secret', 'imagePullSecret'] },
    'region!': text,
    'status!': setStatus,
    errorMessage: text,
  },
  SecretSetDetails: { 'region!': text, 'status!': setStatus, errorMessage: text, 'secrets!': list },
  SecretField: { 'fieldName!': text },
  RegularSecretsRequest: {
    'secrets!': { type: 'array', minItems: 1 },
    region: text,
    isImagePullSecret: never,
    host: never,
    secretValue: never,
  },
  SecretValue: {
    'secretKey!': { type: 'string', pattern: '^[a-zA-Z0-9_-]+$', maxLength: 64 },
    'secretValue!': text,
  },
  ImagePullSecretRequest: {
    'isImagePullSecret!': { type: 'boolean', enum: [true] },
    'host!': url,
    'secretValue!': text,
    region: text,
    secrets: never,
  },
  AcceptedSecretSet: { 'status!': text, 'region!': text },
  StartSessionRequest: {
    createDailyRoom: { ...flag, default: false },
    dailyRoomProperties: object,
    dailyMeetingTokenProperties: object,
    enableDefaultIceServers: { ...flag, default: false },
    transport: { type: 'string', enum: ['daily', 'webrtc', 'websocket'] },
    body: object,
  },
  StartedSession: {
    sessionId: text,
    dailyRoom: text,
    dailyToken: text,
    iceConfig: object,
    token: text,
    wsUrl: text,
    body: text,
  },
  IceConfig: { 'iceServers!': list },
  IceServer: { 'urls!': texts, username: text, credential: text },
  ErrorResponse: { 'error!': text, 'code!': text, err: any, message: text },
  TooManyRequestsResponse: { error: text, message: text, status: { type: 'integer' }, 'code!': text },
}
