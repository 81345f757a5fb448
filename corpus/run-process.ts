import { spawn } from 'node:child_process'

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a process runs with. */
export interface ProcessOptions {
  readonly cwd: string
  /** Flags of Node. */
  readonly nodeFlags: readonly string[]
  /** Kills the process, and those that it started. */
  readonly signal: AbortSignal
}

/**
 * Runs a script of Node to its end.
 * @throws the reason of `signal` if it is aborted.
 */
export function runProcess(
  script: string,
  args: readonly string[],
  { cwd, nodeFlags, signal }: ProcessOptions,
): Promise<Ended> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, script, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it started can be killed with it.
      detached: true,
    })
    const stdout = textOf(child.stdout)
    const stderr = textOf(child.stderr)
    const kill = (): void => killGroup(child.pid)
    signal.addEventListener('abort', kill, { once: true })
    child.once('error', reject)
    child.once('close', (code) => {
      signal.removeEventListener('abort', kill)
      if (signal.aborted) reject(signal.reason)
      else resolve({ code, stdout: stdout(), stderr: stderr() })
    })
  })
}

function killGroup(id: number | undefined): void {
  if (id === undefined) return
  try {
    process.kill(-id, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it has ended by itself
  }
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
