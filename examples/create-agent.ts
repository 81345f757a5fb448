/** Creates an agent on the local emulator, waits until it is ready, and prints it: `npm start`. */
import { createAgentRequest } from '../generated/builders/index.js'
import { startEmulator } from '../src/emulator/index.js'
import { PipecatCloud } from '../src/index.js'

const emulator = await startEmulator()
try {
  const pipecat = new PipecatCloud({ apiKey: 'any-key-will-do', baseUrl: emulator.url })
  const request = createAgentRequest()
    .serviceName('voice-starter')
    .image('your-dockername/voice-starter:0.1')
    .region('us-west')
    .nodeType('arm')
    .imagePullSecretSet('dockerhub-credentials')
    .secretSet('voice-starter-secrets')
    .autoScaling({ minAgents: 1, maxAgents: 20 })
    .krispViva({ audioFilter: 'tel' })
    .agentProfile('agent-1x')
    .enableManagedKeys(false)
    .build()

  const created = await pipecat.agents.create(request)
  console.log(`Created ${created.name} at ${emulator.url}; ready: ${created.ready}`)
  const agent = await pipecat.agents.waitUntilReady(created.name, { interval: 200 })
  console.log(JSON.stringify(agent, null, 2))
} finally {
  await emulator.close()
}
