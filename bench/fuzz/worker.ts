import { ajv, typebox } from './peers.js'
import type { Share } from './run.js'
import { tryAll } from './trial.js'

const judges = [ajv(), await typebox()]

process.on('message', (message) => {
  const { seeds, values } = message as Share // what run.ts sends
  process.send?.(tryAll(seeds, values, judges))
})
