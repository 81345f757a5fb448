import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  ApiError,
  BuildContextError,
  BuildError,
  ConfigurationError,
  TimeoutError,
} from '../../../src/errors/index.js'
import { archiveDirectory, type BuildDirectoryOptions, PipecatCloud } from '../../../src/node/index.js'
import type { PipecatCloudOptions } from '../../../src/options.js'
import { build, type BuildScript, type BuildService, startBuildService } from './build-service.js'
import { plant, type Planted } from './tree.js'

let context: Planted
let hash: string
let temporary: Planted

beforeAll(async () => {
  temporary = await plant({})
  context = await plant({ Dockerfile: 'FROM scratch\n', 'docker/Dockerfile': 'FROM scratch\n' })
  await using archive = await archiveDirectory(context.path)
  hash = archive.contextHash
})

beforeEach(() => vi.stubEnv('TMPDIR', temporary.path))

afterAll(async () => {
  await context[Symbol.asyncDispose]()
  await temporary[Symbol.asyncDispose]()
})

const running = build({ status: 'building' })
const success = build({ status: 'success', imageUri: 'image' })

/** Builds the directory with a client of a service. */
function buildWith(
  { url }: Pick<BuildService, 'url'>,
  options: BuildDirectoryOptions = {},
  client: PipecatCloudOptions = {},
) {
  const validate = { requests: 'throw', responses: 'throw' } as const
  const pipecat = new PipecatCloud({ apiKey: 'private-key', baseUrl: url, retries: 0, validate, ...client })
  return pipecat.builds.fromDirectory(context.path, { region: 'us-west', interval: 1, ...options })
}

/** What a service that follows a script makes of it. */
async function built(script: BuildScript, options?: BuildDirectoryOptions, client?: PipecatCloudOptions) {
  await using service = await startBuildService(script)
  const outcome = await buildWith(service, options, client).then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  )
  return { ...outcome, requests: service.requests }
}

const ID = build().id

describe('a directory', () => {
  test('is looked for, uploaded, built and followed', async () => {
    const told: string[] = []
    const { value, requests } = await built(
      { builds: [build(), running, success] },
      { onProgress: ({ status }) => told.push(status) },
    )
    expect(value).toEqual(success)
    expect(told).toEqual(['pending', 'building', 'success'])
    expect(requests).toEqual([
      `GET /v1/builds?contextHash=${hash}&region=us-west&status=success&limit=100`,
      'POST /v1/builds/upload-url {"region":"us-west"}',
      'POST /upload',
      'POST /v1/builds {"uploadId":"11111111-93d7-4f0e-8b1d-2f7d5b8f4c11","region":"us-west","dockerfilePath":"Dockerfile"}',
      `GET /v1/builds/${ID}`,
      `GET /v1/builds/${ID}`,
    ])
    expect(await readdir(temporary.path)).not.toContainEqual(expect.stringMatching(/^pipecat/))
  })

  test('with another Dockerfile is built by that', async () => {
    const { requests } = await built({}, { dockerfile: './docker/Dockerfile' })
    expect(requests).toContainEqual(expect.stringContaining('"dockerfilePath":"docker/Dockerfile"'))
  })

  test('is built in the default region if none is given', async () => {
    const { requests } = await built({ defaultRegion: 'eu-central' }, { region: undefined })
    expect(requests.slice(0, 3)).toEqual([
      'GET /v1/properties',
      `GET /v1/builds?contextHash=${hash}&region=eu-central&status=success&limit=100`,
      'POST /v1/builds/upload-url {"region":"eu-central"}',
    ])
  })

  test('that cannot be archived is not asked for', async () => {
    const { error, requests } = await built({}, { dockerfile: 'missing' })
    expect(error).toBeInstanceOf(BuildContextError)
    expect(requests).toEqual([])
  })

  test('whose upload is refused is not built', async () => {
    const { error, requests } = await built({ upload: 403 })
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 403, operation: 'uploadContext' })
    expect(requests.at(-1)).toBe('POST /upload')
    expect(await readdir(temporary.path)).not.toContainEqual(expect.stringMatching(/^pipecat/))
  })

  test('is uploaded as often as the client says, and by its `fetch`', async () => {
    const fetch = vi.fn((request: Request) => globalThis.fetch(request))
    const { requests } = await built({ upload: 503 }, {}, { fetch, retries: { limit: 1, minDelay: 1 } })
    expect(requests.filter((request) => request === 'POST /upload')).toHaveLength(2)
    expect(fetch).toHaveBeenCalledTimes(requests.length)
  })
})

describe('a build that is there already', () => {
  test('is taken if it is of the same content, region and Dockerfile', async () => {
    const other = { status: 'success', contextHash: hash } as const
    const listed = [
      build({ ...other, dockerfilePath: 'docker/Dockerfile' }),
      build({ ...other, region: 'eu-central' }),
      build({ ...other, contextHash: '0000000000000000' }),
      build({ ...other, status: 'failed' }),
      build({ ...other, imageUri: 'the one' }),
    ]
    const told: string[] = []
    const onProgress = ({ imageUri = '' }) => told.push(imageUri)
    const { value, requests } = await built({ listed }, { onProgress, onLog: () => told.push('log') })
    expect(value).toEqual(listed.at(-1))
    expect(told).toEqual(['the one'])
    expect(requests).toHaveLength(1)
    const { requests: more } = await built({ listed: listed.slice(0, -1) })
    expect(more).toHaveLength(4)
  })

  test('and that the service finds by itself is taken too, and its lines are not told again', async () => {
    const onLog = vi.fn()
    const { value } = await built({ builds: [success], cached: true, logs: [['old']] }, { onLog })
    expect(value).toEqual(success)
    expect(onLog).not.toHaveBeenCalled()
  })
})

describe('the lines of a build', () => {
  test('are told as they come, also those that come last', async () => {
    const lines: string[] = []
    await built(
      { builds: [build(), running, success], logs: [[], ['a'], ['a', 'b', 'c']] },
      { onLog: (line) => lines.push(line) },
    )
    expect(lines).toEqual(['a', 'b', 'c'])
  })

  test('that cannot be read for a while do not end it, and `onError` is told', async () => {
    const lines: string[] = []
    const onError = vi.fn()
    const { value } = await built(
      { builds: [build(), running, success], logs: [['a'], 500, ['a', 'b']] },
      { onLog: (line) => lines.push(line), onError },
    )
    expect(value).toEqual(success)
    expect(lines).toEqual(['a', 'b'])
    expect(onError).toHaveBeenCalledOnce()
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ operation: 'getBuildLogs', error: { status: 500 } })
  })

  test('are not asked for if nobody wants them', async () => {
    const { requests } = await built({ builds: [build(), success] })
    expect(requests.filter((request) => request.includes('/logs'))).toEqual([])
  })
})

describe('a build that does not succeed', () => {
  test.each<[Parameters<typeof build>[0], string]>([
    [{ status: 'failed', errorMessage: 'no such step' }, 'has failed: no such step'],
    [{ status: 'failed' }, 'has failed'],
    [{ status: 'timeout' }, 'took longer than the service allows'],
  ])('rejects with the last lines: %j', async (given, meaning) => {
    const failed = build(given)
    const { error } = await built({ builds: [running, failed], logs: [['a', 'b']] })
    expect(error).toBeInstanceOf(BuildError)
    expect(error).toMatchObject({
      name: 'BuildError',
      outcome: 'failed',
      message: `The build ${ID} ${meaning}`,
      build: failed,
      logs: ['a', 'b'],
    })
    expect(error).not.toHaveProperty('cause')
  })

  test('says why its lines are missing', async () => {
    const { error } = await built({ builds: [build({ status: 'failed' })], logs: [404] })
    expect(error).toMatchObject({
      outcome: 'failed',
      logs: [],
      cause: { status: 404, operation: 'getBuildLogs' },
    })
  })

  test('in time rejects with what it is', async () => {
    const { error } = await built(
      { builds: [running], logs: [['a']] },
      { timeout: 300, interval: 20, onLog: () => undefined },
    )
    expect(error).toBeInstanceOf(BuildError)
    expect(error).toMatchObject({
      outcome: 'timeout',
      message: `The build ${ID} had not ended in time: its status is building`,
      build: running,
      logs: ['a'],
      cause: { name: 'TimeoutError', timeout: 300 },
    })
  })

  test('before the caller has enough rejects with what it is', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const { error } = await built(
      { builds: [running] },
      { signal: controller.signal, onProgress: () => controller.abort(reason) },
    )
    expect(error).toBeInstanceOf(BuildError)
    expect(error).toMatchObject({ outcome: 'aborted', build: running, cause: reason })
  })

  test('before the client has enough does so too', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const { error } = await built(
      { builds: [running] },
      { onProgress: () => controller.abort(reason) },
      { signal: controller.signal },
    )
    expect(error).toMatchObject({ name: 'BuildError', outcome: 'aborted', cause: reason })
  })
})

describe('before there is a build', () => {
  test('a timeout is one', async () => {
    const { error } = await built({ upload: 0 }, { timeout: 200 })
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ message: `The directory ${context.path} was not built within 200 ms` })
    await vi.waitFor(async () => {
      expect(await readdir(temporary.path)).not.toContainEqual(expect.stringMatching(/^pipecat/))
    })
  })

  test('an abort is its reason', async () => {
    const reason = new Error('enough')
    const { error } = await built({ upload: 0 }, { signal: AbortSignal.abort(reason) })
    expect(error).toBe(reason)
  })

  test('options that are not valid are named, all of them', async () => {
    const options = { region: '', interval: 0, onLog: 1, exclude: 'x', apiKey: undefined, colour: 'red' }
    // What a caller without types may give.
    const { error, requests } = await built({}, options as unknown as BuildDirectoryOptions)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message.match(/`\w+`/g)).toEqual([
      '`region`',
      '`interval`',
      '`onLog`',
      '`exclude`',
      '`colour`',
    ])
    expect(requests).toEqual([])
  })
})

test('a build leaves nothing behind', async () => {
  await built({ builds: [build(), success], logs: [['a']] }, { onLog: () => undefined })
  await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('TCPSocketWrap'))
})
