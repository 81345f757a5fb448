import type { Code } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'

/** What is being checked, by which schema, and how functions made for that schema are called. */
export interface Subject {
  readonly schema: Schema
  /** The variable that holds the value. */
  readonly value: Code
  /** PascalCase name of what is checked, for functions and constants made for it: `CreateAgentRequestImage`. */
  readonly name: string
}

/** The keywords that say something about a value whose type is already known. */
export const keywordsByType = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  array: ['prefixItems', 'items', 'contains', 'minItems', 'maxItems', 'uniqueItems'],
  object: [
    'properties',
    'required',
    'patternProperties',
    'additionalProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
  ],
} as const satisfies Record<string, readonly (keyof Schema)[]>
