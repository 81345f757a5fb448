import { once } from 'node:events'
import { connect } from 'node:net'
import { startEmulator } from '../../../src/emulator/index.js'

/** Uses an emulator, closes it, and prints what would then keep the process alive. */
const emulator = await startEmulator()
const { hostname, port } = new URL(emulator.url)
const socket = connect(Number(port), hostname).on('error', () => {})
const closed = new Promise((resolve) => socket.once('close', resolve))
await once(socket, 'connect')
const headers = { Authorization: 'Bearer some-key', 'Content-Type': 'application/json' }
const body = JSON.stringify({ serviceName: 'voice-starter', image: 'a/b:1' })
const response = await fetch(`${emulator.url}/agents`, { method: 'POST', headers, body })
await response.text()
// Answers that never come, or come late, end with the emulator.
emulator.faults.add({ kind: 'hang', nth: 1 })
emulator.faults.add({ kind: 'stall', nth: 2 })
emulator.faults.add({ kind: 'slow', nth: 3, delay: 3_600_000 })
const read = async () => (await fetch(`${emulator.url}/agents`, { headers })).text()
const unanswered = Promise.allSettled([read(), read(), read()])
await new Promise((resolve) => setTimeout(resolve, 200))
console.log(response.status, process.getActiveResourcesInfo().join(' '))
await Promise.all([emulator.close(), closed])
const outcomes = (await unanswered).map(({ status }) => status)
await new Promise(setImmediate)
console.log(outcomes.join(' '))
console.log(process.getActiveResourcesInfo().join(' '))
