/** Runs a case of each operation with each fault, and prints what keeps the process alive then. After that it has to end by itself. */
import { setTimeout as sleep } from 'node:timers/promises'
import { faultKinds } from './fault-kinds.js'
import { operations } from './operations.js'
import { isWaiting, pooled, runCase } from './run-case.js'
import { createWorld } from './world.js'

const world = await createWorld()
const cases = Object.values(operations).flatMap((operation) =>
  Object.values(faultKinds).map((row) => ({
    operation,
    row,
    scenario: { retries: 2, strikes: 'once' } as const,
  })),
)
// What waits takes its time, and is the same for all operations.
const some = cases.filter((it) => !isWaiting(it) || it.operation.id === 'createAgent')
await pooled(some, 8, async (one) => void (await runCase(world, one)))

const held = () => process.getActiveResourcesInfo().filter((name) => /^TCP|^Timeout$/.test(name))
// The other end of a connection that was closed learns it a little later.
for (let looks = 0; looks < 50 && held().length > 0; looks += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one look comes after the other
  await sleep(20)
}
console.log(JSON.stringify({ cases: some.length, held: held() }))
