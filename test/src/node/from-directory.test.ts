import { expect, test } from 'vitest'
import { BuildError, PipecatCloud, type RequestEvent } from '../../../src/node/index.js'
import { temporaryFolder } from '../../scripts/temporary-folder.js'
import { emulated } from '../emulated.js'
import { failure } from '../service.js'

const KEYS = { apiKey: 'private-key', publicApiKey: 'public-key' }
const validate = { requests: 'throw', responses: 'throw' } as const

async function started(options: Parameters<typeof emulated>[0] = {}) {
  const { emulator, answered } = await emulated(options)
  return { answered, emulator, pipecat: new PipecatCloud({ ...KEYS, validate, baseUrl: emulator.url }) }
}

const bot = { Dockerfile: 'FROM dailyco/pipecat-base\n', 'bot.py': 'print("hello")\n', '.env': 'SECRET=1\n' }

test('a directory is archived, uploaded and built, and what it prints is told; then it can be deployed', async () => {
  const { pipecat, answered } = await started()
  const lines: string[] = []
  const directory = temporaryFolder(bot)
  const operations: string[] = []
  const options = {
    region: 'us-west',
    interval: 5,
    onLog: (line: string) => lines.push(line),
    onRequest: ({ operation }: RequestEvent) => void operations.push(operation),
  }
  const build = await pipecat.builds.fromDirectory(directory, options)
  expect(build).toMatchObject({ status: 'success', region: 'us-west' })
  expect(lines.length).toBeGreaterThan(0)
  const upload = ['listBuilds', 'createUploadUrl', 'uploadContext', 'createBuild']
  expect(operations.slice(0, 4)).toEqual(upload)
  const agent = await pipecat.agents.deploy(
    { serviceName: 'voice-starter', buildId: build.id! },
    { interval: 5 },
  )
  expect(agent.ready).toBe(true)

  const before = answered.length
  expect(await pipecat.builds.fromDirectory(directory, options)).toMatchObject({ id: build.id })
  expect(answered.slice(before)).toEqual(['GET /v1/builds 200'])
})

test('a build that fails rejects with the build and the last lines', async () => {
  const { pipecat } = await started({ failingBuilds: [{ region: 'us-west', errorMessage: 'no such step' }] })
  const error = await failure(
    pipecat.builds.fromDirectory(temporaryFolder(bot), { region: 'us-west', interval: 5 }),
  )
  expect(error).toBeInstanceOf(BuildError)
  expect(error).toMatchObject({ outcome: 'failed', build: { status: 'failed' } })
  expect(error).toHaveProperty('message', expect.stringContaining('no such step'))
})
