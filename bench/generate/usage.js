/** Loaded into a process before all else: writes what the process used, its threads included, when it ends. */
import { writeFileSync } from 'node:fs'

const file = process.env['BENCH_USAGE_FILE']
if (file !== undefined) {
  process.once('exit', () => {
    const { userCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(file, JSON.stringify({ cpu: userCPUTime / 1e6, memory: maxRSS / 1024 }))
  })
}
