import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JsonObject } from '../../scripts/src/json.js'
import type { Issue, ValidationResult } from '../../scripts/src/runtime/validation.js'
import type { BenchCase } from '../cases/case.js'
import { compiled } from '../compiled.js'
import { reachable } from '../json-schema.js'
import { temporaryFolder } from '../temporary.js'
import { type Contestant, reporter } from './contestant.js'

/** The validators as `strata generate` writes them, compiled to JavaScript and no further. */
export const ours: Contestant = {
  name: 'ours',
  compile: async (benchCase) => {
    const folder = temporaryFolder(await generatedFiles(benchCase))
    const module = await import(pathToFileURL(join(folder, 'validators/index.js')).href)
    const { root } = benchCase
    const validate: (value: unknown) => ValidationResult<unknown> = module[`validate${root}`]
    return {
      is: module[`is${root}`],
      assert: module[`assert${root}`],
      reporter: reporter<Issue>({
        errorsOf: (value) => validate(value).issues ?? [],
        place: ({ pointer }) => pointer,
        message: ({ message }) => message,
      }),
    }
  },
}

/** The validators of a schema and those that it refers to, as JavaScript modules by path. */
export async function generatedFiles({
  schemas,
  root,
}: Pick<BenchCase, 'schemas' | 'root'>): Promise<Map<string, string>> {
  const spec: JsonObject = {
    openapi: '3.1.0',
    info: { title: 'Bench', version: '1' },
    paths: {},
    components: { schemas: reachable(schemas, root) },
  }
  // Imported here, so that an engine that does not even load is one contestant that fails.
  const { generate } = await import('../../scripts/src/generate.js')
  const { files } = await generate({ spec, layers: ['validators'], formatter: 'none', write: false })
  return compiled(files.filter(({ content }) => content !== ''))
}
