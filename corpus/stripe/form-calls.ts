import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject } from '../../scripts/src/json.js'
import { valueAt } from '../../scripts/src/pointer.js'
import { type DocumentOperation, operationsOf } from '../github/operations.js'
import { type Encodings, wantedPairs } from './referee.js'
import { smallValue, turnsOf, wholeValue } from './values.js'

/** The media type of forms. */
export const FORM = 'application/x-www-form-urlencoded'

/**
 * Where an operation takes names and values: in its body, or, as `fetch` sends none with `GET`, in its query. OpenAPI 3.0.3, 4.7.10.1, has
 * bodies of `GET` and `DELETE` ignored; Stripe reads those of `DELETE`.
 */
export interface Form {
  readonly location: 'body' | 'query'
  /** Of an object. */
  readonly schema: JsonObject
  readonly encodings: Encodings
}

/** A call that fills the form of an operation. */
export interface FormCall {
  readonly operation: DocumentOperation
  readonly form: Form
  readonly variant: string
  readonly value: JsonObject
  /** How many parts that are. */
  readonly parts: number
}

/** The calls of all operations with a form: a small one each, then as many as it takes to use every alternative of every property. */
export function formCallsOf(document: JsonObject): FormCall[] {
  return operationsOf(document).flatMap((operation) => {
    const form = formOf(document, operation)
    return form === undefined ? [] : callsOf(operation, form)
  })
}

/** How much the calls have sent. */
export function countsOf(calls: readonly FormCall[]): string {
  const countOf = (location: Form['location']) => {
    const those = calls.filter(({ form }) => form.location === location)
    const operations = new Set(those.map(({ operation }) => operation)).size
    const parts = those.reduce((sum, call) => sum + call.parts, 0)
    return `${operations} operations with a form in the ${location}: ${those.length} calls, ${parts} parts`
  }
  return `${countOf('body')}\n${countOf('query')}`
}

function formOf(document: JsonObject, operation: DocumentOperation): Form | undefined {
  const body = operation.bodies.find(({ mediaType }) => mediaType === FORM)
  if (body?.schema === undefined) return undefined
  if (operation.method === 'get') return queryOf(operation)
  const schema = valueAt(document, body.schema)
  const encodings = valueAt(document, body.schema.replace(/schema$/, 'encoding'))
  if (!isJsonObject(schema)) throw new Error(`There is no schema at ${body.schema}`)
  return { location: 'body', schema, encodings: isJsonObject(encodings) ? encodings : {} }
}

function queryOf({ parameters }: DocumentOperation): Form {
  const query = parameters.filter((it) => it.in === 'query')
  const schemas = query.map(({ name, object }) => [name, object['schema'] ?? {}] as const)
  const required = query.filter(({ object }) => object['required'] === true).map(({ name }) => name)
  const schema = { type: 'object', properties: Object.fromEntries(schemas), required }
  // `style` and `explode` of a parameter mean the same as those of an encoding.
  return { location: 'query', schema, encodings: Object.fromEntries(query.map((it) => [it.name, it.object])) }
}

function callsOf(operation: DocumentOperation, form: Form): FormCall[] {
  const turns = Array.from({ length: turnsOf(form.schema) }, (_, turn) => turn)
  const values = [smallValue(form.schema), ...turns.map((turn) => wholeValue(form.schema, turn))]
  const isNew = (value: unknown, index: number) =>
    values.findIndex((other) => isDeepStrictEqual(other, value)) === index
  return values
    .filter(isJsonObject)
    .filter(isNew)
    .map((value, index) => {
      const parts = wantedPairs(value, form.encodings).length
      const variant = `${index === 0 ? 'small' : `whole ${index}`}, ${parts} ${parts === 1 ? 'part' : 'parts'}`
      return { operation, form, variant, value, parts }
    })
}
