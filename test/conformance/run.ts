/** `npm run conformance -- --suite DIR`: what of the JSON Schema Test Suite for draft 2020-12 compiled schemas get right. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { expectedFailures } from './expected-failures.js'
import { type Failure, runGroups } from './run-groups.js'
import { type Part, parts, readSuite } from './suite.js'

const { values } = parseArgs({ options: { suite: { type: 'string' }, filter: { type: 'string' } } })
const started = performance.now()

if (values.suite === undefined) {
  console.error('Name a checkout of https://github.com/json-schema-org/JSON-Schema-Test-Suite: --suite DIR')
  process.exit(2)
}
const suite = readSuite(resolve(values.suite))
if (typeof suite === 'string') {
  console.error(`Not a checkout of the JSON Schema Test Suite: ${suite}`)
  process.exit(2)
}
const { filter = '' } = values
const groups = suite.groups.filter(({ file, description }) => `${file} ${description}`.includes(filter))
const failures = await runGroups({ ...suite, groups }, join(import.meta.dirname, '../../node_modules/.cache'))

for (const { file, group, test, found } of failures) console.log(`${file} › ${group} › ${test}\n    ${found}`)
console.table(Object.fromEntries(parts.map((part) => [part, totals(part)])))
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`)

const isExpected = ({ file, group }: Failure): boolean =>
  expectedFailures.some((it) => it.file === file && it.group === group)
for (const failure of failures.filter(isExpected)) console.log(`Expected: ${failure.file} › ${failure.group}`)
const unexpected = failures.filter((it) => it.part === 'required' || !isExpected(it))
process.exitCode = unexpected.length === 0 ? 0 : 1

function totals(part: Part): { passed: number; total: number } {
  const total = groups.filter((it) => it.part === part).reduce((sum, { tests }) => sum + tests.length, 0)
  return { passed: total - failures.filter((it) => it.part === part).length, total }
}
