/** What runs in the page: it tells the server that it came from what became of each attempt. */
import { PipecatCloud, type PipecatCloudOptions } from '../../../src/index.js'

const { emulator } = Object.fromEntries(new URLSearchParams(location.search))
const privateKey = 'private-key'
const publicKey = 'public-key'

/** What a page gets of a call, or of a client that cannot be made. */
async function outcome(work: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    return { value: await work() }
  } catch (error) {
    const { name, message } = error as Error // Nothing else is thrown.
    return { name, message }
  }
}

function client(options: PipecatCloudOptions): PipecatCloud {
  return new PipecatCloud({ baseUrl: `${location.origin}/v1`, retries: 0, ...options })
}

const outcomes = {
  'a private key': await outcome(async () => client({ apiKey: privateKey })),
  'a private key beside a public one': await outcome(async () =>
    client({ apiKey: privateKey, publicApiKey: publicKey }),
  ),
  'a private key for a call': await outcome(() =>
    client({ publicApiKey: publicKey }).agents.get('voice-starter', { apiKey: privateKey }),
  ),
  'a private key that is allowed': await outcome(
    async () =>
      (
        await client({ apiKey: privateKey, allowPrivateKeyInBrowser: true }).agents.create({
          serviceName: 'from-a-page',
          image: 'your-dockername/voice-starter:0.1',
        })
      ).name,
  ),
  'a public key': await outcome(async () => {
    const { sessionId } = await client({ publicApiKey: publicKey }).sessions.start('voice-starter')
    return typeof sessionId
  }),
  'a public key, from a page of another origin': await outcome(() =>
    client({ publicApiKey: publicKey, baseUrl: emulator }).sessions.start('voice-starter'),
  ),
}

await fetch('/outcomes', { method: 'POST', body: JSON.stringify(outcomes) })
