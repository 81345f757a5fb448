/** Judges the examples of a document, in a process of its own, and prints the verdicts as JSON. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { collect } from '../scripts/src/diagnostics.js'
import { load } from '../scripts/src/load/index.js'
import { buildModel, supportedFormats } from '../scripts/src/model/index.js'
import { examplesOf } from './examples.js'
import { grouped } from './grouping.js'
import { judgeExamples } from './judge-examples.js'
import { vocabulary } from './vocabulary.js'

const [spec = '', folder = ''] = process.argv.slice(2)
const { document, copyOf } = await load(spec, { cwd: dirname(spec) })
const { value: model } = collect((report) => buildModel(document, report, copyOf))
const validators = await import(pathToFileURL(join(folder, 'validators/index.js')).href)
const { disagreements, ...counts } = judgeExamples(examplesOf(model), model.document, validators)
const isKeyword = vocabulary()
const groups = grouped(disagreements, (name) => isKeyword(name) || Object.hasOwn(supportedFormats, name))
process.stdout.write(JSON.stringify({ ...counts, disagreements: groups }))
