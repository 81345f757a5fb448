import { readFlags } from './flags.js'
import { startEmulator } from './index.js'

const HELP = `Usage: pipecat-cloud-emulator [--port N]

Runs a local Pipecat Cloud, in memory and on 127.0.0.1, until it is interrupted.
It lets in every bearer token. Each request is printed with its status.

  --port N    port to listen on; 0, the default, takes any that is free
  -h, --help  print this
`

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`pipecat-cloud-emulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}

async function run(args: readonly string[]): Promise<void> {
  const { help, port } = readFlags(args)
  if (help) {
    process.stdout.write(HELP)
    return
  }
  // Whoever reads the first line and then closes the pipe still wants the emulator.
  process.stdout.on('error', () => {})
  const emulator = await startEmulator({
    port,
    onRequest: ({ method, path, status }) => console.log(`${method} ${path} ${status}`),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close())
  console.log(`Pipecat Cloud emulator: ${emulator.url} and ${emulator.publicUrl}`)
}
