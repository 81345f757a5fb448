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

/** The names of the schemas that are referred to anywhere inside a schema, as far as that changes what is valid. */
export function referencesIn(schema: Schema): string[] {
  return namesIn(schema, subschemas)
}

/** The names of all schemas that are referred to inside a schema, also in `contentSchema`, which only describes. */
export function allReferencesIn(schema: Schema): string[] {
  return namesIn(schema, (it) => [...subschemas(it), ...present([it.contentSchema])])
}

function namesIn(schema: Schema, inside: (schema: Schema) => readonly Schema[]): string[] {
  const inner = inside(schema).flatMap((it) => namesIn(it, inside))
  return schema.ref === undefined ? inner : [schema.ref.name, ...inner]
}

function present(schemas: readonly (Schema | undefined)[]): Schema[] {
  return schemas.filter((it) => it !== undefined)
}
