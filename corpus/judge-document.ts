import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { collect } from '../scripts/src/diagnostics.js'
import { load } from '../scripts/src/load/index.js'
import { buildModel, supportedFormats } from '../scripts/src/model/index.js'
import type { Model } from '../scripts/src/model/types.js'
import { examplesOf } from './examples.js'
import { grouped } from './grouping.js'
import { judgeExamples, type Validators } from './judge-examples.js'
import type { DocumentResult } from './result.js'
import { vocabulary } from './vocabulary.js'

/** Judges the examples of a document by the validators in the folder of its output, and by ajv. */
export async function judgeDocument(
  spec: string,
  folder: string,
): Promise<NonNullable<DocumentResult['examples']>> {
  const { document, copyOf } = await load(spec, { cwd: dirname(spec) })
  const { value: model } = collect((report) => buildModel(document, report, copyOf))
  const validators = await validatorsOf(model, folder)
  const { disagreements, ...counts } = judgeExamples(examplesOf(model), model.document, validators)
  const isKeyword = vocabulary()
  const groups = grouped(disagreements, (name) => isKeyword(name) || Object.hasOwn(supportedFormats, name))
  return { ...counts, disagreements: groups }
}

/** The validators of all schemas, by their names: those in the index, and those of schemas that are only referred to. */
async function validatorsOf({ schemas }: Model, folder: string): Promise<Validators> {
  const targets = schemas.filter(({ kind }) => kind === 'target').map(({ file }) => `schemas/${file}.js`)
  const paths = ['index.js', ...targets].map((path) => join(folder, 'validators', path))
  // A document that describes no values has no validators.
  const modules = paths.filter((path) => existsSync(path)).map((path) => import(pathToFileURL(path).href))
  return Object.assign({}, ...(await Promise.all(modules)))
}
