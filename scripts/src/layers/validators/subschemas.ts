import type { Schema } from '../../model/types.js'

/** Every schema that stands directly inside a schema. */
export function subschemas(schema: Schema): Schema[] {
  return [...inPlaceSubschemas(schema), ...childSubschemas(schema)]
}

/** The schemas that a schema applies to the very value that it is applied to itself; references are not followed. */
export function inPlaceSubschemas(schema: Schema): Schema[] {
  return [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.dependentSchemas ?? []).map((it) => it.schema),
    ...present([schema.not, schema.if, schema.then, schema.else]),
  ]
}

/** The schemas that a schema applies to properties, their names and items. */
export function childSubschemas(schema: Schema): Schema[] {
  return [
    ...(schema.prefixItems ?? []),
    ...(schema.properties ?? []).map((it) => it.schema),
    ...(schema.patternProperties ?? []).map((it) => it.schema),
    ...present([
      schema.items,
      schema.contains,
      schema.additionalProperties,
      schema.propertyNames,
      schema.unevaluatedItems,
      schema.unevaluatedProperties,
    ]),
  ]
}

/** The schema and all that a value must match with it: through `allOf` and `$ref`. */
export function inPlaceConjuncts(schema: Schema, resolve: (name: string) => Schema): Schema[] {
  const referenced = schema.ref === undefined ? [] : [resolve(schema.ref.name)]
  return [schema, ...[...(schema.allOf ?? []), ...referenced].flatMap((it) => inPlaceConjuncts(it, resolve))]
}

/** The names of the schemas that are referred to anywhere inside a schema. */
export function referencesIn(schema: Schema): string[] {
  return [...(schema.ref === undefined ? [] : [schema.ref.name]), ...subschemas(schema).flatMap(referencesIn)]
}

function present(schemas: readonly (Schema | undefined)[]): Schema[] {
  return schemas.filter((it) => it !== undefined)
}
