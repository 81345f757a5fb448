import { describe, expect, test } from 'vitest'
import {
  ConfigurationError,
  DeployError,
  type DeployProgress,
  RequestValidationError,
  TimeoutError,
} from '../../../src/index.js'
import { emulated } from '../emulated.js'
import { failure } from '../service.js'

const request = { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' }
const quick = { interval: 5 }

describe('agents.deploy', () => {
  test('creates an agent, tells how far it is, and gives it when it is ready', async () => {
    const { emulator, pipecat, answered } = await emulated({ readyAfter: 80 })
    const seen: DeployProgress[] = []
    const agent = await pipecat.agents.deploy(request, { ...quick, onProgress: (it) => seen.push(it) })
    expect(agent).toMatchObject({ name: 'voice-starter', ready: true })
    expect(new Set(seen.map(({ action }) => action))).toEqual(new Set(['create']))
    expect(seen.at(-1)).toMatchObject({
      phase: 'Active',
      revision: { phase: 'Active' },
      agent: { ready: true },
    })
    expect(answered.slice(0, 2)).toEqual(['GET /v1/agents/voice-starter 404', 'POST /v1/agents 200'])
    expect(emulator.state.agents.size).toBe(1)
  })

  test('updates an agent that exists, with what can be changed', async () => {
    const { emulator, pipecat } = await emulated()
    await pipecat.agents.deploy({ ...request, region: 'us-west' }, quick)
    const seen: DeployProgress[] = []
    const changed = {
      ...request,
      image: 'your-dockername/voice-starter:0.2',
      region: 'us-west',
      enableKrisp: false,
    }
    const agent = await pipecat.agents.deploy(changed, { ...quick, onProgress: (it) => seen.push(it) })
    expect(agent.deployment?.manifest?.spec?.image).toBe(changed.image)
    expect(seen.map(({ action }) => action)).toContain('update')
    expect(emulator.state.agents.size).toBe(1)
  })

  test('makes a new deployment of the same configuration only if it is forced', async () => {
    const { pipecat } = await emulated()
    const first = await pipecat.agents.deploy(request, quick)
    const same = await pipecat.agents.deploy(request, quick)
    const forced = await pipecat.agents.deploy({ ...request, forceRedeploy: true }, quick)
    expect(same.desiredDeploymentId).toBe(first.desiredDeploymentId)
    expect(forced.desiredDeploymentId).not.toBe(first.desiredDeploymentId)
  })

  test('does not move an agent to another region', async () => {
    const { pipecat, answered } = await emulated()
    await pipecat.agents.deploy(request, quick)
    const before = answered.length
    const error = await failure(pipecat.agents.deploy({ ...request, region: 'us-east' }, quick))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining('is in the region us-west and cannot be moved to us-east'),
    )
    expect(answered.slice(before)).toEqual(['GET /v1/agents/voice-starter 200'])
  })

  test('updates an agent that another caller creates at the same time', async () => {
    const { emulator, pipecat } = await emulated()
    const [one, other] = await Promise.all([
      pipecat.agents.deploy(request, quick),
      pipecat.agents.deploy(request, quick),
    ])
    expect([one.name, other.name]).toEqual(['voice-starter', 'voice-starter'])
    expect(emulator.state.agents.size).toBe(1)
  })

  test('waits for a secret set that is being provisioned', async () => {
    const { pipecat } = await emulated({ provisionAfter: 150 }, { retries: { minDelay: 5, maxDelay: 20 } })
    await pipecat.secrets.set('new-secrets', { secrets: [{ secretKey: 'A', secretValue: 'b' }] })
    const agent = await pipecat.agents.deploy({ ...request, secretSet: 'new-secrets' }, quick)
    expect(agent.deployment?.manifest?.spec?.envFromSecretNames).toEqual(['new-secrets'])
  })

  test('rejects with what made a deployment fail', async () => {
    const { pipecat } = await emulated({
      failing: [
        { image: request.image, reason: 'CrashLoopBackOff', message: 'Traceback: no module', exitCode: 1 },
      ],
    })
    const error = await failure(pipecat.agents.deploy(request, quick))
    expect(error).toBeInstanceOf(DeployError)
    expect(error).toMatchObject({
      outcome: 'failed',
      output: 'Traceback: no module',
      agent: { name: 'voice-starter', ready: false },
    })
    expect(error).toHaveProperty('message', expect.stringContaining('CrashLoopBackOff'))
  })

  test('rejects with how far it was when the time is up', async () => {
    const { pipecat } = await emulated({ readyAfter: 60_000 })
    const error = await failure(pipecat.agents.deploy(request, { ...quick, timeout: 500 }))
    expect(error).toBeInstanceOf(DeployError)
    expect(error).toMatchObject({ outcome: 'timeout', agent: { ready: false } })
    expect(error).toHaveProperty('cause', expect.any(TimeoutError))
  })

  test('rejects with how far it was when the signal aborts', async () => {
    const { pipecat } = await emulated({ readyAfter: 60_000 })
    const controller = new AbortController()
    const reason = new Error('enough')
    const onProgress = () => controller.abort(reason)
    const error = await failure(
      pipecat.agents.deploy(request, { ...quick, signal: controller.signal, onProgress }),
    )
    expect(error).toBeInstanceOf(DeployError)
    expect(error).toMatchObject({ outcome: 'aborted', cause: reason, agent: { name: 'voice-starter' } })
  })
})

test('a deployment that is not valid is refused before anything is sent', async () => {
  const { pipecat, answered } = await emulated()
  const errors = await Promise.all([
    failure(pipecat.agents.deploy({ ...request, serviceName: 'Voice' })),
    failure(pipecat.agents.deploy(undefined as never)),
  ])
  for (const error of errors) expect(error).toBeInstanceOf(RequestValidationError)
  expect(answered).toEqual([])
})
