/** Creates 10,000 agents, 200 at once, where a fifth of all requests is struck by a fault: `npm run soak -- [COUNT [SEED]]`. */
import { createMany, nameOf } from './create-many.js'

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const MiB = 2 ** 20
/** How much the heap may grow from the first third of the calls to the last, in bytes. */
const LEEWAY = 8 * MiB

const how = { count, concurrency: 200, faults: 0.2, seed: `soak-${seed}`, attemptTimeout: 3000 }
const { succeeded, failures, requests, seconds, memory, struck, deployments } = await createMany(how)
const once = Array.from({ length: count }, (_, index) => nameOf(index)).filter(
  (name) => deployments[name] === 1,
)
const total = Object.values(struck).reduce((sum, it) => sum + it, 0)

console.log(
  `${count} creates at concurrency ${how.concurrency}, seed ${seed}: ${seconds.toFixed(1)} s, ${requests} requests`,
)
console.log(
  `${total} of them struck: ${Object.entries(struck)
    .map((pair) => pair.join(' '))
    .join(', ')}`,
)
console.log(`${succeeded} reported as created, ${failures.length} as failed`)
console.log(`${Object.keys(deployments).length} agents, ${once.length} of them created exactly once`)
const heaps = memory.map(({ heap }) => heap)
const shown = memory.map(
  ({ heap, resident }) => `${(heap / MiB).toFixed(1)} (${(resident / MiB).toFixed(0)})`,
)
console.log(`MiB of heap after each third, all garbage collected (and resident): ${shown.join(', ')}`)
for (const failure of failures.slice(0, 10)) console.error(failure)

const isFlat = heaps.at(-1)! - heaps[0]! < LEEWAY // There is one for each third.
const isWhole = succeeded === count && once.length === count && Object.keys(deployments).length === count
if (!isWhole || !isFlat) {
  console.error(isWhole ? 'The heap has grown' : 'Not every agent was created exactly once and reported so')
  process.exitCode = 1
}
