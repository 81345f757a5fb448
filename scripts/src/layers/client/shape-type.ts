import { type Code, importedType, join } from '../../emit/index.js'
import type { Content } from '../../model/types.js'

/** The type of a body that has one of `contents`. `own` holds the names of the schemas that are an operation's own. */
export function shapeType(contents: readonly Content[], own: ReadonlySet<string>): Code {
  const shapes = [...new Set(contents.map(({ shape }) => shape))]
  return join(
    shapes.map((name) => importedType(own.has(name) ? 'types/operations.ts' : 'types/schemas.ts', name)),
    ' | ',
  )
}
