import {
  type Code,
  code,
  type Declaration,
  identifier,
  imported,
  importedType,
  join,
  literal,
  type Module,
  operationsPath,
  schemaPath,
} from '../../emit/index.js'
import type { Model, NamedSchema } from '../../model/types.js'
import { jsonSchema } from './json-schema.js'
import { allReferencesIn } from './subschemas.js'

const FOLDER = 'validators/json-schema'

/** Where the definition of a named schema in JSON Schema is. */
interface Place {
  readonly path: string
  readonly constant: string
}

/**
 * The definitions of all named schemas in JSON Schema. They have modules of their own, so that programs that only validate do not
 * carry them.
 */
export class JsonSchemas {
  readonly modules: readonly Module[]
  readonly #places: ReadonlyMap<string, Place>

  constructor({ schemas, operations }: Model) {
    const groups = [...new Set(operations.map(({ group }) => group))]
    const schemasByPath = [
      ...schemas.map((schema) => [schemaPath(FOLDER, schema.file), [schema]] as const),
      ...groups.map((group) => {
        const ofGroup = operations.filter((operation) => operation.group === group)
        return [operationsPath(FOLDER, group), ofGroup.flatMap(({ shapes }) => shapes)] as const
      }),
    ].filter(([, all]) => all.length > 0)
    this.#places = new Map(
      schemasByPath.flatMap(([path, all]) =>
        all.map(({ name, variable }) => [name, { path, constant: `${variable}JsonSchema` }] as const),
      ),
    )
    this.modules = schemasByPath.map(([path, all]) => ({
      path,
      declarations: all.map((it) => this.#declaration(it, path)),
    }))
  }

  /** The definition of a named schema; `path` is that of the module that the code is for, if it is one of `modules`. */
  definition(name: string, path?: string): Code {
    const place = this.#places.get(name)
    if (place === undefined) throw new Error(`There is no schema ${name}`)
    return place.path === path ? identifier(place.constant) : imported(place.path, place.constant)
  }

  #declaration({ name, variable, schema }: NamedSchema, path: string): Declaration {
    const names = [...new Set(allReferencesIn(schema))]
    const references = join(
      names.map((it) => this.definition(it, path)),
      ', ',
    )
    return {
      kind: 'constant',
      name: `${variable}JsonSchema`,
      visibility: 'internal',
      doc: { text: `\`${name}\` in JSON Schema.` },
      type: importedType('runtime/validators/json-schema.ts', 'JsonSchemaDefinition'),
      value: code`{
        name: ${literal(name)},
        schema: ${literal(jsonSchema(schema))},
        references: () => [${references}],
      }`,
    }
  }
}
