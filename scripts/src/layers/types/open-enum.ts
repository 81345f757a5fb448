import { NUMBER, STRING, tsLiteral, tsUnion } from 'openapi-typescript'
import ts from 'typescript'
import type { JsonValue } from '../../json.js'
import { knownValues } from '../../open-enum.js'

/**
 * The type of an enum that takes other values than it lists: `'a' | 'b' | (string & {})`, in which an editor still finds what is
 * listed, as it would not in a union with `string`.
 */
export function openEnum(schema: unknown): ts.TypeNode | undefined {
  // What openapi-typescript hands out is the JSON that it was given.
  const values = knownValues(schema as JsonValue)
  if (values === undefined) return undefined
  const others = [
    ...(values.some((value) => typeof value === 'string') ? [STRING] : []),
    ...(values.some((value) => typeof value === 'number') ? [NUMBER] : []),
  ]
  return tsUnion([...values.map(tsLiteral), ...others.map(notWidened)])
}

/** A type that does not take in the literals beside it. */
function notWidened(type: ts.TypeNode): ts.TypeNode {
  const { factory } = ts
  return factory.createParenthesizedType(
    factory.createIntersectionTypeNode([type, factory.createTypeLiteralNode([])]),
  )
}
