import { expect, test } from 'vitest'
import { emulated } from '../emulated.js'
import { findChromium, openPage } from './chromium.js'
import { serveSite } from './site.js'

const chromium = findChromium()
const where = chromium ?? 'skipped: there is no Chromium on the path, and none that CHROMIUM names'

test.skipIf(chromium === undefined)(`a page in a browser (${where})`, { timeout: 60_000 }, async () => {
  const { emulator, pipecat, answered } = await emulated()
  await pipecat.agents.deploy(
    { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' },
    { interval: 10 },
  )
  const before = answered.length
  await using site = await serveSite(new URL(emulator.url).origin)
  await using page = openPage(chromium!, site.url) // It is skipped otherwise.
  const refused = {
    name: 'ConfigurationError',
    message: expect.stringMatching(/^A private API key must not be given to a browser/),
  }
  expect(await Promise.race([site.outcomes, page.failed])).toEqual({
    'a private key': refused,
    'a private key beside a public one': refused,
    'a private key for a call': refused,
    'a private key that is allowed': { value: 'from-a-page' },
    'a public key': { value: 'string' },
    // The emulator allows no origin but its own.
    'a public key, from a page of another origin': {
      name: 'ConnectionError',
      message: 'startSession got no response: Failed to fetch',
    },
  })
  expect(answered.slice(before)).toEqual([
    'POST /v1/agents 200',
    'POST /v1/public/voice-starter/start 200',
    'OPTIONS /v1/public/voice-starter/start 204',
  ])
})
