import type { JsonObject } from '../../scripts/src/json.js'
import type { DocumentAnswer, DocumentBody, DocumentOperation } from './operations.js'
import { type Values, valuesOf } from './values.js'

/** A call that is to be made, and what it is answered with. */
export interface PlannedCall {
  readonly operation: DocumentOperation
  readonly values: Values
  readonly body?: DocumentBody
  readonly answer: DocumentAnswer
}

/**
 * The calls that a document has all it takes for: one for each documented answer whose body, if it has one, has an example. The body
 * of a request is the example of the same name, or the first.
 */
export function callsOf(document: JsonObject, operation: DocumentOperation): PlannedCall[] {
  const values = valuesOf(document, operation)
  const bodies = operation.bodies.filter(({ example }) => example !== undefined)
  return operation.answers
    .filter(({ body }) => body === undefined || body.example !== undefined)
    .map((answer) => {
      const key = answer.body?.example?.key
      const body = bodies.find(({ example }) => example?.key === key) ?? bodies[0]
      return { operation, values, answer, ...(body !== undefined && { body }) }
    })
}

/**
 * The calls that show something new: in the order of the document, a call is chosen if it has a trait that none before it has.
 * Traits are a tag with a method, a location with the type of a value, a media type of a request or response, and a status.
 */
export function chosenCalls(calls: readonly PlannedCall[]): PlannedCall[] {
  const seen = new Set<string>()
  return calls.filter((call) => {
    const fresh = traitsOf(call).filter((trait) => !seen.has(trait))
    for (const trait of fresh) seen.add(trait)
    return fresh.length > 0
  })
}

function traitsOf({ operation, values, body, answer }: PlannedCall): string[] {
  const types = Object.entries(values).flatMap(([location, group]) =>
    Object.values(group).map((value) => `${location} ${Array.isArray(value) ? 'array' : typeof value}`),
  )
  return [
    `${operation.method} ${operation.tag}`,
    ...types,
    `request ${body?.mediaType ?? 'without a body'}`,
    `response ${answer.body?.mediaType ?? 'without a body'}`,
    `status ${answer.status}`,
  ]
}
