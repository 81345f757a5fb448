import {
  type Code,
  code,
  type Declaration,
  type Doc,
  importedType,
  literal,
  type Module,
} from '../../emit/index.js'
import type { Model, NamedSchema } from '../../model/types.js'
import { enumDeclarations } from './enum.js'
import { OPENAPI } from './openapi.js'

/** The module with a name for each schema. */
export const SCHEMAS = 'types/schemas.ts'

/** A name for each schema of the document, at what openapi-typescript prints for it. */
export function schemasModule({ schemas }: Model, keys: ReadonlyMap<string, string>): Module {
  const components = importedType(OPENAPI, 'components')
  return {
    path: SCHEMAS,
    declarations: schemas.flatMap((it) =>
      it.enum === undefined
        ? typeDeclaration(it, code`${components}['schemas'][${literal(keys.get(it.pointer)!)}]`)
        : enumDeclarations(it.name, it.enum, docOf(it)),
    ),
  }
}

function typeDeclaration(schema: NamedSchema, type: Code): Declaration {
  const { name, kind } = schema
  const visibility = kind === 'component' ? 'public' : 'internal'
  return { kind: 'type', name, visibility, doc: docOf(schema), type }
}

function docOf({ schema }: NamedSchema): Doc {
  return {
    text: [schema.title, schema.description].filter((it) => it !== undefined).join('\n\n'),
    deprecated: schema.deprecated ?? false,
  }
}
