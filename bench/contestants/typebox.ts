import type { JsonObject } from '../../scripts/src/json.js'
import type { BenchCase } from '../cases/case.js'
import { jsonSchemaOf } from '../json-schema.js'
import { type Contestant, reporter } from './contestant.js'
import { importPeer } from './peer.js'

interface TypeboxError {
  readonly instancePath: string
  readonly message: string
}

interface Typebox {
  Compile(schema: JsonObject): {
    Check(value: unknown): boolean
    Parse(value: unknown): unknown
    Errors(value: unknown): [boolean, TypeboxError[]]
  }
}

/** TypeBox: compiles a JSON Schema when the program runs; issues come from an interpreter. */
export const typebox: Contestant = {
  name: 'typebox Compile',
  compile: async ({ schemas, root }) => {
    const { Compile } = await importPeer<Typebox>('typebox/schema')
    const validator = Compile(jsonSchemaOf(schemas, root))
    return {
      is: (value) => validator.Check(value),
      parse: (value) => validator.Parse(value),
      reporter: reporter<TypeboxError>({
        errorsOf: (value) => validator.Errors(value)[1],
        place: ({ instancePath }) => instancePath,
        message: ({ message }) => message,
      }),
    }
  },
}

interface Built {
  Functions(): readonly string[]
  Entry(): string
  External(): { readonly identifier: string; readonly variables: readonly unknown[] }
}

/** The code of a module with the check: its generated code alone for a boolean; issues need the whole library. */
export async function typeboxModule(
  { schemas, root }: Pick<BenchCase, 'schemas' | 'root'>,
  withIssues: boolean,
): Promise<string> {
  const schema = jsonSchemaOf(schemas, root)
  if (withIssues) {
    return `import { Compile } from 'typebox/schema'\nexport default Compile(${JSON.stringify(schema)})`
  }
  const { Build } = await importPeer<{ Build(schema: JsonObject): Built }>('typebox/schema')
  const built = Build(schema)
  const { identifier, variables } = built.External()
  const values = variables.map((value) =>
    typeof value === 'function' ? `Format.${value.name}` : String(value),
  )
  return [
    `import * as Guard from 'typebox/guard'`,
    `import * as Format from 'typebox/format'`,
    `const ${identifier} = [${values}]`,
    ...built.Functions(),
    `export default (value) => ${built.Entry()}`,
  ].join('\n')
}
