import { existsSync } from 'node:fs'
import { FLAGS_HELP, readFlags } from './flags.js'
import { type Emulator, loadState, startEmulator } from './index.js'

const HELP = `Usage: pipecat-cloud-emulator [flags]

Runs a local Pipecat Cloud, in memory and on 127.0.0.1, until it is interrupted.
It lets in every bearer token. Each request is printed with its status, and each fault with what it has struck.

${FLAGS_HELP}`

try {
  await run(process.argv.slice(2))
} catch (error) {
  fail(error)
}

async function run(args: readonly string[]): Promise<void> {
  const { help, state: file, options, faults } = readFlags(args)
  if (help) {
    process.stdout.write(HELP)
    return
  }
  // Whoever reads the first line and then closes the pipe still wants the emulator.
  process.stdout.on('error', () => {})
  const state = file !== undefined && existsSync(file) ? await loadState(file) : undefined
  const emulator = await startEmulator({
    ...options,
    ...(state && { state }),
    onRequest: ({ method, path, status }) => console.log(`${method} ${path} ${status}`),
    onFault: ({ kind, when, method, path }) =>
      console.log(['fault', kind, when, method, path].filter((part) => part !== undefined).join(' ')),
  })
  for (const fault of faults) emulator.faults.add(fault)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(emulator, file).catch(fail))
  }
  console.log(`Pipecat Cloud emulator: ${emulator.url} and ${emulator.publicUrl}`)
}

async function end(emulator: Emulator, file: string | undefined): Promise<void> {
  await emulator.close()
  if (file !== undefined) await emulator.save(file)
}

function fail(error: unknown): void {
  console.error(`pipecat-cloud-emulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
