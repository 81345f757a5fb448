import { describe, expect, test, vi } from 'vitest'
import {
  type CreateAgentRequest,
  RequestValidationError,
  ResponseValidationError,
  type ValidationMode,
  type ValidationWarning,
} from '../../src/index.js'
import { agentWith } from './agent.js'
import { failure, json, request, serve, text } from './service.js'

/** A value of no type, as a program without types would pass it. */
function untyped(value: unknown): CreateAgentRequest {
  return value as CreateAgentRequest
}

const bad = untyped({ serviceName: 'A', image: 1 })
const noAgent = { name: 'voice-starter' }

describe('a request that is not valid', () => {
  test('is not sent, and the error says everything that is wrong with it', async () => {
    await using service = await serve(json(200, agentWith()))
    const error = await failure(service.pipecat.agents.create(bad))
    expect(error).toBeInstanceOf(RequestValidationError)
    expect(error).toMatchObject({ name: 'RequestValidationError', operation: 'createAgent' })
    const { issues, message } = error as RequestValidationError
    expect(issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).toEqual(
      expect.arrayContaining(['/serviceName pattern', '/image type']),
    )
    const lines = message.split('\n')
    expect(lines[0]).toBe('The request of createAgent is not valid:')
    expect(lines.slice(1)).toEqual(issues.map((it) => `  ${it.pointer} ${it.message}`.replace('   ', '  ')))
    expect(service.requests).toEqual([])
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an array', []],
    ['a string', 'voice-starter'],
    ['neither image nor buildId', { serviceName: 'ab' }],
    ['a misspelt member', { ...request, regoin: 'us-west' }],
    ['an own __proto__', JSON.parse('{"serviceName":"ab","image":"a:1","__proto__":{}}')],
  ])('is not sent: %s', async (_, value) => {
    await using service = await serve(json(200, agentWith()))
    expect(await failure(service.pipecat.agents.create(untyped(value)))).toBeInstanceOf(
      RequestValidationError,
    )
    expect(service.requests).toEqual([])
  })

  test.each<[string, unknown, RegExp]>([
    ['an empty name', '', /^The request of getAgent is not valid:\n {2}\/path\/agentName /],
    [
      'no name',
      undefined,
      /^The request of getAgent is not valid:\n {2}\/path must have the property "agentName"$/,
    ],
    ['a number', 7, /^The request of getAgent is not valid:\n {2}\/path\/agentName /],
    ['a parent segment', '..', /cannot be sent: Path parameter "agentName" must not be "\.\."/],
    ['half a surrogate pair', '\uD800', /cannot be sent: Parameter "agentName"/],
  ])('is not sent: %s', async (_, name, message) => {
    await using service = await serve(json(200, agentWith()))
    const error = await failure(service.pipecat.agents.get(name as string)) // as a program without types would
    expect(error).toBeInstanceOf(RequestValidationError)
    expect((error as Error).message).toMatch(message)
    expect(service.requests).toEqual([])
  })

  test('is sent with a warning, or without, where the client or the call says so', async () => {
    const warnings: ValidationWarning[] = []
    const onWarning = (warning: ValidationWarning) => warnings.push(warning)
    await using service = await serve(json(200, agentWith()), { validate: { requests: 'warn' }, onWarning })
    await service.pipecat.agents.create(bad)
    expect(warnings.map(({ name, operation }) => `${name} ${operation}`)).toEqual([
      'RequestValidationError createAgent',
    ])
    await service.pipecat.agents.create(bad, { validate: { requests: 'off' } })
    expect(warnings).toHaveLength(1)
    expect(service.requests.map(({ body }) => body)).toEqual([JSON.stringify(bad), JSON.stringify(bad)])
  })

  test('that cannot be written as JSON is not sent in any mode', async () => {
    await using service = await serve(json(200, agentWith()))
    const cyclic: { self?: unknown } = {}
    cyclic.self = cyclic
    const error = await failure(
      service.pipecat.agents.create(untyped(cyclic), { validate: { requests: 'off' } }),
    )
    expect(error).toBeInstanceOf(RequestValidationError)
    expect((error as Error).message).toContain('cannot be sent: Converting circular structure to JSON')
    expect(service.requests).toEqual([])
  })
})

describe('a response that is not valid', () => {
  test('is a warning by default, and is returned', async () => {
    await using service = await serve(json(200, noAgent))
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    expect(await service.pipecat.agents.get('a')).toEqual(noAgent)
    expect(warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^The response of getAgent is not valid:\n {2}must have the property "region"\n/,
        ),
      ],
    ])
    warn.mockRestore()
  })

  test.each<[ValidationMode, number]>([
    ['warn', 1],
    ['off', 0],
  ])('in mode %s is returned with %i warnings', async (responses, count) => {
    const warnings: ValidationWarning[] = []
    const onWarning = (warning: ValidationWarning) => warnings.push(warning)
    await using service = await serve(json(200, noAgent), { validate: { responses }, onWarning })
    expect(await service.pipecat.agents.get('a')).toEqual(noAgent)
    expect(warnings).toHaveLength(count)
  })

  test('in mode throw is an error that says everything that is wrong with it', async () => {
    await using service = await serve(json(200, { ...agentWith(), ready: 'no', region: 1 }), {
      validate: { responses: 'throw' },
    })
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ResponseValidationError)
    expect(error).toMatchObject({ name: 'ResponseValidationError', operation: 'getAgent' })
    expect((error as ResponseValidationError).issues.map(({ pointer }) => pointer)).toEqual([
      '/region',
      '/ready',
    ])
  })

  test.each([
    ['a page', text(200, 'text/html', '<html>')],
    ['JSON that is cut off', text(200, 'application/json', '{"name":')],
    ['a JSON string', json(200, 'x')],
    ['null', json(200, null)],
    ['nothing', text(200, 'application/json', '')],
  ])('is an error in every mode when it is %s', async (_, answer) => {
    await using service = await serve(answer, { validate: { responses: 'off' } })
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ResponseValidationError)
    expect((error as ResponseValidationError).issues).toMatchObject([{ pointer: '', keyword: 'type' }])
  })

  test('that is valid brings no warning', async () => {
    const onWarning = vi.fn<(warning: ValidationWarning) => void>()
    await using service = await serve(json(200, { ...agentWith(), unknownMember: 1 }), { onWarning })
    await service.pipecat.agents.create(request)
    expect(onWarning).not.toHaveBeenCalled()
  })
})
