import { type ChildProcess, spawn } from 'node:child_process'

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** What a process runs with. */
export interface ProcessSettings {
  readonly cwd: string
  /** Flags of Node. */
  readonly nodeFlags: readonly string[]
  /** Variables of the environment, besides those of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** Whether it has a channel for messages beside its output. */
  readonly channel?: boolean
}

/** What a process runs with, and what ends it. */
export interface ProcessOptions extends ProcessSettings {
  /** Kills the process, and those that it started. */
  readonly signal: AbortSignal
}

/** A process that was started. */
export interface Started {
  readonly child: ChildProcess
  /** Rejects where it could not be started. */
  readonly ended: Promise<Ended>
  /** Kills it, and those that it started. */
  readonly kill: () => void
}

/**
 * Runs a script of Node to its end.
 * @throws the reason of `signal` if it is aborted.
 */
export async function runProcess(
  script: string,
  args: readonly string[],
  { signal, ...settings }: ProcessOptions,
): Promise<Ended> {
  signal.throwIfAborted()
  const { ended, kill } = startProcess(script, args, settings)
  signal.addEventListener('abort', kill, { once: true })
  try {
    const known = await ended
    signal.throwIfAborted()
    return known
  } finally {
    signal.removeEventListener('abort', kill)
  }
}

/** Starts a script of Node. */
export function startProcess(
  script: string,
  args: readonly string[],
  { cwd, nodeFlags, env, channel = false }: ProcessSettings,
): Started {
  const child = spawn(process.execPath, [...nodeFlags, script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', channel ? 'ipc' : 'ignore'],
    // A group of its own, so that what it started can be killed with it.
    detached: true,
  })
  const stdout = textOf(child.stdout)
  const stderr = textOf(child.stderr)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve({ code, signal, stdout: stdout(), stderr: stderr() })
    })
  })
  const kill = (): void => {
    // The number of a process that has ended may be another's.
    if (child.exitCode === null && child.signalCode === null) killGroup(child.pid)
  }
  return { child, ended, kill }
}

function killGroup(id: number | undefined): void {
  if (id === undefined) return
  try {
    process.kill(-id, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it has ended by itself
  }
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
