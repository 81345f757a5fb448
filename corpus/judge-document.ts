import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { collect } from '../scripts/src/diagnostics.js'
import { load } from '../scripts/src/load/index.js'
import { buildModel, supportedFormats } from '../scripts/src/model/index.js'
import { examplesOf } from './examples.js'
import { grouped } from './grouping.js'
import { judgeExamples } from './judge-examples.js'
import type { DocumentResult } from './result.js'
import { vocabulary } from './vocabulary.js'

/** Judges the examples of a document by the validators in the folder of its output, and by ajv. */
export async function judgeDocument(
  spec: string,
  folder: string,
): Promise<NonNullable<DocumentResult['examples']>> {
  const { document, copyOf } = await load(spec, { cwd: dirname(spec) })
  const { value: model } = collect((report) => buildModel(document, report, copyOf))
  const index = join(folder, 'validators/index.js')
  // A document that describes no values has no validators.
  const validators = existsSync(index) ? await import(pathToFileURL(index).href) : {}
  const { disagreements, ...counts } = judgeExamples(examplesOf(model), model.document, validators)
  const isKeyword = vocabulary()
  const groups = grouped(disagreements, (name) => isKeyword(name) || Object.hasOwn(supportedFormats, name))
  return { ...counts, disagreements: groups }
}
