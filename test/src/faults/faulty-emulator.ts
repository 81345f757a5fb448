/** A process of its own, with an emulator that has random faults: tells its URL, and what is in it when it is asked. */
import { startEmulator } from '../../../src/emulator/index.js'
import { randomFaults } from './random-faults.js'

/** What a process with an emulator tells. */
export interface Report {
  /** Requests that were struck by a fault, by its kind. */
  readonly struck: Readonly<Record<string, number>>
  /** How many deployments each agent has, by its name. */
  readonly deployments: Readonly<Record<string, number>>
}

const [share = '0', seed = ''] = process.argv.slice(2)
const struck: Record<string, number> = {}
const emulator = await startEmulator({
  seed,
  onFault: ({ kind }) => void (struck[kind] = (struck[kind] ?? 0) + 1),
})
for (const fault of randomFaults(Number(share))) emulator.faults.add(fault)

process.on('message', () => {
  const agents = [...emulator.state.agents.values()]
  const deployments = agents.map(({ request, earlier }) => [request.serviceName, 1 + earlier.length] as const)
  process.send?.({ struck, deployments: Object.fromEntries(deployments) } satisfies Report)
})
process.on('disconnect', () => void emulator.close())
process.send?.(emulator.url)
