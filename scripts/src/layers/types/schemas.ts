import { code, importedType, literal, type Module } from '../../emit/index.js'
import type { Model } from '../../model/types.js'
import { OPENAPI } from './openapi.js'

/** The module with a name for each schema. */
export const SCHEMAS = 'types/schemas.ts'

/** A name for each schema of the document, at what openapi-typescript prints for it. */
export function schemasModule({ schemas }: Model, keys: ReadonlyMap<string, string>): Module {
  const components = importedType(OPENAPI, 'components')
  return {
    path: SCHEMAS,
    declarations: schemas.map(({ name, kind, pointer, schema }) => ({
      kind: 'type',
      name,
      visibility: kind === 'component' ? 'public' : 'internal',
      doc: {
        text: [schema.title, schema.description].filter((it) => it !== undefined).join('\n\n'),
        deprecated: schema.deprecated ?? false,
      },
      type: code`${components}['schemas'][${literal(keys.get(pointer)!)}]`,
    })),
  }
}
