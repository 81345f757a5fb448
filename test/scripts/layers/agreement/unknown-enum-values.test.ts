import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { Random } from '../../../../bench/fuzz/random.js'
import { generate } from '../../../../scripts/src/index.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { documentOf } from '../../model/read-model.js'
import { temporaryFolder, writeTree } from '../../temporary-folder.js'
import type { Validator } from '../import-validators.js'
import { generatedSchemas } from './generated-schemas.js'
import { judgedValues } from './judged-values.js'

const SCHEMAS = 50
const VALUES = 8
const SEED = 20261130

/** The validators of responses of each schema, where unknown values of enums are tolerated. */
async function tolerantValidators(
  schemas: Readonly<Record<string, JsonValue>>,
): Promise<ReadonlyMap<string, Validator['is']>> {
  const responses = Object.keys(schemas).map((name) => {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
    const get = { operationId: `get${name}`, responses: { 200: { description: '', content } } }
    return [`/${name}`, { get }] as const
  })
  const spec: JsonObject = documentOf({ paths: Object.fromEntries(responses), components: { schemas } })
  const { files } = await generate({
    spec,
    layers: ['validators'],
    unknownEnumValues: 'tolerate',
    formatter: 'none',
    write: false,
  })
  const scripts = files.map(({ path, content }) => [
    path.replace(/\.ts$/, '.js'),
    ts.transpile(content, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
  ])
  const folder = temporaryFolder()
  writeTree(folder, { ...Object.fromEntries(scripts), 'package.json': '{ "type": "module" }' })
  const module = await import(pathToFileURL(join(folder, 'validators/index.js')).href)
  return new Map(
    Object.keys(schemas).map((name) => [name, module[`isGet${name}Response`] ?? module[`is${name}`]]),
  )
}

it('what is valid stays valid where unknown values of enums are tolerated', async () => {
  const schemas = generatedSchemas(SCHEMAS, new Random(SEED))
  const values = await judgedValues(schemas, VALUES, SEED)
  const tolerant = await tolerantValidators(schemas)
  const wrong = values.flatMap(({ name, valid }) =>
    valid.filter((value) => !tolerant.get(name)!(value)).map((value) => ({ name, value })),
  )
  expect(wrong).toEqual([])
  // What was tried is enough to show something: much is valid, and some of what was refused is no longer.
  expect(values.flatMap(({ valid }) => valid).length).toBeGreaterThan(SCHEMAS * 4)
  const tolerated = values.flatMap(({ name, refused }) =>
    refused.filter((value) => tolerant.get(name)!(value)),
  )
  expect(tolerated.length).toBeGreaterThan(2)
})
