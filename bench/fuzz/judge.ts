import type { JsonObject, JsonValue } from '../../scripts/src/json.js'

/** Whether a value is valid. */
export type Verdict = (value: JsonValue) => boolean

/** Something that can say of any schema which values are valid. */
export interface Judge {
  readonly name: string
  /** @throws if it cannot make anything of the schema. */
  readonly compile: (schema: JsonObject) => Verdict
}
