import { type CodecCode, codecNames } from '../../codec-code.js'
import { type Code, imported, importedType, operationsPath, schemaPath } from '../../emit/index.js'
import type { Model } from '../../model/types.js'

/** What other layers made of a named schema. */
export interface Shape {
  readonly type: Code
  /** The function that finds the issues of a value. */
  readonly validate: Code
  /** What converts its values; absent where there is nothing to convert. */
  readonly codec?: CodecCode
}

/** Finds what other layers made of the schema with a name. */
export type Shapes = (name: string) => Shape

/** The shapes of a model: of its schemas, and of each operation's own. */
export function shapesOf(model: Model): Shapes {
  const { schemas, operations } = model
  const codecs = codecNames(model)
  const shapes = new Map([
    ...schemas.map(({ name, file }) => shape(name, 'types/schemas.ts', schemaPath('validators', file))),
    ...operations.flatMap((operation) =>
      operation.shapes.map(({ name }) =>
        shape(name, 'types/operations.ts', operationsPath('validators', operation.group)),
      ),
    ),
  ])
  // The model names no schema that it does not have.
  return (name) => {
    const codec = codecs.of(name)
    return { ...shapes.get(name)!, ...(codec && { codec }) }
  }
}

function shape(name: string, typePath: string, validatorPath: string): readonly [string, Shape] {
  return [name, { type: importedType(typePath, name), validate: imported(validatorPath, `validate${name}`) }]
}
