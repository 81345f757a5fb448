import type { JsonObject } from '../../json.js'
import type { Findings } from '../findings.js'

/** What a rule may look at beside the object that it is about. */
export interface RuleContext {
  /** The whole bundle. */
  readonly document: JsonObject
  readonly findings: Findings
}

/** Checks one object of OpenAPI against something that the specification says of it in words. `tokens` is the way to the object. */
export type Rule = (value: JsonObject, tokens: readonly string[], context: RuleContext) => void
