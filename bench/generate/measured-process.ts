import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a process used, and how it ended. */
export interface Measured {
  /** Seconds of the processor in the process itself, not in the kernel. */
  readonly cpu: number
  /** Most memory at a time, in megabytes. */
  readonly memory: number
  readonly code: number | null
  /** What it wrote, to either stream. */
  readonly output: string
}

const preload = new URL('usage.js', import.meta.url).href

/** Node 24, which the peers want. */
const node24 = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/** Runs a script under Node 24 to its end. */
export function runMeasured(script: string, args: readonly string[], cwd: string): Promise<Measured> {
  const usageFile = join(cwd, `usage-${performance.now()}.json`)
  return new Promise((resolve, reject) => {
    const child = spawn(node24, ['--import', preload, script, ...args], {
      cwd,
      env: { ...process.env, BENCH_USAGE_FILE: usageFile, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (it: Buffer) => chunks.push(it))
    child.once('error', reject)
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString()
      // A process that a signal ended wrote nothing.
      if (!existsSync(usageFile)) return reject(new Error(`${script} ended with ${code}:\n${output}`))
      // Written by usage.js.
      const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as { cpu: number; memory: number }
      return resolve({ ...usage, code, output })
    })
  })
}
