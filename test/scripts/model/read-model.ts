import { type Diagnostic, GeneratorError } from '../../../scripts/src/diagnostics.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { buildModel, type ModelOptions } from '../../../scripts/src/model/index.js'
import type { Model, Operation, Schema } from '../../../scripts/src/model/types.js'

/** A document of OpenAPI 3.1 with the given parts. */
export function documentOf(parts: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, ...parts }
}

/** A document with one operation, `POST /things/{id}` unless another path is given. */
export function operationDocument(operation: JsonObject, more: JsonObject = {}): JsonObject {
  const { path = '/things', method = 'post', components = {}, ...item } = more
  return documentOf({
    paths: { [String(path)]: { [String(method)]: { operationId: 'makeThing', ...operation }, ...item } },
    components,
  })
}

/** A document with the given component schemas. */
export function schemasDocument(schemas: { readonly [name: string]: JsonValue }): JsonObject {
  return documentOf({ components: { schemas } })
}

/** The model of a document and what was reported. */
export function build(
  document: JsonObject,
  options?: ModelOptions,
): { readonly model: Model; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const model = buildModel(document, (diagnostic) => diagnostics.push(diagnostic), undefined, options)
  return { model, diagnostics }
}

/** The model of a document in which nothing is wrong. */
export function modelOf(document: JsonObject, options?: ModelOptions): Model {
  const { model, diagnostics } = build(document, options)
  if (diagnostics.length > 0) throw new GeneratorError(diagnostics)
  return model
}

/** The only operation of a document in which nothing is wrong. */
export function operationOf(document: JsonObject): Operation {
  const [operation] = modelOf(document).operations
  if (operation === undefined) throw new Error('There is no operation')
  return operation
}

/** What is reported for a document, each as `#pointer severity: message`. */
export function problemsOf(document: JsonObject): string[] {
  return build(document).diagnostics.map(
    ({ pointer, severity, message }) => `#${pointer} ${severity}: ${message}`,
  )
}

/** A schema as it is read, without its place. */
export function readSchema(schema: JsonValue): unknown {
  const [named] = modelOf(schemasDocument({ It: schema, Other: true })).schemas
  return withoutPointers(named?.schema)
}

/** A part of the model without the places in the document. */
export function withoutPointers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPointers)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'pointer')
  return Object.fromEntries(entries.map(([key, it]) => [key, withoutPointers(it)]))
}

/** The schema of a name of the model. */
export function schemaNamed(model: Model, name: string): Schema | undefined {
  return [...model.schemas, ...model.operations.flatMap(({ shapes }) => shapes)].find(
    (it) => it.name === name,
  )?.schema
}
