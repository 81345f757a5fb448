/** A client made from GitHub's document, used against a local server that answers with the document's examples; see ../README.md. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentedRows } from './documented-rows.js'
import { tableOf } from './row.js'
import { githubScenarioRows, styleScenarioRows } from './scenario-rows.js'

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const github = fileAt('../node_modules/@octokit/openapi/generated/api.github.com.json')

if (existsSync(github)) {
  const rows = [
    ...(await documentedRows(github, process.argv.includes('--all'))),
    ...(await githubScenarioRows(github)),
    ...(await styleScenarioRows(fileAt('styles.yaml'))),
  ]
  console.log(tableOf(rows))
  if (rows.some(({ faults }) => faults.length > 0)) process.exitCode = 1
} else {
  console.error("GitHub's document is not there: run `npm ci --prefix corpus` first.")
  process.exitCode = 2
}
