import type { JsonObject } from '../../scripts/src/json.js'
import type { BenchCase } from '../cases/case.js'
import { jsonSchemaOf } from '../json-schema.js'
import { type Contestant, reporter } from './contestant.js'
import { importPeer } from './peer.js'

interface SchemasafeError {
  readonly instanceLocation: string
}

interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly SchemasafeError[] | null
  /** The same check as the text of an expression. */
  toModule(): string
}

interface Schemasafe {
  readonly default: { validator(schema: JsonObject, options: object): Validate }
}

const OPTIONS = {
  $schemaDefault: 'https://json-schema.org/draft/2020-12/schema',
  // Values come from JSON, and may be treated as such.
  isJSON: true,
}

/** `@exodus/schemasafe`: compiles a JSON Schema when the program runs or is built; its issues have no messages. */
export const schemasafe: Contestant = {
  name: 'schemasafe',
  compile: async ({ schemas, root }) => {
    const { validator } = (await importPeer<Schemasafe>('@exodus/schemasafe')).default
    const schema = withoutInt64(jsonSchemaOf(schemas, root))
    const all = validator(schema, { ...OPTIONS, includeErrors: true, allErrors: true })
    return {
      is: validator(schema, OPTIONS),
      reporter: reporter<SchemasafeError>({
        errorsOf: (value) => (all(value) ? [] : (all.errors ?? [])),
        place: ({ instanceLocation }) => instanceLocation.slice(1),
        message: () => '',
      }),
    }
  },
}

/** It refuses to compile a format of numbers; of those in question none refuses one of the values. */
function withoutInt64(schema: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema).replaceAll(',"format":"int64"', ''))
}

/** The code of a module with the check, without and with issues. */
export async function schemasafeModule(
  { schemas, root }: Pick<BenchCase, 'schemas' | 'root'>,
  withIssues: boolean,
): Promise<string> {
  const { validator } = (await importPeer<Schemasafe>('@exodus/schemasafe')).default
  const options = withIssues ? { ...OPTIONS, includeErrors: true, allErrors: true } : OPTIONS
  return `export default ${validator(withoutInt64(jsonSchemaOf(schemas, root)), options).toModule()}`
}
