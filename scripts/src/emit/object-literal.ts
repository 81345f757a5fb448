import { Code } from './code.js'
import { type Doc, docComment } from './doc.js'
import { propertyKey } from './text.js'

/** A property of an object literal; any string may be its name. */
export interface LiteralProperty {
  readonly name: string
  readonly value: Code
  readonly doc?: Doc
}

/** An object literal with each property, and what is said of it, on lines of its own. */
export function objectLiteral(properties: readonly LiteralProperty[]): Code {
  const lines = properties.flatMap(({ name, value, doc = {} }) => [
    ...docComment(doc).split('\n'),
    `${propertyKey(name).text}: ${value.text},`,
  ])
  const inside = lines.filter((line) => line !== '').map((line) => `  ${line}\n`)
  return Code.trusted(`{\n${inside.join('')}}`)
}
