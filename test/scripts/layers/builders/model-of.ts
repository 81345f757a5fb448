import { collect } from '../../../../scripts/src/diagnostics.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { buildModel } from '../../../../scripts/src/model/index.js'
import type { Model, NamedSchema } from '../../../../scripts/src/model/types.js'

/** A document with nothing but component schemas. */
export function documentOf(schemas: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } }
}

/** The model of a document with nothing but component schemas. */
export function modelOf(schemas: JsonObject): Model {
  return collect((report) => buildModel(documentOf(schemas), report)).value
}

/** The schema that a model calls `name`. */
export function schemaIn(model: Model, name: string): NamedSchema {
  const schema = model.schemas.find((it) => it.name === name)
  if (schema === undefined) throw new Error(`There is no ${name}`)
  return schema
}
