import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { Random } from '../../../../bench/fuzz/random.js'
import type { SourceFile } from '../../../../scripts/src/emit/index.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { asObject, document } from '../../../spec/document.js'
import { schemasDocument } from '../../model/read-model.js'
import { generatedModules } from '../import-validators.js'
import { typeErrors } from '../types/compile.js'
import { emittedModules, guardModules, valueModule, withLines } from './check-module.js'
import { deviationsOf, reasons } from './deviations.js'
import { generatedSchemas } from './generated-schemas.js'
import { judgedValues } from './judged-values.js'

const SCHEMAS = 200
const VALUES = 8
const SEED = 20261124

/** What openapi-typescript prints of a document as it is, with the options of ours. */
async function printed(whole: JsonObject): Promise<string> {
  const input = structuredClone(whole) as Partial<OpenAPI3> as OpenAPI3 // the document was read as one
  return astToString(
    await openapiTS(input, { defaultNonNullable: false, emptyObjectsUnknown: true, silent: true }),
  )
}

function problems(files: readonly SourceFile[]): string[] {
  return withLines(typeErrors(files), files)
}

it(`types and validators agree on ${SCHEMAS} generated schemas`, async () => {
  const schemas = generatedSchemas(SCHEMAS, new Random(SEED))
  const names = Object.keys(schemas)
  const whole = schemasDocument(schemas)
  const deviating = new Map(names.map((name) => [name, deviationsOf(schemas[name]!, whole)]))
  const plain = names.filter((name) => deviating.get(name)!.length === 0)
  const values = await judgedValues(schemas, VALUES, SEED)
  const modules = [...generatedModules(schemas, [types])].map(([path, content]) => ({ path, content }))
  expect(
    problems([
      ...modules,
      ...guardModules(names, (name) => `types.components['schemas']['${name}']`),
      ...emittedModules(plain, await printed(whole)),
      valueModule(values),
    ]),
  ).toEqual([])
  // What was compared is enough to show something, and no reason to differ is without a case.
  expect(plain.length).toBeGreaterThan(SCHEMAS / 3)
  expect(new Set([...deviating.values()].flat())).toEqual(new Set(reasons))
  expect(values.filter(({ valid }) => valid.length === 0).length).toBeLessThan(SCHEMAS / 20)
  expect(values.flatMap(({ valid }) => valid).length).toBeGreaterThan(SCHEMAS * 5)
  expect(values.flatMap(({ refused }) => refused).length).toBeGreaterThan(SCHEMAS * 5)
})

it("types and validators agree on the schemas of the project's document", async () => {
  const schemas: Readonly<Record<string, JsonValue>> = asObject(asObject(document['components'])['schemas'])
  const components = Object.keys(schemas)
  const plain = components.filter((name) => deviationsOf(schemas[name]!, document).length === 0)
  const values = await judgedValues(schemas, VALUES * 2, SEED)
  const modules = committed(/^(types|validators|runtime\/validat)/)
  const index = modules.find(({ path }) => path === 'validators/index.ts')!.content
  const guarded = [...index.matchAll(/\bis(\w+)/g)].map(([, name]) => name!)
  expect(guarded).toEqual(expect.arrayContaining(components))
  expect(
    problems([
      ...modules,
      ...guardModules(guarded, (name) =>
        components.includes(name) ? `types.components['schemas']['${name}']` : `types.${name}`,
      ),
      ...emittedModules(plain, await printed(document)),
      valueModule(values),
    ]),
  ).toEqual([])
  expect(plain.length).toBeGreaterThan(components.length * 0.8)
  expect(values.filter(({ valid }) => valid.length === 0)).toEqual([])
})

/** The files of `generated/` of which the path matches. */
function committed(wanted: RegExp): SourceFile[] {
  const folder = fileURLToPath(new URL('../../../../generated/', import.meta.url))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => wanted.test(path) && path.endsWith('.ts'))
    .map((path) => ({ path, content: readFileSync(`${folder}${path}`, 'utf8') }))
}
