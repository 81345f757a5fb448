import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import { ajvJudge } from '../judge-examples.js'

/** Says why a value is not what the schema at a pointer describes; undefined where it is. */
export type Referee = (schema: string, value: JsonValue) => string | undefined

/** Ajv, which has nothing of ours but the document, in the words of OpenAPI 3.1. */
export function refereeOf(document: JsonObject): Referee {
  const judge = ajvJudge(document)
  return (schema, value) => judge({ schema, value })
}
