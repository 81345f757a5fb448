import { type SchemaObject, type TransformNodeOptions, transformSchemaObject } from 'openapi-typescript'
import ts from 'typescript'

/**
 * The type of an array whose first items have schemas of their own (JSON Schema, Applicator 10.3.1.1): items that `minItems` does
 * not require may be absent, and more may follow unless `items` is false. openapi-typescript prints a tuple of just these items.
 */
export function tuple(schema: SchemaObject, options: TransformNodeOptions): ts.TypeNode | undefined {
  if (schema.type !== 'array' || !('prefixItems' in schema) || !Array.isArray(schema.prefixItems))
    return undefined
  const { prefixItems, items, minItems = 0 } = schema
  const first = prefixItems.map((item, index) => {
    const type = transformSchemaObject(item, options)
    return index < minItems ? type : ts.factory.createOptionalTypeNode(type)
  })
  return ts.factory.createTupleTypeNode([...first, ...rest(items, options)])
}

function rest(items: unknown, options: TransformNodeOptions): ts.TypeNode[] {
  if (items === false) return []
  const type = transformSchemaObject((items ?? {}) as SchemaObject, options)
  return [ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(type))]
}
