import { expectTypeOf } from 'vitest'
import { createAgentRequest } from '../../generated/builders/index.js'
import {
  type Agent,
  type Agents,
  ApiError,
  ConnectionError,
  type CreateAgentRequest,
  DeployError,
  type Issue,
  NotFoundError,
  PipecatCloud,
  PipecatCloudError,
  RequestValidationError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  type ValidationWarning,
} from '../../src/index.js'

const pipecat = new PipecatCloud({ apiKey: process.env['KEY'] })
expectTypeOf(pipecat.agents).toEqualTypeOf<Agents>()
expectTypeOf(pipecat.agents.create).returns.resolves.toEqualTypeOf<Agent>()
expectTypeOf(pipecat.agents.get).returns.resolves.toEqualTypeOf<Agent>()
expectTypeOf(pipecat.agents.waitUntilReady).returns.resolves.toEqualTypeOf<Agent>()
expectTypeOf(pipecat.agents.create).parameter(0).toEqualTypeOf<CreateAgentRequest>()
expectTypeOf(pipecat.agents.get).parameter(0).toEqualTypeOf<string>()

// A plain object, what a builder builds, and options of each kind.
void pipecat.agents.create({ serviceName: 'ab', image: 'a:1' })
void pipecat.agents.create({ serviceName: 'ab', buildId: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90' })
void pipecat.agents.create(createAgentRequest().serviceName('ab').image('a:1').build())
void pipecat.agents.get('ab', {
  signal: AbortSignal.timeout(1),
  timeout: Infinity,
  fetch: globalThis.fetch,
  headers: { 'X-A': null, 'X-B': undefined },
  validate: { responses: 'throw' },
  onWarning: (warning) => expectTypeOf(warning).toEqualTypeOf<ValidationWarning>(),
})
void pipecat.agents.waitUntilReady('ab', {
  interval: 1,
  timeout: 1,
  onProgress: (agent) => expectTypeOf(agent).toEqualTypeOf<Agent>(),
})

// @ts-expect-error neither image nor buildId
void pipecat.agents.create({ serviceName: 'ab' })
// @ts-expect-error both
void pipecat.agents.create({
  serviceName: 'ab',
  image: 'a:1',
  buildId: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90',
})
// @ts-expect-error not one of the values
void pipecat.agents.create({ serviceName: 'ab', image: 'a:1', agentProfile: 'agent-4x' })
// @ts-expect-error misspelt
void pipecat.agents.create({ serviceName: 'ab', image: 'a:1', regoin: 'us-west' })
// @ts-expect-error a builder is not what it builds
void pipecat.agents.create(createAgentRequest().serviceName('ab').image('a:1'))
// @ts-expect-error not an option
void pipecat.agents.get('ab', { interval: 1 })
// @ts-expect-error not an option
void new PipecatCloud({ baseURL: 'http://127.0.0.1' })
// @ts-expect-error not a mode
void pipecat.agents.get('ab', { validate: { requests: 'error' } })

// Each class is told apart by instanceof, and carries what it knows.
expectTypeOf<NotFoundError | ServerError>().toExtend<ApiError>()
expectTypeOf<
  ApiError | ConnectionError | DeployError | RequestValidationError | ResponseValidationError | TimeoutError
>().toExtend<PipecatCloudError>()
expectTypeOf<ApiError>().toHaveProperty('status').toEqualTypeOf<number>()
expectTypeOf<ApiError>().toHaveProperty('code').toEqualTypeOf<string | undefined>()
expectTypeOf<ApiError>().toHaveProperty('body').toEqualTypeOf<unknown>()
expectTypeOf<ApiError>().toHaveProperty('headers').toEqualTypeOf<Headers>()
expectTypeOf<DeployError>().toHaveProperty('agent').toEqualTypeOf<Agent | undefined>()
expectTypeOf<RequestValidationError>().toHaveProperty('issues').toEqualTypeOf<readonly Issue[]>()
expectTypeOf<TimeoutError>().toHaveProperty('timeout').toEqualTypeOf<number>()
