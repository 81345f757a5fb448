import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A program of this repository that runs as a process of its own. */
export interface Child {
  readonly process: ChildProcess
  /** The next line that it prints. */
  readonly nextLine: () => Promise<string>
  /** All that it has printed to standard error so far. */
  readonly errors: () => string
  /** Its exit code, or the signal that ended it, once it has ended. */
  readonly ended: Promise<number | string>
}

/** Runs a TypeScript file, named from the root of the repository. */
export function runChild(file: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return {
    process: child,
    nextLine: async () => String((await lines.next()).value),
    errors: () => errors,
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
  }
}
