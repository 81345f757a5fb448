import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { collect } from '../../../scripts/src/diagnostics.js'
import { printModules } from '../../../scripts/src/emit/index.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import type { Layer } from '../../../scripts/src/layers/layer.js'
import { validators } from '../../../scripts/src/layers/validators/index.js'
import { buildModel } from '../../../scripts/src/model/index.js'
import { readRuntime } from '../../../scripts/src/read-runtime.js'
import type {
  StandardSchema,
  ValidateOptions,
  ValidationResult,
} from '../../../scripts/src/runtime/validation.js'
import { writeTree } from '../temporary-folder.js'
import { transpileTree } from '../transpile.js'

/** The validator of one schema. */
export interface Validator {
  readonly is: (value: unknown) => boolean
  readonly validate: (value: unknown, options?: ValidateOptions) => ValidationResult<unknown>
  readonly assert: (value: unknown) => void
  readonly schema: StandardSchema<unknown>
}

/** The validators and other layers, as modules by path, of a document with nothing but component schemas. */
export function generatedModules(
  schemas: Readonly<Record<string, JsonValue>>,
  others: readonly Layer[] = [],
): Map<string, string> {
  const document: JsonObject = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: {},
    components: { schemas },
  }
  const { value: model } = collect((report) => buildModel(document, report))
  const files = printModules(
    [validators, ...others].flatMap(({ build }) => [...build(model)]),
    readRuntime,
  )
  return new Map(files.map(({ path, content }) => [path, content]))
}

/** Generates the validators of component schemas with PascalCase keys, imports them, and gives them by key. */
export async function importValidators<Key extends string>(
  schemas: Readonly<Record<Key, JsonValue>>,
): Promise<Readonly<Record<Key, Validator>>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-validators-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const scripts = transpileTree(generatedModules(schemas))
  writeTree(folder, { ...scripts, 'package.json': '{ "type": "module" }' })
  const module = await import(pathToFileURL(join(folder, 'validators/index.js')).href)
  const keys = Object.keys(schemas) as Key[] // the keys of the record that was passed
  const pick = (name: Key): Validator => ({
    is: module[`is${name}`],
    validate: module[`validate${name}`],
    assert: module[`assert${name}`],
    schema: module[`${name}Schema`],
  })
  return Object.fromEntries(keys.map((name) => [name, pick(name)])) as Record<Key, Validator> // the same keys
}
