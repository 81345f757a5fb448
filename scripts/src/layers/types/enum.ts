import { code, type Declaration, type Doc, identifier, literal, objectLiteral } from '../../emit/index.js'
import type { Enum } from '../../model/types.js'

/**
 * An object with the values of an enum by their names, and the type of the values under the same name: what an `enum` of TypeScript
 * would be, but for code that is more than types.
 */
export function enumDeclarations(name: string, { members, isNullable }: Enum, doc: Doc): Declaration[] {
  const type = code`(typeof ${identifier(name)})[keyof typeof ${identifier(name)}]`
  const properties = members.map(({ key, value, description }) => ({
    name: key,
    value: literal(value),
    ...(description !== undefined && { doc: { text: description } }),
  }))
  return [
    {
      kind: 'constant',
      name,
      visibility: 'public',
      doc,
      value: code`${objectLiteral(properties)} as const`,
    },
    {
      kind: 'type',
      name,
      visibility: 'public',
      // An editor shows the words of the object here, too, but nothing is deprecated unless all of it is.
      doc: { deprecated: doc.deprecated ?? false },
      type: isNullable ? code`${type} | null` : type,
    },
  ]
}
