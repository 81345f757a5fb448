import { gzipSync } from 'node:zlib'
import {
  type Emulator,
  type EmulatorOptions,
  type EmulatorSnapshot,
  startEmulator,
} from '../../../src/emulator/index.js'
import { PipecatCloud, type PipecatCloudOptions } from '../../../src/index.js'

/** The keys that the emulators let in. */
export const KEYS = { apiKey: 'private-key-5c1f0e', publicApiKey: 'public-key-77ab31' }

/** What there is before a case begins. */
export interface World {
  readonly state: EmulatorSnapshot
  /** Id of a session that runs. */
  readonly sessionId: string
  /** Id of an upload that was made. */
  readonly uploadId: string
}

export const NAME = 'voice-starter'
export const SET = 'voice-starter-secrets'
export const IMAGE = 'your-dockername/voice-starter:0.1'

/** Time stands still, all that takes time is done at once, and ids are the same in each run: equal histories make equal states. */
const STILL: EmulatorOptions = {
  now: () => new Date('2026-05-04T12:00:00Z'),
  tokens: { private: [KEYS.apiKey], public: [KEYS.publicApiKey] },
  seed: 'faults',
  readyAfter: 0,
  provisionAfter: 0,
  coldStartAfter: 0,
  warmStartAfter: 0,
}

/** Makes what each case begins with: an agent that is ready, a session of it, a secret set, and an upload. */
export async function createWorld(): Promise<World> {
  await using emulator = await startEmulator(STILL)
  const { agents, sessions, secrets, builds } = clientOf(emulator)
  await secrets.set(SET, { secrets: [{ secretKey: 'DOOMED', secretValue: 'x' }] })
  await agents.create({ serviceName: NAME, image: IMAGE, secretSet: SET })
  const { sessionId = '' } = await sessions.start(NAME)
  const { uploadId, uploadUrl, uploadFields } = await builds.createUploadUrl({ region: 'us-west' })
  const form = new FormData()
  for (const [name, value] of Object.entries(uploadFields)) form.append(name, value)
  form.append('file', new Blob([gzipSync(Buffer.alloc(10_240))], { type: 'application/gzip' }))
  await fetch(uploadUrl, { method: 'POST', body: form })
  return { state: emulator.snapshot(), sessionId, uploadId }
}

/** Starts an emulator in which all is as in the world. */
export function emulatorOf({ state }: World, options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({ ...STILL, state, ...options })
}

/** A client of an emulator that takes nothing for an answer but what the API describes. */
export function clientOf({ url }: Pick<Emulator, 'url'>, options: PipecatCloudOptions = {}): PipecatCloud {
  return new PipecatCloud({
    ...KEYS,
    baseUrl: url,
    retries: 0,
    validate: { requests: 'throw', responses: 'throw' },
    ...options,
  })
}
